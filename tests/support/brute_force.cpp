// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute_force.h"

#include "tests/support/brute_force_parts.h"

#include <charconv>
#include <stdexcept>

using namespace insights::v1;

namespace brute {
namespace {

bool matches(const PropertyFilter &filter, const Event &event)
{
    const std::string text = valueOf(event, filter.property());
    const auto &values = filter.values();
    const auto isListed = [&] { return std::find(values.begin(), values.end(), text) != values.end(); };
    const auto contains = [&] { return text.find(filter.value()) != std::string::npos; };
    const std::optional<double> number = numberOf(text);
    const auto bound = [&] { return numberOf(filter.value()).value(); };
    const auto isBetween
        = [&] { return *number >= numberOf(values[0]).value() && *number <= numberOf(values[1]).value(); };

    switch (filter.operator_()) {
    case OPERATOR_EQUALS: return text == filter.value();
    case OPERATOR_NOT_EQUALS: return text != filter.value();
    case OPERATOR_CONTAINS: return contains();
    case OPERATOR_NOT_CONTAINS: return !contains();
    case OPERATOR_IS_SET: return !text.empty();
    case OPERATOR_IS_NOT_SET: return text.empty();
    case OPERATOR_LTE: return number && *number <= bound();
    case OPERATOR_GTE: return number && *number >= bound();
    case OPERATOR_LT: return number && *number < bound();
    case OPERATOR_GT: return number && *number > bound();
    case OPERATOR_IN: return !text.empty() && isListed();
    case OPERATOR_NOT_IN: return text.empty() || !isListed();
    case OPERATOR_BETWEEN: return number && isBetween();
    case OPERATOR_NOT_BETWEEN: return number && !isBetween();
    default: throw std::logic_error("check() lets no such operator pass");
    }
}

template <typename Filters>
bool matchesAll(const Filters &filters, const Event &event)
{
    return std::all_of(filters.begin(), filters.end(), [&](const PropertyFilter &f) { return matches(f, event); });
}

} // namespace

bool matches(const QuerySpec &spec, const EventSelector &selector, const Event &event)
{
    return event.time >= milliseconds(spec.time_range().start()) && event.time < milliseconds(spec.time_range().end())
        && event.name == selector.name() && matchesAll(selector.filters(), event) && matchesAll(spec.filters(), event);
}

std::string valueOf(const Event &event, const std::string &property)
{
    const auto found = event.properties.find(property);
    return found == event.properties.end() ? std::string() : found->second;
}

std::optional<double> numberOf(const std::string &text)
{
    if (!isNumber(text))
        return {};
    const std::size_t sign = text.starts_with('+') ? 1 : 0;
    double number = 0;
    std::from_chars(text.data() + sign, text.data() + text.size(), number);
    return number;
}

bool hasUser(const QuerySpec &spec, const Event &event)
{
    return spec.include_cookieless() || !event.user.starts_with("cookieless-");
}

std::map<std::string, EventRefs> eventsOfUsers(const QuerySpec &spec, const Events &events,
                                               const std::vector<EventSelector> &selectors)
{
    std::map<std::string, EventRefs> users;
    for (const Event &event : events)
        if (hasUser(spec, event) && std::any_of(selectors.begin(), selectors.end(), [&](const EventSelector &selector) {
                return matches(spec, selector, event);
            }))
            users[event.user].push_back(&event);
    for (auto &[user, theirs] : users)
        std::stable_sort(theirs.begin(), theirs.end(),
                         [](const Event *a, const Event *b) { return a->time < b->time; });
    return users;
}

std::string firstTouch(const QuerySpec &spec, const EventRefs &events)
{
    std::string first = valueOf(*events.front(), spec.breakdown().property());
    for (const Event *event : events)
        if (event->time == events.front()->time)
            first = std::min(first, valueOf(*event, spec.breakdown().property()));
    return first;
}

} // namespace brute

QueryResponse bruteForce(const QuerySpec &spec, const Events &events, const std::string &zone, WeekStart weekStart,
                         std::int64_t now)
{
    const Visualization visualization = visualizationOf(spec);
    QueryResponse answer;
    answer.mutable_info()->set_timezone(zone);
    answer.mutable_info()->set_week_start(weekStart == WeekStart::Monday ? "monday" : "sunday");

    if (visualization == VISUALIZATION_FUNNEL) {
        brute::answerFunnel(spec, events, answer);
        return answer;
    }
    if (visualization == VISUALIZATION_TABLE || visualization == VISUALIZATION_KPI) {
        brute::answerRows(spec, events, answer);
        return answer;
    }
    const std::vector<brute::Bucket> buckets
        = brute::walkBuckets(zone, weekStart, spec.granularity(), milliseconds(spec.time_range().start()),
                             milliseconds(spec.time_range().end()));
    const auto unfinished
        = std::find_if(buckets.begin(), buckets.end(), [now](const brute::Bucket &bucket) { return bucket.end > now; });
    if (unfinished != buckets.end())
        *answer.mutable_info()->mutable_incomplete_from() = timestamp(unfinished->start);
    if (visualization == VISUALIZATION_RETENTION)
        brute::answerRetention(spec, events, buckets, now, answer);
    else
        brute::answerTrends(spec, events, buckets, answer);
    return answer;
}
