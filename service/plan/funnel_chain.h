// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

// An event of one user as the funnel sees it: its instant and the steps it can be.
struct StepEvent
{
    std::int64_t time = 0; // ms
    std::uint32_t steps = 0; // bit 0 is step 1
};

// How far one user came through a funnel, by the rules of semantics.md: steps in order, each an event of its own, the
// last within `window` ms of the first; events of one instant in whatever order serves. Linear in the events.
class FunnelChain
{
public:
    FunnelChain(int steps, std::int64_t window);

    // The events of a user, ascending by time. Forgets the user before.
    void walk(std::span<const StepEvent> events);

    int reached() const { return m_reached; } // steps, 0 to all
    // The instants of those steps: of the chain that came so far first, and among those of the one that began last.
    // Who reached step 1 only has any of its instants here.
    const std::vector<std::int64_t> &times() const { return m_times; }
    // When the latest chain that came so far began: its window is the last to close.
    std::int64_t latestStart() const;

private:
    // A chain that has reached a step: the one that began last, since it has the most time left.
    struct Reach
    {
        static constexpr std::int64_t never = INT64_MIN;
        std::int64_t start = never;
        std::vector<std::int64_t> times; // of its steps, as many as the place of the chain
    };

    void takeOne(const StepEvent &event);
    void takeTied(std::span<const StepEvent> events);
    bool mayGrow(int reached, std::int64_t time) const;
    // The chain at `reached` steps goes on to `to` with events at `time`, if it began later than the one there.
    void grow(int reached, int to, std::int64_t time);

    const int m_steps;
    const std::int64_t m_window;
    std::vector<Reach> m_chains; // by the number of steps reached, from 1; place 0 began never
    int m_reached = 0;
    std::vector<std::int64_t> m_times;
};
