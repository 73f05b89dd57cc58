// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/gate.h"

#include "service/api/status.h"

Gate::Gate(Credentials *credentials, Metrics *metrics)
    : m_credentials(credentials)
    , m_metrics(metrics)
{
}

Identity Gate::identify(const std::string &authorization, const std::string &apiKey) const
{
    return m_credentials == nullptr ? Identity{} : m_credentials->identify(authorization, apiKey);
}

void Gate::enter(const grpc::ServerContextBase *call, const std::string &caller)
{
    const std::lock_guard lock(m_mutex);
    if (m_isClosed)
        throw Refusal(grpc::StatusCode::UNAVAILABLE, "The service is ending: ask again when it is back.");
    int &calls = m_calls[caller];
    if (calls >= mostCallsOfOne)
        throw Refusal(
            grpc::StatusCode::RESOURCE_EXHAUSTED,
            "You have " + std::to_string(calls)
                + " calls under way, as many as one caller may: wait for some to end, and ask fewer at once.");
    ++calls;
    m_callers[call] = caller;
}

void Gate::leave(const grpc::ServerContextBase *call)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_callers.find(call);
    if (found == m_callers.end())
        return;
    const auto calls = m_calls.find(found->second);
    if (--calls->second == 0)
        m_calls.erase(calls);
    m_callers.erase(found);
}

void Gate::close()
{
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
}

int Gate::underWay()
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_callers.size());
}
