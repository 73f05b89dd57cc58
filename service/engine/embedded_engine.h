// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "service/engine/chdb.h"
#include "service/engine/query_engine.h"
#include "service/engine/turns.h"

// The embedded store as a QueryEngine: read-only connections, one per query at work, and one thread that kills what
// nobody waits for. A query may take a third of the machine's memory unless the bounds say otherwise.
class EmbeddedEngine final : public QueryEngine
{
public:
    explicit EmbeddedEngine(Chdb &store, const EngineBounds &bounds = {});
    ~EmbeddedEngine() override;

    EngineRows execute(const Statement &statement, const Caller &caller) override;
    std::string name() const override;

private:
    struct Worker;
    Worker &takeWorker();
    void giveBack(Worker &worker);
    void watch();
    void killAbandoned();

    Chdb &m_store;
    ChdbConnection m_control;
    std::vector<std::unique_ptr<Worker>> m_workers;
    Turns m_turns; // as many as there are workers
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Worker *> m_free;
    bool m_ending = false;
    std::thread m_watcher;
};
