// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/engine/fair_queue.h"

#include <algorithm>
#include <tuple>

FairQueue::Place FairQueue::join(const std::string &caller)
{
    // Who is new has waited no longer than who was served last, or a stream of newcomers would starve the others.
    ++m_callers.try_emplace(caller, Turns{.last = m_turn - 1}).first->second.waiting;
    return m_waiting.insert(m_waiting.end(), {caller});
}

void FairQueue::leave(Place place)
{
    const std::string caller = place->caller;
    --m_callers.at(caller).waiting;
    m_waiting.erase(place);
    forgetIdle(caller);
}

bool FairQueue::isNext(Place place) const
{
    // min_element answers the first of equals: the one that came first.
    const auto next = std::min_element(m_waiting.begin(), m_waiting.end(), [&](const auto &a, const auto &b) {
        const Turns &turnsA = m_callers.at(a.caller);
        const Turns &turnsB = m_callers.at(b.caller);
        return std::tie(turnsA.atWork, turnsA.last) < std::tie(turnsB.atWork, turnsB.last);
    });
    return next == std::list<Waiting>::const_iterator(place);
}

void FairQueue::begin(Place place)
{
    Turns &turns = m_callers.at(place->caller);
    --turns.waiting;
    ++turns.atWork;
    turns.last = ++m_turn;
    m_waiting.erase(place);
}

void FairQueue::end(const std::string &caller)
{
    --m_callers.at(caller).atWork;
    forgetIdle(caller);
}

void FairQueue::forgetIdle(const std::string &caller)
{
    const auto found = m_callers.find(caller);
    if (found->second.waiting == 0 && found->second.atWork == 0)
        m_callers.erase(found);
}
