// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>

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
    void enter(const std::string &caller);
    void leave(const std::string &caller);

    void close() { m_isClosed = true; }
    int underWay() const { return m_underWay; }
    Metrics *metrics() const { return m_metrics; }

private:
    Credentials *const m_credentials;
    Metrics *const m_metrics;
    std::atomic<bool> m_isClosed = false;
    std::atomic<int> m_underWay = 0;
    std::mutex m_mutex;
    std::map<std::string, int> m_calls; // of those with calls under way
};
