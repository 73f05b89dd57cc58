// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>

#include "service/engine/fair_queue.h"
#include "service/engine/query_engine.h"

// Lets so many callers work at a time; the rest wait, and take turns. Safe to call from many threads.
class Turns
{
public:
    explicit Turns(int atWork);

    // One caller's time at work, until it is destroyed.
    class Turn
    {
    public:
        ~Turn();
        Turn(const Turn &) = delete;

    private:
        friend class Turns;
        Turn(Turns &turns, const std::string &caller);
        Turns &m_turns;
        const std::string m_caller;
    };

    // Throws QueryCancelled when the caller goes away while it waits.
    Turn wait(const Caller &caller);

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    FairQueue m_queue;
    int m_free;
};
