// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "service/engine/chdb.h"
#include "service/engine/query_engine.h"

struct EngineBounds
{
    int atWork = 4; // queries at a time; the rest wait in the order they came
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

    EngineRows execute(const Statement &statement, const Abandoned &abandoned) override;
    std::string name() const override;

private:
    struct Worker;
    Worker &waitForWorker(const Abandoned &abandoned);
    void release(Worker &worker);
    void watch();
    void killAbandoned();

    Chdb &m_store;
    ChdbConnection m_control;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Worker *> m_free;
    std::deque<const Abandoned *> m_waiting; // in the order they came
    bool m_ending = false;
    std::thread m_watcher;
};
