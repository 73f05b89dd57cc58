// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/ask.h"
#include "service/api/call.h"
#include "service/api/services.h"

InsightsServiceImpl::InsightsServiceImpl(QueryEngine &engine, Projects &projects, Gate &gate)
    : m_engine(engine)
    , m_projects(projects)
    , m_gate(gate)
{
}

grpc::Status InsightsServiceImpl::Query(grpc::ServerContext *context, const insights::v1::QueryRequest *request,
                                        insights::v1::QueryResponse *response)
{
    return handled(m_gate, "Query", *context, [&](Call &call) {
        *response = ask(*request, *call.project(m_projects), m_engine, call.caller(), currentTime());
    });
}
