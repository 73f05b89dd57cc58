// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/question_words.h"

#include "query/check.h"
#include "session/question_kind.h"

#include <QCoreApplication>

#include <initializer_list>

using namespace insights::v1;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(QuestionWords)
};

// A list of more is cut to its first three.
constexpr int mostListed = 4;
constexpr int listedOfMore = 3;

Words words(const QString &text)
{
    return {{text, false}};
}

Words nameOr(const std::string &name, const QString &unnamed)
{
    return name.empty() ? words(unnamed) : Words{{QString::fromStdString(name), true}};
}

void append(Words &to, const Words &pieces)
{
    for (const Word &piece : pieces) {
        if (piece.text.isEmpty())
            continue;
        if (!to.empty() && !to.back().isName && !piece.isName)
            to.back().text += piece.text;
        else
            to.push_back(piece);
    }
}

// Puts `arguments` in the places %1, %2 ... of a translated pattern.
Words composed(const QString &pattern, std::initializer_list<Words> arguments)
{
    Words result;
    for (qsizetype from = 0; from < pattern.size();) {
        const qsizetype place = pattern.indexOf(u'%', from);
        append(result, words(pattern.mid(from, place < 0 ? -1 : place - from)));
        if (place < 0)
            break;
        const auto number = static_cast<std::size_t>(pattern.mid(place + 1, 1).toInt());
        if (number >= 1 && number <= arguments.size())
            append(result, arguments.begin()[number - 1]);
        from = place + 2;
    }
    return result;
}

// How a list goes on: "%1, %2", and how it ends: "%1 and %2".
struct Joints
{
    QString next;
    QString last;
};

Words listed(const std::vector<Words> &items, const Joints &joints)
{
    const int count = static_cast<int>(items.size());
    const bool isCut = count > mostListed;
    const int shown = isCut ? listedOfMore : count;
    Words result;
    for (int i = 0; i < shown; ++i) {
        const bool isLast = i == count - 1;
        result = i == 0 ? items[0] : composed(isLast ? joints.last : joints.next, {result, items[i]});
    }
    if (isCut)
        result = composed(Text::tr("%1 and %2 more", "the end of a cut list"),
                          {result, words(QString::number(count - shown))});
    return result;
}

QString anEvent()
{
    return Text::tr("an event");
}

std::vector<Words> eventNames(const QuerySpec &spec)
{
    std::vector<Words> names;
    for (const EventSelector &event : spec.events())
        names.push_back(nameOr(event.name(), anEvent()));
    if (names.empty())
        names.push_back(words(anEvent()));
    return names;
}

Words measureWords(const QuerySpec &spec)
{
    const Words measure{{measureName(spec.aggregation()), true}};
    const bool ofProperty = aggregationOf(spec) == AGGREGATION_SUM || aggregationOf(spec) == AGGREGATION_AVERAGE;
    if (!ofProperty)
        return measure;
    return composed(Text::tr("%1 of %2", "measure of property"),
                    {measure, nameOr(spec.aggregation_property(), Text::tr("a property"))});
}

// Takes the bucket into the sentence: "..., daily".
Words withBuckets(const QuerySpec &spec, const Words &sentence)
{
    switch (spec.granularity()) {
    case GRANULARITY_HOUR: return composed(Text::tr("%1, hourly"), {sentence});
    case GRANULARITY_DAY: return composed(Text::tr("%1, daily"), {sentence});
    case GRANULARITY_WEEK: return composed(Text::tr("%1, weekly"), {sentence});
    default: return sentence;
    }
}

// `pattern` is "%1 by %2".
Words withBreakdown(const QuerySpec &spec, const QString &pattern, const Words &sentence)
{
    if (!spec.has_breakdown() || visualizationOf(spec) == VISUALIZATION_KPI) // one number is of all values
        return sentence;
    return composed(pattern, {sentence, nameOr(spec.breakdown().property(), Text::tr("a property"))});
}

// In the largest unit that tells it exactly.
QString durationText(std::int64_t seconds)
{
    const auto counted = [seconds](std::int64_t unit) { return static_cast<int>(seconds / unit); };
    if (seconds % 86'400 == 0)
        return seconds == 86'400 ? Text::tr("1 day") : Text::tr("%n days", nullptr, counted(86'400));
    if (seconds % 3'600 == 0)
        return seconds == 3'600 ? Text::tr("1 hour") : Text::tr("%n hours", nullptr, counted(3'600));
    if (seconds % 60 == 0)
        return seconds == 60 ? Text::tr("1 minute") : Text::tr("%n minutes", nullptr, counted(60));
    return seconds == 1 ? Text::tr("1 second") : Text::tr("%n seconds", nullptr, counted(1));
}

Words funnelWords(const QuerySpec &spec)
{
    const QString then = Text::tr("%1 then %2", "steps of a funnel");
    Words sentence = listed(eventNames(spec), {then, then});
    if (spec.has_conversion_window()) {
        const QString window = durationText(spec.conversion_window().seconds());
        sentence = composed(Text::tr("%1, within %2"), {sentence, words(window)});
    }
    return withBreakdown(spec, Text::tr("%1, by %2", "funnel, breakdown"), sentence);
}

