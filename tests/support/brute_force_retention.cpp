// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute_force_parts.h"

#include <set>

using namespace insights::v1;

namespace brute {
namespace {

// One user: the bucket of the first start and the buckets of all returns at or after it.
struct Stay
{
    std::size_t cohort = 0;
    std::set<std::size_t> returns;
};

void addCohorts(const Group<Stay> &group, const std::vector<Bucket> &buckets, std::int64_t now,
                RetentionResult &retention)
{
    for (std::size_t start = 0; start < buckets.size(); ++start) {
        std::vector<Stay> users;
        std::copy_if(group.members.begin(), group.members.end(), std::back_inserter(users),
                     [start](const Stay &stay) { return stay.cohort == start; });
        if (users.empty())
            continue;
        RetentionCohort &cohort = *retention.add_cohorts();
        *cohort.mutable_cohort_date() = timestamp(buckets[start].start);
        cohort.set_size(static_cast<double>(users.size()));
        setBreakdown(cohort, group);
        for (std::size_t bucket = start; bucket < buckets.size(); ++bucket) {
            const auto count = static_cast<double>(std::count_if(
                users.begin(), users.end(), [bucket](const Stay &stay) { return stay.returns.contains(bucket); }));
            RetentionPeriod &period = *cohort.add_periods();
            period.set_period(static_cast<int>(bucket - start));
            period.set_count(count);
            period.set_rate(count / cohort.size());
            period.set_incomplete(buckets[bucket].end > now);
        }
    }
}

} // namespace

void answerRetention(const QuerySpec &spec, const Events &events, const std::vector<Bucket> &buckets, std::int64_t now,
                     QueryResponse &answer)
{
    const EventSelector &returning = spec.has_return_event() ? spec.return_event() : spec.starting_event();
    auto returnsOf = eventsOfUsers(spec, events, {returning});
    Group<Stay> all;
    std::map<std::string, std::vector<Stay>> byValue;
    for (const auto &[user, starts] : eventsOfUsers(spec, events, {spec.starting_event()})) {
        const std::int64_t firstStart = starts.front()->time;
        Stay stay{bucketAt(buckets, firstStart), {}};
        for (const Event *event : returnsOf[user])
            if (event->time >= firstStart)
                stay.returns.insert(bucketAt(buckets, event->time));
        all.members.push_back(stay);
        byValue[firstTouch(spec, starts)].push_back(stay);
    }
    std::vector<Group<Stay>> groups{all};
    if (spec.has_breakdown())
        groups = topGroups<Stay>(
            spec, byValue, [](const std::vector<Stay> &users) { return static_cast<double>(users.size()); },
            *answer.mutable_info());

    answer.mutable_retention();
    for (const Group<Stay> &group : groups)
        addCohorts(group, buckets, now, *answer.mutable_retention());
}

} // namespace brute
