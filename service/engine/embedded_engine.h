// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "service/engine/chdb.h"
#include "service/engine/fair_queue.h"
#include "service/engine/query_engine.h"

struct EngineBounds
{
    int atWork = 4; // queries at a time; the rest wait, and the callers among them take turns
    std::chrono::seconds time{60};
    std::uint64_t memoryBytes = 0; // 0: a third of the machine's
};

// The embedded store as a QueryEngine: read-only connections, one per query at work, and one thread that kills what
// nobody waits for.
class EmbeddedEngine final : public QueryEngine
{
public:
    explicit EmbeddedEngine(Chdb &store, const EngineBounds &bounds = {});
    ~EmbeddedEngine() override;

    EngineRows execute(const Statement &statement, const Caller &caller) override;
    std::string name() const override;

private:
    struct Worker;
    Worker &waitForWorker(const Caller &caller);
    void release(Worker &worker, const Caller &caller);
    void watch();
    void killAbandoned();

    Chdb &m_store;
    ChdbConnection m_control;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Worker *> m_free;
    FairQueue m_queue;
    bool m_ending = false;
    std::thread m_watcher;
};
