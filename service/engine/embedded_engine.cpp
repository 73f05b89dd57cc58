// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/engine/embedded_engine.h"

#include <unistd.h>

#include <absl/cleanup/cleanup.h>

namespace {

using namespace std::chrono_literals;

constexpr auto watchInterval = 20ms;

std::uint64_t thirdOfMemory()
{
    return static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::uint64_t>(sysconf(_SC_PAGE_SIZE)) / 3;
}

} // namespace

// A connection and the query on it. `mutex` keeps a kill from reaching the query after the one it was meant for.
struct EmbeddedEngine::Worker
{
    Worker(ChdbConnection c, std::string t)
        : connection(std::move(c))
        , tag(std::move(t))
    {
    }

    ChdbConnection connection;
    const std::string tag; // log_comment of all its queries
    std::mutex mutex;
    const Caller *caller = nullptr; // of the query at work; guarded by mutex
    bool isKilled = false; // guarded by mutex
};

EmbeddedEngine::EmbeddedEngine(Chdb &store, const EngineBounds &bounds)
    : m_store(store)
    , m_control(store.connect())
    , m_turns(bounds.atWork)
{
    const std::uint64_t memory = bounds.memoryBytes == 0 ? thirdOfMemory() : bounds.memoryBytes;
    for (int i = 0; i < bounds.atWork; ++i) {
        auto worker = std::make_unique<Worker>(store.connect(), "insights-worker-" + std::to_string(i));
        worker->connection.command("SET log_comment = '" + worker->tag
                                   + "', max_execution_time = " + std::to_string(bounds.time.count())
                                   + ", max_memory_usage = " + std::to_string(memory) + ", readonly = 1");
        m_free.push_back(worker.get());
        m_workers.push_back(std::move(worker));
    }
    m_watcher = std::thread([this] { watch(); });
}

EmbeddedEngine::~EmbeddedEngine()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_watcher.join();
}

std::string EmbeddedEngine::name() const
{
    return "chDB " + m_store.version();
}

EngineRows EmbeddedEngine::execute(const Statement &statement, const Caller &caller)
{
    const Turns::Turn turn = m_turns.wait(caller);
    Worker &worker = takeWorker();
    {
        const std::lock_guard lock(worker.mutex);
        worker.caller = &caller;
        worker.isKilled = false;
    }
    const auto endWatch = [&] {
        const std::lock_guard lock(worker.mutex);
        worker.caller = nullptr;
    };
    const absl::Cleanup end = [&] {
        endWatch();
        giveBack(worker);
    };
    try {
        EngineResult result = worker.connection.query(statement, "RowBinary");
        return {std::move(result.owner), result.bytes, result.rowsRead};
    } catch (const EngineError &error) {
        // chDB keeps a query that failed, and its memory, until the next one on the connection: not to be killed in
        // the place of that query.
        endWatch();
        worker.connection.command("SELECT 1");
        throwFailure(error);
    }
}

EmbeddedEngine::Worker &EmbeddedEngine::takeWorker()
{
    const std::lock_guard lock(m_mutex);
    Worker &worker = *m_free.back();
    m_free.pop_back();
    return worker;
}

void EmbeddedEngine::giveBack(Worker &worker)
{
    const std::lock_guard lock(m_mutex);
    m_free.push_back(&worker);
}

void EmbeddedEngine::watch()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        m_changed.wait_for(lock, watchInterval, [this] { return m_ending; });
        lock.unlock();
        killAbandoned();
        lock.lock();
    }
}

void EmbeddedEngine::killAbandoned()
{
    for (const auto &worker : m_workers) {
        const std::lock_guard lock(worker->mutex);
        if (worker->caller == nullptr || worker->isKilled || !worker->caller->isGone())
            continue;
        // ASYNC: SYNC never comes back (engine-notes). It finds nothing when the query has not quite begun; the next
        // round asks again.
        try {
            const std::string where = "Settings['log_comment'] = '" + worker->tag + "'";
            worker->isKilled = m_control.scalar("SELECT count() FROM system.processes WHERE " + where) != "0";
            m_control.command("KILL QUERY WHERE " + where + " ASYNC");
        } catch (const EngineError &) {
            worker->isKilled = false; // the query ended by itself meanwhile, or the next round tells
        }
    }
}
