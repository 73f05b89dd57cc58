// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>
#include <map>

#include "query/calendar.h"
#include "query/check.h"
#include "service/plan/funnel.h"
#include "service/plan/funnel_chain.h"
#include "service/plan/ranked_groups.h"
#include "service/plan/row_reader.h"

using namespace insights::v1;

namespace {

constexpr std::int64_t from1900 = 2'208'988'800'000; // ms to 1970
constexpr int stepBits = 20;

// What is counted of one group.
struct StepTally
{
    double users = 0;
    double stillConverting = 0;
    std::vector<std::int64_t> durations; // ms from the step before
};
using FunnelTally = std::vector<StepTally>; // by step

std::int64_t windowOf(const QuerySpec &spec)
{
    return spec.has_conversion_window() ? spec.conversion_window().seconds() * 1000
                                        : std::numeric_limits<std::int64_t>::max();
}

void add(FunnelTally &rest, FunnelTally &&part)
{
    for (std::size_t i = 0; i < rest.size(); ++i) {
        rest[i].users += part[i].users;
        rest[i].stillConverting += part[i].stillConverting;
        rest[i].durations.insert(rest[i].durations.end(), part[i].durations.begin(), part[i].durations.end());
    }
}

// The mean of the middle two where there is no middle one.
google::protobuf::Duration median(std::vector<std::int64_t> &durations)
{
    const auto middle = durations.begin() + durations.size() / 2;
    std::nth_element(durations.begin(), middle, durations.end());
    std::int64_t halves = *middle * 2; // of milliseconds
    if (durations.size() % 2 == 0)
        halves = *middle + *std::max_element(durations.begin(), middle);
    google::protobuf::Duration duration;
    duration.set_seconds(halves / 2000);
    duration.set_nanos(static_cast<std::int32_t>(halves % 2000) * 500'000);
    return duration;
}

void addSteps(const QuerySpec &spec, FunnelTally &tally, FunnelResult &result)
{
    for (int i = 0; i < spec.events_size(); ++i) {
        FunnelStep &step = *result.add_steps();
        step.set_event(spec.events(i).name());
        step.set_count(tally[i].users);
        step.set_conversion_rate(tally[0].users == 0 ? 0 : tally[i].users / tally[0].users);
        step.set_still_converting(tally[i].stillConverting);
        if (!tally[i].durations.empty())
            *step.mutable_median_time_to_convert() = median(tally[i].durations);
    }
}

} // namespace

void walkFunnel(const QuerySpec &spec, std::string_view rows, bool withUsers,
                const std::function<void(const FunnelUser &)> &visit)
{
    FunnelChain chain(spec.events_size(), windowOf(spec));
    std::vector<std::uint64_t> packed;
    std::vector<StepEvent> events;
    for (RowReader reader(rows); !reader.atEnd();) {
        const std::string_view user = withUsers ? reader.text() : std::string_view();
        const std::string_view group = spec.has_breakdown() ? reader.text() : std::string_view();
        reader.array(packed);
        events.clear();
        for (const std::uint64_t event : packed)
            events.push_back({static_cast<std::int64_t>(event >> stepBits) - from1900,
                              static_cast<std::uint32_t>(event & ((1u << stepBits) - 1))});
        chain.walk(events);
        visit({user, group, chain});
    }
}

FunnelAnswer funnelAnswer(const QuerySpec &spec, std::string_view rows, std::int64_t now)
{
    const std::int64_t end = milliseconds(spec.time_range().end());
    const std::int64_t window = windowOf(spec);
    std::map<std::string, FunnelTally> groups;
    FunnelTally none(spec.events_size());
    walkFunnel(spec, rows, false, [&](const FunnelUser &user) {
        const int reached = user.chain.reached();
        if (reached == 0)
            return;
        FunnelTally &tally = groups.try_emplace(std::string(user.group), none).first->second;
        const auto &times = user.chain.times();
        for (int i = 0; i < reached; ++i) {
            tally[i].users += 1;
            if (i > 0)
                tally[i].durations.push_back(times[i] - times[i - 1]);
        }
        if (reached < spec.events_size() && now < end && now - user.chain.latestStart() <= window)
            tally[reached].stillConverting += 1;
    });

    FunnelAnswer answer;
    if (!spec.has_breakdown()) {
        addSteps(spec, groups.empty() ? none : groups.begin()->second, answer.result);
        return answer;
    }
    answer.groups = groups.size();
    const auto size = [](const FunnelTally &tally) { return tally[0].users; };
    for (auto &group : rankedGroups(std::move(groups), breakdownLimitOf(spec), size, add)) {
        const int first = answer.result.steps_size();
        addSteps(spec, group.tally, answer.result);
        for (int i = first; i < answer.result.steps_size(); ++i) {
            answer.result.mutable_steps(i)->set_breakdown(group.name);
            answer.result.mutable_steps(i)->set_is_others(group.isOthers);
        }
    }
    return answer;
}
