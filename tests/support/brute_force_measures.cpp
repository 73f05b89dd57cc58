// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute_force_parts.h"

#include <set>

using namespace insights::v1;

namespace brute {
namespace {

double measure(const QuerySpec &spec, const EventRefs &events)
{
    if (aggregationOf(spec) == AGGREGATION_COUNT)
        return static_cast<double>(events.size());
    if (aggregationOf(spec) == AGGREGATION_UNIQUE_USERS) {
        std::set<std::string> users;
        for (const Event *event : events)
            users.insert(event->user);
        return static_cast<double>(users.size());
    }
    double sum = 0;
    int numbers = 0;
    for (const Event *event : events)
        if (const auto number = numberOf(valueOf(*event, spec.aggregation_property()))) {
            sum += *number;
            ++numbers;
        }
    return aggregationOf(spec) == AGGREGATION_SUM || numbers == 0 ? sum : sum / numbers;
}

std::vector<double> bucketValues(const QuerySpec &spec, const EventRefs &events, const std::vector<Bucket> &buckets)
{
    std::vector<EventRefs> byBucket(buckets.size());
    for (const Event *event : events)
        byBucket[bucketAt(buckets, event->time)].push_back(event);
    std::vector<double> values;
    for (const EventRefs &those : byBucket)
        values.push_back(measure(spec, those));
    return values;
}

using EventGroup = Group<const Event *>;

// The groups of one event of the question; without a breakdown one, even when nothing matches. Where users are counted,
// events of no user are no data.
std::vector<EventGroup> groupsOf(const QuerySpec &spec, const EventSelector &selector, const Events &events,
                                 const GroupRank<const Event *> &rank, ResultInfo &info)
{
    const bool isBrokenDown = spec.has_breakdown() && visualizationOf(spec) != VISUALIZATION_KPI;
    EventGroup all;
    std::map<std::string, EventRefs> byValue;
    for (const Event &event : events)
        if (matches(spec, selector, event)
            && (aggregationOf(spec) != AGGREGATION_UNIQUE_USERS || hasUser(spec, event))) {
            all.members.push_back(&event);
            byValue[valueOf(event, spec.breakdown().property())].push_back(&event);
        }
    return isBrokenDown ? topGroups(spec, byValue, rank, info) : std::vector<EventGroup>{all};
}

} // namespace

void answerTrends(const QuerySpec &spec, const Events &events, const std::vector<Bucket> &buckets,
                  QueryResponse &answer)
{
    const auto rank = [&](const EventRefs &those) {
        double sum = 0;
        for (const double value : bucketValues(spec, those, buckets))
            sum += value;
        return sum;
    };
    for (int index = 0; index < spec.events_size(); ++index)
        for (const EventGroup &group : groupsOf(spec, spec.events(index), events, rank, *answer.mutable_info())) {
            const std::vector<double> values = bucketValues(spec, group.members, buckets);
            for (std::size_t i = 0; i < buckets.size(); ++i) {
                SeriesPoint &point = *answer.add_series();
                *point.mutable_timestamp() = timestamp(buckets[i].start);
                point.set_value(values[i]);
                setBreakdown(point, group);
                point.set_event(spec.events(index).name());
                point.set_event_index(index);
            }
        }
}

void answerRows(const QuerySpec &spec, const Events &events, QueryResponse &answer)
{
    const auto rank = [&](const EventRefs &those) { return measure(spec, those); };
    const bool isTable = visualizationOf(spec) == VISUALIZATION_TABLE;
    for (const EventSelector &selector : spec.events())
        for (const EventGroup &group : groupsOf(spec, selector, events, rank, *answer.mutable_info())) {
            TableRow &row = *answer.add_rows();
            if (spec.events_size() > 1 || (isTable && !group.breakdown))
                row.add_dimensions(selector.name());
            if (group.breakdown)
                row.add_dimensions(*group.breakdown);
            row.set_value(measure(spec, group.members));
            row.set_is_others(group.isOthers);
        }
    if (isTable)
        std::stable_sort(answer.mutable_rows()->begin(), answer.mutable_rows()->end(),
                         [](const TableRow &a, const TableRow &b) { return a.value() > b.value(); });
}

} // namespace brute
