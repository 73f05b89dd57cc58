// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/call.h"
#include "service/api/list_users.h"
#include "service/api/services.h"

using namespace catalog::v1;

CatalogServiceImpl::CatalogServiceImpl(QueryEngine &engine, Projects &projects)
    : m_engine(engine)
    , m_projects(projects)
    , m_reader(engine)
{
}

grpc::Status CatalogServiceImpl::ListProjects(grpc::ServerContext *context, const ListProjectsRequest *,
                                              ListProjectsResponse *response)
{
    return handled("ListProjects", *context, [&] {
        for (const ProjectTablePtr &table : m_projects.projects())
            *response->add_projects() = projectMessage(*table);
    });
}

grpc::Status CatalogServiceImpl::GetProject(grpc::ServerContext *context, const GetProjectRequest *request,
                                            GetProjectResponse *response)
{
    return handled("GetProject", *context, [&] {
        const ProjectTablePtr table
            = request->id().empty() ? projectOf(*context, m_projects) : m_projects.project(request->id());
        if (!table)
            throw NotFound("There is no project \"" + request->id() + "\" here.");
        *response->mutable_project() = projectMessage(*table);
    });
}

grpc::Status CatalogServiceImpl::ListEvents(grpc::ServerContext *context, const ListEventsRequest *,
                                            ListEventsResponse *response)
{
    return handled("ListEvents", *context,
                   [&] { *response = m_reader.events(*projectOf(*context, m_projects), callerOf(*context)); });
}

grpc::Status CatalogServiceImpl::ListProperties(grpc::ServerContext *context, const ListPropertiesRequest *request,
                                                ListPropertiesResponse *response)
{
    return handled("ListProperties", *context, [&] {
        *response = m_reader.properties(*projectOf(*context, m_projects), *request, callerOf(*context));
    });
}

grpc::Status CatalogServiceImpl::ListPropertyValues(grpc::ServerContext *context,
                                                    const ListPropertyValuesRequest *request,
                                                    ListPropertyValuesResponse *response)
{
    return handled("ListPropertyValues", *context, [&] {
        if (request->property().empty())
            throw InvalidQuestion("property", "is required: the name of a property");
        *response = m_reader.values(*projectOf(*context, m_projects), *request, callerOf(*context));
    });
}

grpc::Status CatalogServiceImpl::ListUsers(grpc::ServerContext *context, const ListUsersRequest *request,
                                           ListUsersResponse *response)
{
    return handled("ListUsers", *context, [&] {
        *response = listUsers(*request, *projectOf(*context, m_projects), m_engine, callerOf(*context), currentTime());
    });
}