Words retentionWords(const QuerySpec &spec)
{
    const Words start = nameOr(spec.starting_event().name(), anEvent());
    const Words comeBack = spec.has_return_event() ? nameOr(spec.return_event().name(), anEvent()) : start;
    const Words who{{Text::tr("Users who came back with"), true}};
    const Words sentence = composed(
        Text::tr("%1 %2 after %3", "users who came back with, return event, starting event"), {who, comeBack, start});
    return withBuckets(spec, withBreakdown(spec, Text::tr("%1 by %2", "retention, breakdown"), sentence));
}

Words countedWords(const QuerySpec &spec)
{
    const Joints joints{Text::tr("%1, %2", "list"), Text::tr("%1 and %2", "end of a list")};
    const Words sentence
        = composed(Text::tr("%1 of %2", "measure of events"), {measureWords(spec), listed(eventNames(spec), joints)});
    return withBreakdown(spec, Text::tr("%1 by %2", "measure, breakdown"), sentence);
}

} // namespace

Words questionWords(const QuerySpec &spec)
{
    switch (visualizationOf(spec)) {
    case VISUALIZATION_FUNNEL: return funnelWords(spec);
    case VISUALIZATION_RETENTION: return retentionWords(spec);
    case VISUALIZATION_TABLE:
    case VISUALIZATION_KPI: return composed(Text::tr("%1, in total"), {countedWords(spec)});
    default: return withBuckets(spec, countedWords(spec));
    }
}

QString plainText(const Words &words)
{
    QString text;
    for (const Word &word : words)
        text += word.text;
    return text;
}

QStringList questionConditions(const QuerySpec &spec, const ProjectTime &place)
{
    QStringList conditions{rangeText(spec.time_range(), place), QString::fromStdString(place.timezone)};
    if (spec.granularity() == GRANULARITY_WEEK && hasBuckets(spec))
        conditions << (place.weekStart == WeekStart::Monday ? Text::tr("weeks start on Monday")
                                                            : Text::tr("weeks start on Sunday"));
    for (const PropertyFilter &filter : spec.filters())
        conditions << filterText(filter);
    for (const EventSelector &event : eventsOf(spec)) {
        const QString name = event.name().empty() ? anEvent() : QString::fromStdString(event.name());
        for (const PropertyFilter &filter : event.filters())
            conditions << Text::tr("%1: %2", "event, its filter").arg(name, filterText(filter));
    }
    conditions.removeAll(QString());
    return conditions;
}

QString measureName(Aggregation aggregation)
{
    switch (aggregation) {
    case AGGREGATION_UNIQUE_USERS: return Text::tr("Unique users");
    case AGGREGATION_SUM: return Text::tr("Sum");
    case AGGREGATION_AVERAGE: return Text::tr("Average");
    default: return Text::tr("Events");
    }
}

QString measureUnit(const QuerySpec &spec)
{
    const Visualization kind = visualizationOf(spec);
    if (kind == VISUALIZATION_FUNNEL || kind == VISUALIZATION_RETENTION)
        return Text::tr("Users");
    const Aggregation aggregation = aggregationOf(spec);
    const QString counted = aggregation == AGGREGATION_UNIQUE_USERS ? Text::tr("Users") : plainText(measureWords(spec));
    if (aggregation == AGGREGATION_AVERAGE || !isTrend(spec))
        return counted;
    switch (spec.granularity()) {
    case GRANULARITY_HOUR: return Text::tr("%1 per hour").arg(counted);
    case GRANULARITY_DAY: return Text::tr("%1 per day").arg(counted);
    case GRANULARITY_WEEK: return Text::tr("%1 per week").arg(counted);
    default: return counted;
    }
}

QString operatorName(Operator op)
{
    switch (op) {
    case OPERATOR_EQUALS: return Text::tr("is");
    case OPERATOR_NOT_EQUALS: return Text::tr("is not");
    case OPERATOR_CONTAINS: return Text::tr("contains");
    case OPERATOR_NOT_CONTAINS: return Text::tr("does not contain");
    case OPERATOR_IS_SET: return Text::tr("is set");
    case OPERATOR_IS_NOT_SET: return Text::tr("is not set");
    case OPERATOR_LT: return Text::tr("is less than");
    case OPERATOR_LTE: return Text::tr("is at most");
    case OPERATOR_GT: return Text::tr("is more than");
    case OPERATOR_GTE: return Text::tr("is at least");
    case OPERATOR_IN: return Text::tr("is any of");
    case OPERATOR_NOT_IN: return Text::tr("is none of");
    case OPERATOR_BETWEEN: return Text::tr("is between");
    case OPERATOR_NOT_BETWEEN: return Text::tr("is not between");
    default: return {};
    }
}

QString filterText(const PropertyFilter &filter)
{
    const QString property = QString::fromStdString(filter.property());
    const QString op = operatorName(filter.operator_());
    if (needsNoValue(filter.operator_()))
        return Text::tr("%1 %2", "property, is set").arg(property, op);

    std::vector<Words> values;
    for (const std::string &value : filter.values())
        values.push_back(words(QString::fromStdString(value)));
    if (values.empty())
        values.push_back(words(filter.value().empty() ? Text::tr("…") : QString::fromStdString(filter.value())));
    const QString comma = Text::tr("%1, %2", "list");
    const Joints joints{comma, needsRange(filter.operator_()) ? Text::tr("%1 and %2", "end of a range") : comma};
    return Text::tr("%1 %2 %3", "property, is any of, values").arg(property, op, plainText(listed(values, joints)));
}
