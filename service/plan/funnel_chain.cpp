// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/plan/funnel_chain.h"

#include <algorithm>
#include <bit>

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
    for (int i = 0; i <= steps; ++i)
        m_chains[i].times.resize(i);
}

void FunnelChain::walk(std::span<const StepEvent> events)
{
    for (Reach &chain : m_chains)
        chain.start = Reach::never;
    m_reached = 0;
    m_times.clear();
    for (std::size_t i = 0; i < events.size();) {
        // Of events that can only begin a chain the last of a row serves: most funnels begin with a common event.
        while (i + 1 < events.size() && events[i].steps == 1 && events[i + 1].steps == 1)
            ++i;
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
    return m_chains[m_reached].start;
}

bool FunnelChain::mayGrow(int reached, std::int64_t time) const
{
    const std::int64_t start = m_chains[reached].start;
    return reached == 0 || (start != Reach::never && time - start <= m_window);
}

void FunnelChain::takeOne(const StepEvent &event)
{
    // From the last step back: a chain grows from what it was before the event, which fills one step of it.
    for (std::uint32_t left = event.steps; left != 0;) {
        const int reached = std::bit_width(left) - 1;
        left ^= 1u << reached;
        if (mayGrow(reached, event.time))
            grow(reached, reached + 1, event.time);
    }
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
    const std::int64_t start = reached == 0 ? time : from.start;
    if (chain.start >= start)
        return;
    chain.start = start;
    std::copy(from.times.begin(), from.times.end(), chain.times.begin());
    std::fill(chain.times.begin() + reached, chain.times.end(), time);
    if (to > m_reached || (to == m_reached && m_times.back() == time)) {
        m_reached = to;
        m_times = chain.times;
    }
}
