// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include <grpcpp/server_context.h>

#include "service/api/status.h"
#include "service/catalog/projects.h"
#include "service/engine/query_engine.h"

// The project of x-project-id. Throws InvalidQuestion without one, NotFound for an unknown one.
ProjectTablePtr projectOf(const grpc::ServerContext &context, Projects &projects);

// By credential; without one, by connection.
Caller callerOf(const grpc::ServerContext &context);

std::int64_t currentTime(); // ms since the epoch

void logCall(const char *method, const grpc::ServerContext &context, const grpc::Status &status,
             std::chrono::nanoseconds duration);

// Runs a handler and turns what it throws into a status; logs method, project, time and outcome, never values.
template <class Handle>
grpc::Status handled(const char *method, grpc::ServerContext &context, Handle handle)
{
    const auto start = std::chrono::steady_clock::now();
    grpc::Status status;
    try {
        handle();
    } catch (...) {
        status = toStatus(std::current_exception());
    }
    logCall(method, context, status, std::chrono::steady_clock::now() - start);
    return status;
}
