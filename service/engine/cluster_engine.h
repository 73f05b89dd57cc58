// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "service/engine/clickhouse_answer.h"
#include "service/engine/http_connection.h"
#include "service/engine/query_engine.h"
#include "service/engine/turns.h"

struct ClusterOptions
{
    std::string url; // "http://HOST:8123" or "https://HOST:8443"
    std::string user = "default";
    std::string password; // never in a message, a log or a URL
    HttpOptions http;
    bool isShardedByUser = false; // a node may finish the groups of its users (TableMap.sharded_by_user)
    EngineBounds bounds{16, std::chrono::seconds(60), 0};
};

// A ClickHouse server, or any node of a cluster, over HTTP: one kept connection per query at work. What nobody waits for is
// killed there. Statements that read are sent with readonly = 2.
class ClusterEngine final : public QueryEngine
{
public:
    // Asks the server for its version. Throws std::invalid_argument for a URL that is none, EngineUnavailable.
    explicit ClusterEngine(ClusterOptions options);
    ~ClusterEngine() override;

    EngineRows execute(const Statement &statement, const Caller &caller) override;
    std::string name() const override;

    // Whether the nodes of a cluster hold whole users: the table map says so, which is read by way of the engine.
    void setShardedByUser(bool isSharded) { m_options.isShardedByUser = isSharded; }

private:
    class Lease;

    EngineRows ask(const Statement &statement, const Caller &caller);
    HttpAnswer post(const Statement &statement, const std::string &id, const std::function<bool()> &isWanted);
    HttpRequest request(const Statement &statement, const std::string &id) const;
    void kill(const std::string &id);

    ClusterOptions m_options;
    std::string m_version;
    Turns m_turns;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<HttpConnection>> m_idle;
};
