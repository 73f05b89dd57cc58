// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "service/access/credentials.h"
#include "service/api/metrics.h"
#include "service/api/tls.h"
#include "service/catalog/projects.h"
#include "service/datasets/store.h"
#include "service/engine/query_engine.h"

struct ServerOptions
{
    std::string address; // "unix:PATH" or "HOST:PORT"; port 0 lets the system choose
    bool isInsecureAllowed = false; // an address others can reach, without credentials or TLS
    Credentials *credentials = nullptr; // null: callers need none
    std::optional<TlsFiles> tls;
    Metrics *metrics = nullptr; // null: nobody counts
    std::chrono::milliseconds silence = std::chrono::minutes(1); // before a connection is asked whether it lives
};

// The services on one address, with health and reflection. Datasets are served on unix sockets only, and only of `store`.
class ApiServer
{
public:
    // Throws std::invalid_argument for an address that may not be served, std::runtime_error when it is taken.
    ApiServer(QueryEngine &engine, Projects &projects, ProjectStore *store, const ServerOptions &options);
    // Lets running calls end for two seconds, then cancels them.
    ~ApiServer();

    // From now on calls are refused, and health says so; those under way go on.
    void close();
    int underWay() const; // calls, without those of health and reflection
    std::string address() const; // with the port the system chose
    // Since the last call began or ended; zero while one is under way.
    std::chrono::steady_clock::duration idle() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};
