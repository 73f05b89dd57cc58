// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute_force_parts.h"

#include <limits>
#include <set>

using namespace insights::v1;

namespace brute {
namespace {

// An event of a user and which steps it can be.
struct Candidate
{
    std::int64_t time = 0;
    std::vector<bool> steps;
};

// Where a chain stands: the instant of its last event, and which events of that instant it has used. What it used
// before is over: steps never go back in time.
using Place = std::pair<std::int64_t, std::set<std::size_t>>;

// Tries every chain that begins with one event: all the places it can reach, step after step.
int stepsFrom(const std::vector<Candidate> &candidates, std::size_t first, std::int64_t latest)
{
    const int steps = static_cast<int>(candidates[first].steps.size());
    std::set<Place> places{{candidates[first].time, {first}}};
    for (int step = 1; step < steps; ++step) {
        std::set<Place> next;
        for (const auto &[time, used] : places)
            for (std::size_t i = 0; i < candidates.size(); ++i) {
                const Candidate &event = candidates[i];
                if (!event.steps[step] || event.time < time || event.time > latest || used.contains(i))
                    continue;
                std::set<std::size_t> taken = event.time == time ? used : std::set<std::size_t>();
                taken.insert(i);
                next.insert({event.time, taken});
            }
        if (next.empty())
            return step;
        places = std::move(next);
    }
    return steps;
}

// The most steps that any chain of this user takes.
int stepsOf(const QuerySpec &spec, const EventRefs &events)
{
    std::vector<Candidate> candidates;
    for (const Event *event : events) {
        Candidate &candidate = candidates.emplace_back();
        candidate.time = event->time;
        for (const EventSelector &step : spec.events())
            candidate.steps.push_back(matches(spec, step, *event));
    }
    int best = 0;
    for (std::size_t first = 0; first < candidates.size(); ++first)
        if (candidates[first].steps[0]) {
            const std::int64_t latest = spec.has_conversion_window()
                ? candidates[first].time + spec.conversion_window().seconds() * 1000
                : std::numeric_limits<std::int64_t>::max();
            best = std::max(best, stepsFrom(candidates, first, latest));
        }
    return best;
}

} // namespace

void answerFunnel(const QuerySpec &spec, const Events &events, QueryResponse &answer)
{
    Group<int> all;
    std::map<std::string, std::vector<int>> byValue; // the steps of each user who takes the first
    for (const auto &[user, theirs] : eventsOfUsers(spec, events, {spec.events().begin(), spec.events().end()}))
        if (const int steps = stepsOf(spec, theirs); steps > 0) {
            all.members.push_back(steps);
            byValue[firstTouch(spec, theirs)].push_back(steps);
        }
    std::vector<Group<int>> groups{all};
    if (spec.has_breakdown())
        groups = topGroups<int>(
            spec, byValue, [](const std::vector<int> &users) { return static_cast<double>(users.size()); },
            *answer.mutable_info());

    answer.mutable_funnel();
    for (const Group<int> &group : groups)
        for (int step = 0; step < spec.events_size(); ++step) {
            const auto count = std::count_if(group.members.begin(), group.members.end(),
                                             [step](int reached) { return reached > step; });
            FunnelStep &result = *answer.mutable_funnel()->add_steps();
            result.set_event(spec.events(step).name());
            result.set_count(static_cast<double>(count));
            if (!group.members.empty())
                result.set_conversion_rate(static_cast<double>(count) / static_cast<double>(group.members.size()));
            setBreakdown(result, group);
        }
}

} // namespace brute
