// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/engine/turns.h"

namespace {

constexpr std::chrono::milliseconds askInterval{20};

} // namespace

Turns::Turns(int atWork)
    : m_free(atWork)
{
}

Turns::Turn::Turn(Turns &turns, const std::string &caller)
    : m_turns(turns)
    , m_caller(caller)
{
}

Turns::Turn::~Turn()
{
    {
        const std::lock_guard lock(m_turns.m_mutex);
        ++m_turns.m_free;
        m_turns.m_queue.end(m_caller);
    }
    m_turns.m_changed.notify_all();
}

Turns::Turn Turns::wait(const Caller &caller)
{
    std::unique_lock lock(m_mutex);
    const FairQueue::Place place = m_queue.join(caller.name);
    while (m_free == 0 || !m_queue.isNext(place)) {
        m_changed.wait_for(lock, askInterval);
        if (caller.isGone()) {
            m_queue.leave(place);
            m_changed.notify_all();
            throw QueryCancelled("the question was cancelled before its turn");
        }
    }
    m_queue.begin(place);
    --m_free;
    lock.unlock();
    m_changed.notify_all();
    return {*this, caller.name};
}
