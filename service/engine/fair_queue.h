// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <string>

// Whose turn it is when more is asked than can be at work: the caller with the least at work, then the one who waited
// longest for a turn; one caller's own questions in the order they came. Not safe for threads by itself.
class FairQueue
{
    struct Waiting
    {
        std::string caller;
    };

public:
    using Place = std::list<Waiting>::iterator;

    Place join(const std::string &caller);
    void leave(Place place);
    bool isNext(Place place) const;
    // From waiting to work; `end` once for each.
    void begin(Place place);
    void end(const std::string &caller);

private:
    struct Turns
    {
        int waiting = 0;
        int atWork = 0;
        std::uint64_t last = 0; // turn
    };
    void forgetIdle(const std::string &caller);

    std::list<Waiting> m_waiting; // in the order they came
    std::map<std::string, Turns> m_callers; // those with something waiting or at work
    std::uint64_t m_turn = 1;
};
