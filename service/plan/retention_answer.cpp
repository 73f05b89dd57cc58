// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "query/calendar.h"
#include "query/check.h"
#include "service/plan/ranked_groups.h"
#include "service/plan/retention.h"
#include "service/plan/row_reader.h"

using namespace insights::v1;

namespace {

// Users of one group by cohort and place (0: all of the cohort; k + 1: period k), only what is not zero.
struct RetentionTally
{
    double users = 0;
    std::map<std::uint32_t, std::map<std::uint32_t, double>> cohorts;
};

void add(RetentionTally &rest, RetentionTally &&part)
{
    rest.users += part.users;
    for (const auto &[cohort, places] : part.cohorts)
        for (const auto &[place, users] : places)
            rest.cohorts[cohort][place] += users;
}

std::map<std::string, RetentionTally> readGroups(const QuerySpec &spec, std::size_t buckets, std::string_view rows)
{
    std::map<std::string, RetentionTally> groups;
    for (RowReader reader(rows); !reader.atEnd();) {
        const std::string_view group = spec.has_breakdown() ? reader.text() : std::string_view();
        const auto cohort = reader.number<std::uint32_t>();
        const auto place = reader.number<std::uint32_t>();
        const auto users = static_cast<double>(reader.number<std::uint64_t>());
        if (cohort >= buckets || place > buckets - cohort)
            throw std::runtime_error("the engine answered for a period outside the range");
        RetentionTally &tally = groups[std::string(group)];
        tally.cohorts[cohort][place] = users;
        if (place == 0)
            tally.users += users;
    }
    return groups;
}

void addCohorts(const RetentionTally &tally, const std::vector<std::int64_t> &buckets, std::size_t firstUnfinished,
                RetentionResult &result)
{
    for (const auto &[place, periods] : tally.cohorts) {
        RetentionCohort &cohort = *result.add_cohorts();
        const double size = periods.at(0);
        *cohort.mutable_cohort_date() = timestamp(buckets[place]);
        cohort.set_size(size);
        for (std::size_t k = 0; place + k < buckets.size(); ++k) {
            RetentionPeriod &period = *cohort.add_periods();
            const auto found = periods.find(static_cast<std::uint32_t>(k + 1));
            period.set_period(static_cast<int>(k));
            period.set_count(found == periods.end() ? 0 : found->second);
            period.set_rate(period.count() / size);
            period.set_incomplete(place + k >= firstUnfinished);
        }
    }
}

} // namespace

RetentionAnswer retentionAnswer(const QuerySpec &spec, const std::vector<std::int64_t> &buckets,
                                std::size_t firstUnfinished, std::string_view rows)
{
    auto groups = readGroups(spec, buckets.size(), rows);
    RetentionAnswer answer;
    if (!spec.has_breakdown()) {
        if (!groups.empty())
            addCohorts(groups.begin()->second, buckets, firstUnfinished, answer.result);
        return answer;
    }
    answer.groups = groups.size();
    const auto size = [](const RetentionTally &tally) { return tally.users; };
    for (const auto &group : rankedGroups(std::move(groups), breakdownLimitOf(spec), size, add)) {
        const int first = answer.result.cohorts_size();
        addCohorts(group.tally, buckets, firstUnfinished, answer.result);
        for (int i = first; i < answer.result.cohorts_size(); ++i) {
            answer.result.mutable_cohorts(i)->set_breakdown(group.name);
            answer.result.mutable_cohorts(i)->set_is_others(group.isOthers);
        }
    }
    return answer;
}
