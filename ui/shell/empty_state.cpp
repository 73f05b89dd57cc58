// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/empty_state.h"

#include "query/question.h"
#include "session/question_words.h"
#include "ui/shell/answer_view.h"
#include "ui/text/number_text.h"

#include <QCoreApplication>

static QString tr(const char *text)
{
    return QCoreApplication::translate("EmptyState", text);
}

static bool countsUsers(const insights::v1::QuerySpec &spec)
{
    const AnswerKind kind = answerKind(spec);
    return kind == AnswerKind::Funnel || kind == AnswerKind::Retention
        || aggregationOf(spec) == insights::v1::AGGREGATION_UNIQUE_USERS;
}

// Where the range lies to the data of the project.
enum class Lies { Before, After, Within, Around, Unknown };

static Lies rangeLies(const insights::v1::TimeRange &range, const ProjectTime &place)
{
    if (!place.firstEvent || !place.lastEvent)
        return Lies::Unknown;
    const std::int64_t start = milliseconds(range.start());
    const std::int64_t end = milliseconds(range.end());
    if (end <= *place.firstEvent)
        return Lies::Before;
    if (start > *place.lastEvent)
        return Lies::After;
    return start <= *place.firstEvent && end > *place.lastEvent ? Lies::Around : Lies::Within;
}

// What there is instead, and the way to it.
static void offerData(PlaceState &state, Lies lies, const ProjectTime &place)
{
    switch (lies) {
    case Lies::Before:
        state.text.sentence += u' ' + tr("The data begins on %1.").arg(dayText(*place.firstEvent, place));
        return state.offer(WayForward::LastDays, true);
    case Lies::After:
        state.text.sentence += u' ' + tr("The data ends on %1.").arg(dayText(*place.lastEvent, place));
        return state.offer(WayForward::LastDays, true);
    case Lies::Within: return state.offer(WayForward::AllData);
    case Lies::Around:
    case Lies::Unknown: break;
    }
}

PlaceState emptyState(const Answered &answered, const ProjectTime &place, bool canUndo)
{
    const insights::v1::QuerySpec &spec = answered.spec;
    PlaceState state;
    state.text.title = countsUsers(spec) ? tr("No users match") : tr("No events match");
    state.text.sentence
        = (spec.filters().empty() ? tr("%1: nothing in %2.") : tr("%1: nothing in %2 with these filters."))
              .arg(plainText(questionWords(spec)), rangeText(spec.time_range(), place));
    for (const auto &filter : spec.filters())
        state.text.reasons.push_back({tr("Without"), filterText(filter), {}, tr("Apply")});
    if (spec.filters_size() > 1)
        state.text.reasons.push_back({tr("Without"), tr("all %1 filters").arg(spec.filters_size()), {}, tr("Apply")});
    offerData(state, rangeLies(spec.time_range(), place), place);
    if (canUndo)
        state.offer(WayForward::Undo);
    return state;
}

QString offerText(OfferUnit unit, std::optional<double> count)
{
    if (!count)
        return tr("not known");
    const QString number = fullNumber(*count);
    if (unit == OfferUnit::Users)
        return *count < 1 ? tr("no users") : *count < 2 ? tr("1 user") : tr("%1 users").arg(number);
    return *count < 1 ? tr("no events") : *count < 2 ? tr("1 event") : tr("%1 events").arg(number);
}
