// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/ask.h"
#include "service/api/call.h"
#include "service/api/services.h"

InsightsServiceImpl::InsightsServiceImpl(QueryEngine &engine, Projects &projects)
    : m_engine(engine)
    , m_projects(projects)
{
}

grpc::Status InsightsServiceImpl::Query(grpc::ServerContext *context, const insights::v1::QueryRequest *request,
                                        insights::v1::QueryResponse *response)
{
    return handled("Query", *context, [&] {
        *response = ask(*request, *projectOf(*context, m_projects), m_engine, callerOf(*context), currentTime());
    });
}
