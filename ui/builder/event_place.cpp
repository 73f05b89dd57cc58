// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/event_place.h"

#include "query/overlapping_steps.h"
#include "ui/builder/letter_badge.h"
#include "ui/builder/violations_under.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EventSection)
};

constexpr std::size_t mostListed = 4;
constexpr std::size_t listedOfMore = 3;

QString stepList(const std::vector<int> &steps)
{
    const bool isCut = steps.size() > mostListed;
    QStringList numbers;
    for (std::size_t i = 0; i < (isCut ? listedOfMore : steps.size()); ++i)
        numbers.append(QString::number(steps[i] + 1));
    QString last = numbers.takeLast();
    if (isCut) {
        numbers.append(last);
        last = Text::tr("%n more", nullptr, int(steps.size() - listedOfMore));
    }
    return Text::tr("%1 and %2", "list of steps, last").arg(numbers.join(Text::tr(", ")), last);
}

void nameRetention(EventPlace &place, int index)
{
    const bool isStart = index == 0;
    place.mark = isStart ? Text::tr("S", "starting event") : Text::tr("R", "return event");
    place.name = isStart ? Text::tr("Starting event") : Text::tr("Return event");
    place.caption = isStart ? Text::tr("Cohort: users whose first event is") : Text::tr("came back with");
    if (!isStart)
        place.invitation = Text::tr("The same event");
}

} // namespace

EventPlace eventPlace(QuestionKind kind, int index, int count)
{
    EventPlace place;
    place.invitation = Text::tr("Choose an event");
    place.canMoveUp = index > 0 && index < count;
    place.canMoveDown = index + 1 < count;
    place.canDuplicate = kind != QuestionKind::Retention && count < mostEvents(kind);
    place.canRemove = kind != QuestionKind::Retention || index > 0; // a cohort always starts with something
    switch (kind) {
    case QuestionKind::Trend:
        place.mark = eventLetter(index);
        place.name = Text::tr("Event %1").arg(place.mark);
        place.hue = index;
        break;
    case QuestionKind::Funnel:
        place.mark = QString::number(index + 1);
        place.name = Text::tr("Step %1").arg(place.mark);
        break;
    case QuestionKind::Retention: nameRetention(place, index); break;
    }
    return place;
}

Violations problemsOf(const Violations &problems, QuestionKind kind, int index)
{
    const bool isRetention = kind == QuestionKind::Retention;
    Violations own = violationsUnder(problems,
                                     !isRetention     ? "query.events[" + std::to_string(index) + "]"
                                         : index == 0 ? std::string("query.startingEvent")
                                                      : std::string("query.returnEvent"));
    for (Violation &problem : own) {
        if (problem.field.empty()) // it is missing as a whole
            problem.field = "name";
    }
    return own;
}

QString stepNote(const insights::v1::QuerySpec &spec, int index)
{
    if (kindOf(spec) != QuestionKind::Funnel)
        return {};
    if (spec.events_size() == 1)
        return Text::tr("Add a second step to see who goes on.");
    for (const std::vector<int> &steps : overlappingSteps(spec)) {
        if (steps.back() == index)
            return Text::tr("One event can match steps %1. Each step needs an event of its own.").arg(stepList(steps));
    }
    return {};
}
