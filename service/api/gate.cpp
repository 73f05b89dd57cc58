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

void Gate::enter(const std::string &caller)
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
    ++m_underWay;
}

void Gate::leave(const std::string &caller)
{
    const std::lock_guard lock(m_mutex);
    --m_underWay;
    if (--m_calls.at(caller) == 0)
        m_calls.erase(caller);
}
