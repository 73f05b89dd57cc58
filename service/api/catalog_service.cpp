// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/call.h"
#include "service/api/list_users.h"
#include "service/api/services.h"

using namespace catalog::v1;

CatalogServiceImpl::CatalogServiceImpl(QueryEngine &engine, Projects &projects, Gate &gate)
    : m_engine(engine)
    , m_projects(projects)
    , m_gate(gate)
    , m_reader(engine)
{
}

grpc::Status CatalogServiceImpl::ListProjects(grpc::ServerContext *context, const ListProjectsRequest *,
                                              ListProjectsResponse *response)
{
    return handled(m_gate, "ListProjects", *context, [&](Call &call) {
        for (const ProjectTablePtr &table : m_projects.projects())
            if (call.sees(table->project))
                *response->add_projects() = projectMessage(*table);
    });
}

grpc::Status CatalogServiceImpl::GetProject(grpc::ServerContext *context, const GetProjectRequest *request,
                                            GetProjectResponse *response)
{
    return handled(m_gate, "GetProject", *context, [&](Call &call) {
        const ProjectTablePtr table
            = request->id().empty() ? call.project(m_projects) : call.project(m_projects, request->id());
        *response->mutable_project() = projectMessage(*table);
    });
}

grpc::Status CatalogServiceImpl::ListEvents(grpc::ServerContext *context, const ListEventsRequest *,
                                            ListEventsResponse *response)
{
    return handled(m_gate, "ListEvents", *context,
                   [&](Call &call) { *response = m_reader.events(*call.project(m_projects), call.caller()); });
}

grpc::Status CatalogServiceImpl::ListProperties(grpc::ServerContext *context, const ListPropertiesRequest *request,
                                                ListPropertiesResponse *response)
{
    return handled(m_gate, "ListProperties", *context, [&](Call &call) {
        *response = m_reader.properties(*call.project(m_projects), *request, call.caller());
    });
}

grpc::Status CatalogServiceImpl::ListPropertyValues(grpc::ServerContext *context,
                                                    const ListPropertyValuesRequest *request,
                                                    ListPropertyValuesResponse *response)
{
    return handled(m_gate, "ListPropertyValues", *context, [&](Call &call) {
        if (request->property().empty())
            throw InvalidQuestion("property", "is required: the name of a property");
        *response = m_reader.values(*call.project(m_projects), *request, call.caller());
    });
}

grpc::Status CatalogServiceImpl::ListUsers(grpc::ServerContext *context, const ListUsersRequest *request,
                                           ListUsersResponse *response)
{
    return handled(m_gate, "ListUsers", *context, [&](Call &call) {
        *response = listUsers(*request, *call.project(m_projects), m_engine, call.caller(), currentTime());
    });
}
