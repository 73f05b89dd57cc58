// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include <grpcpp/impl/codegen/service_type.h>

#include "service/catalog/projects.h"
#include "service/engine/query_engine.h"

struct ServerOptions
{
    std::string address; // "unix:PATH" or "HOST:PORT"; port 0 lets the system choose
    bool isInsecureAllowed = false; // an address others can reach, without credentials and TLS
};

// The services on one address, with health and reflection. Datasets are served on unix sockets only.
class ApiServer
{
public:
    // Throws std::invalid_argument for an address that may not be served, std::runtime_error when it is taken.
    ApiServer(QueryEngine &engine, Projects &projects, grpc::Service *datasets, const ServerOptions &options);
    // Lets running calls end for two seconds, then cancels them.
    ~ApiServer();

    std::string address() const; // with the port the system chose
    // Since the last call began or ended; zero while one is under way.
    std::chrono::steady_clock::duration idle() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};
