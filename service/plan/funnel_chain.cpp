// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/plan/funnel_chain.h"

#include <algorithm>

namespace {

// Gives events of one instant to consecutive steps, an event to each: Kuhn's augmenting paths, a step at a time.
class StepMatching
{
public:
    explicit StepMatching(std::span<const StepEvent> events)
        : m_events(events)
        , m_stepOf(events.size(), nobody)
    {
    }

    // One step more; false when the events do not suffice for it beside those before.
    bool add(int step)
    {
        m_seen.assign(m_events.size(), false);
        return place(step);
    }

private:
    static constexpr int nobody = -1;

    bool place(int step)
    {
        for (std::size_t i = 0; i < m_events.size(); ++i) {
            if (m_seen[i] || (m_events[i].steps >> step & 1) == 0)
                continue;
            m_seen[i] = true;
            if (m_stepOf[i] == nobody || place(m_stepOf[i])) {
                m_stepOf[i] = step;
                return true;
            }
        }
        return false;
    }

    std::span<const StepEvent> m_events;
    std::vector<int> m_stepOf; // of each event
    std::vector<bool> m_seen;
};

} // namespace

FunnelChain::FunnelChain(int steps, std::int64_t window)
    : m_steps(steps)
    , m_window(window)
    , m_chains(steps + 1)
{
}

void FunnelChain::walk(std::span<const StepEvent> events)
{
    for (Reach &chain : m_chains)
        chain.isReached = false;
    m_reached = 0;
    m_times.clear();
    for (std::size_t i = 0; i < events.size();) {
        std::size_t end = i + 1;
        while (end < events.size() && events[end].time == events[i].time)
            ++end;
        if (end - i == 1)
            takeOne(events[i]);
        else
            takeTied(events.subspan(i, end - i));
        i = end;
    }
}

std::int64_t FunnelChain::latestStart() const
{
    return m_chains[m_reached].times.front();
}

bool FunnelChain::mayGrow(int reached, std::int64_t time) const
{
    if (reached == 0)
        return true;
    return m_chains[reached].isReached && time - m_chains[reached].times.front() <= m_window;
}

void FunnelChain::takeOne(const StepEvent &event)
{
    // From the last step back: a chain grows from what it was before the event, which fills one step of it.
    for (int reached = m_steps - 1; reached >= 0; --reached)
        if ((event.steps >> reached & 1) != 0 && mayGrow(reached, event.time))
            grow(reached, reached + 1, event.time);
}

void FunnelChain::takeTied(std::span<const StepEvent> events)
{
    // More than m_steps events of one kind serve no better than m_steps.
    std::vector<StepEvent> useful(events.begin(), events.end());
    std::sort(useful.begin(), useful.end(), [](const auto &a, const auto &b) { return a.steps < b.steps; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < useful.size(); ++i)
        if (kept < static_cast<std::size_t>(m_steps) || useful[kept - m_steps].steps != useful[i].steps)
            useful[kept++] = useful[i];
    useful.resize(kept);

    for (int reached = m_steps - 1; reached >= 0; --reached) {
        if (!mayGrow(reached, useful.front().time))
            continue;
        StepMatching matching(useful);
        for (int to = reached + 1; to <= m_steps && matching.add(to - 1); ++to)
            grow(reached, to, useful.front().time);
    }
}

void FunnelChain::grow(int reached, int to, std::int64_t time)
{
    const Reach &from = m_chains[reached];
    Reach &chain = m_chains[to];
    const std::int64_t start = reached == 0 ? time : from.times.front();
    if (chain.isReached && chain.times.front() >= start)
        return;
    chain.isReached = true;
    chain.times.assign(from.times.begin(), from.times.begin() + reached);
    chain.times.resize(to, time);
    if (to > m_reached || (to == m_reached && m_times.back() == time)) {
        m_reached = to;
        m_times = chain.times;
    }
}
