// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <grpcpp/server_context.h>

#include "service/api/gate.h"
#include "service/api/status.h"
#include "service/catalog/projects.h"
#include "service/engine/query_engine.h"

// One call from its metadata to its line in the log: request id, caller, project, method, time, rows and outcome; never
// a credential, never a value of a question.
class Call
{
public:
    Call(Gate &gate, const char *method, grpc::ServerContext &context);
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;

    // Who asks, and a place among the calls. Throws Unauthenticated and Refusal.
    void enter();
    void end(const grpc::Status &status);

    const Caller &caller() const { return m_caller; }
    const std::string &requestId() const { return m_requestId; }
    bool sees(const std::string &project) const { return m_identity.sees(project); }
    // That of x-project-id, or the one named. Throws InvalidQuestion or Unauthenticated when none is named,
    // PermissionDenied for one the caller may not see, NotFound for an unknown one.
    ProjectTablePtr project(const Projects &projects);
    ProjectTablePtr project(const Projects &projects, const std::string &id);
    void setProject(const std::string &id) { m_project = id; } // for the log

private:
    std::string metadata(const char *key) const;
    std::string who() const;

    Gate &m_gate;
    const char *const m_method;
    grpc::ServerContext &m_context;
    const std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::string m_requestId;
    std::string m_project;
    Identity m_identity;
    Caller m_caller;
    std::uint64_t m_rowsRead = 0;
    bool m_isKnown = false;
};

std::int64_t currentTime(); // ms since the epoch

// Runs a handler and turns what it throws into a status.
template <class Handle>
grpc::Status handled(Gate &gate, const char *method, grpc::ServerContext &context, Handle handle)
{
    Call call(gate, method, context);
    grpc::Status status;
    try {
        call.enter();
        handle(call);
    } catch (...) {
        status = toStatus(std::current_exception(), call.requestId());
    }
    call.end(status);
    return status;
}
