// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/question_kind.h"

#include "query/check.h"

#include <algorithm>
#include <limits>

using namespace insights::v1;

namespace {

Visualization visualizationOf(QuestionKind kind, const QuerySpec &aside)
{
    switch (kind) {
    case QuestionKind::Trend: return aside.visualization();
    case QuestionKind::Funnel: return VISUALIZATION_FUNNEL;
    case QuestionKind::Retention: return VISUALIZATION_RETENTION;
    }
    return VISUALIZATION_UNSPECIFIED;
}

// Funnels and retention count users: a trend that comes from one goes on doing so.
QuerySpec firstAside(QuestionKind kind)
{
    QuerySpec aside;
    if (kind != QuestionKind::Trend)
        aside.set_aggregation(AGGREGATION_UNIQUE_USERS);
    return aside;
}

void carryEvents(QuerySpec &spec, QuerySpec &aside, QuestionKind kind)
{
    std::vector<EventSelector> events = eventsOf(spec);
    std::erase_if(events, [](const EventSelector &event) { return event.name().empty() && event.filters().empty(); });
    events.insert(events.end(), aside.events().begin(), aside.events().end());
    const auto fitting = events.begin() + std::min<std::ptrdiff_t>(events.end() - events.begin(), mostEvents(kind));
    aside.mutable_events()->Assign(fitting, events.end());
    spec.clear_events();
    spec.clear_starting_event();
    spec.clear_return_event();
    spec.set_visualization(visualizationOf(kind, aside));
    setEvents(spec, {events.begin(), fitting});
}

void carryMeasure(QuerySpec &spec, QuerySpec &aside, QuestionKind before, QuestionKind kind)
{
    QuerySpec &from = before == QuestionKind::Trend ? spec : aside;
    QuerySpec measure;
    measure.set_aggregation(from.aggregation());
    measure.set_aggregation_property(from.aggregation_property());
    QuerySpec &to = kind == QuestionKind::Trend ? spec : aside;
    spec.clear_aggregation();
    spec.clear_aggregation_property();
    to.set_aggregation(measure.aggregation());
    to.set_aggregation_property(measure.aggregation_property());
}

void carryWindow(QuerySpec &spec, QuerySpec &aside, QuestionKind kind)
{
    const bool applies = kind == QuestionKind::Funnel;
    QuerySpec &from = applies ? aside : spec;
    QuerySpec &to = applies ? spec : aside;
    if (from.has_conversion_window())
        *to.mutable_conversion_window() = from.conversion_window();
    from.clear_conversion_window();
}

void carryGranularity(Draft &draft, QuerySpec &aside, QuestionKind kind)
{
    QuerySpec &spec = draft.spec;
    const bool applies = kind != QuestionKind::Funnel;
    QuerySpec &from = applies ? aside : spec;
    QuerySpec &to = applies ? spec : aside;
    if (from.granularity() != GRANULARITY_UNSPECIFIED && !draft.automaticGranularity)
        to.set_granularity(from.granularity());
    from.clear_granularity();
    if (applies && spec.granularity() == GRANULARITY_UNSPECIFIED)
        draft.automaticGranularity = true; // nobody chose one
}

} // namespace

QuestionKind kindOf(const QuerySpec &spec)
{
    switch (spec.visualization()) {
    case VISUALIZATION_FUNNEL: return QuestionKind::Funnel;
    case VISUALIZATION_RETENTION: return QuestionKind::Retention;
    default: return QuestionKind::Trend;
    }
}

bool hasBuckets(const QuerySpec &spec)
{
    return isTrend(spec) || kindOf(spec) == QuestionKind::Retention;
}

std::optional<QuerySpec> courseOf(const QuerySpec &spec)
{
    if (spec.visualization() != VISUALIZATION_KPI)
        return std::nullopt;
    QuerySpec course = spec;
    course.set_visualization(VISUALIZATION_LINE);
    course.set_granularity(automaticGranularity(spec.time_range()));
    course.clear_breakdown(); // one number is of all values
    course.clear_breakdown_limit();
    return course;
}

std::vector<EventSelector> eventsOf(const QuerySpec &spec)
{
    if (kindOf(spec) != QuestionKind::Retention)
        return {spec.events().begin(), spec.events().end()};
    std::vector<EventSelector> events;
    if (spec.has_starting_event() || spec.has_return_event())
        events.push_back(spec.starting_event());
    if (spec.has_return_event())
        events.push_back(spec.return_event());
    return events;
}

void setEvents(QuerySpec &spec, const std::vector<EventSelector> &events)
{
    if (kindOf(spec) != QuestionKind::Retention) {
        spec.mutable_events()->Assign(events.begin(), events.end());
        return;
    }
    spec.clear_starting_event();
    spec.clear_return_event();
    if (!events.empty() && !(events[0].name().empty() && events[0].filters().empty()))
        *spec.mutable_starting_event() = events[0];
    if (events.size() > 1)
        *spec.mutable_return_event() = events[1];
}

int mostEvents(QuestionKind kind)
{
    switch (kind) {
    case QuestionKind::Trend: break;
    case QuestionKind::Funnel: return maximumFunnelSteps;
    case QuestionKind::Retention: return 2;
    }
    return std::numeric_limits<int>::max();
}

Draft switchedTo(Draft draft, QuestionKind kind)
{
    const QuestionKind before = kindOf(draft.spec);
    if (kind == before)
        return draft;
    QuerySpec aside = draft.aside.value_or(firstAside(before));
    if (before == QuestionKind::Trend)
        aside.set_visualization(draft.spec.visualization());
    carryEvents(draft.spec, aside, kind);
    carryMeasure(draft.spec, aside, before, kind);
    carryWindow(draft.spec, aside, kind);
    carryGranularity(draft, aside, kind);
    draft.aside = aside;
    return draft;
}
