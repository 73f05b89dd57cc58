// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <string>

#include <grpcpp/server_context.h>

#include "service/access/credentials.h"
#include "service/api/metrics.h"

// What every call of one server passes: who asks, and whether there is room for one more.
class Gate
{
public:
    static constexpr int mostCallsOfOne = 256;

    // Null: callers need no credential; nobody counts.
    Gate(Credentials *credentials, Metrics *metrics);

    // Throws Unauthenticated.
    Identity identify(const std::string &authorization, const std::string &apiKey) const;
    // A caller's place among the calls under way; throws Refusal when there is none, or the service ends.
    void enter(const grpc::ServerContextBase *call, const std::string &caller);
    // Once the answer has gone out, or nobody wants it any more: who reads slowly keeps the place. Says nothing of a call
    // that never entered.
    void leave(const grpc::ServerContextBase *call);

    void close();
    int underWay();
    Metrics *metrics() const { return m_metrics; }

private:
    Credentials *const m_credentials;
    Metrics *const m_metrics;
    std::mutex m_mutex;
    bool m_isClosed = false;
    std::map<const grpc::ServerContextBase *, std::string> m_callers; // of the calls under way
    std::map<std::string, int> m_calls; // of those with calls under way
};
