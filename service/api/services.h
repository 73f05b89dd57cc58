// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/v1/catalog.grpc.pb.h>
#include <insights/v1/insights.grpc.pb.h>

#include "service/api/gate.h"
#include "service/catalog/catalog_reader.h"
#include "service/catalog/projects.h"
#include "service/engine/query_engine.h"

// Thin handlers: metadata in, status codes out; the work is done in plan, catalog and datasets.

class InsightsServiceImpl final : public insights::v1::InsightsService::Service
{
public:
    InsightsServiceImpl(QueryEngine &engine, Projects &projects, Gate &gate);

    grpc::Status Query(grpc::ServerContext *context, const insights::v1::QueryRequest *request,
                       insights::v1::QueryResponse *response) override;

private:
    QueryEngine &m_engine;
    Projects &m_projects;
    Gate &m_gate;
};

class CatalogServiceImpl final : public catalog::v1::CatalogService::Service
{
public:
    CatalogServiceImpl(QueryEngine &engine, Projects &projects, Gate &gate);

    grpc::Status ListProjects(grpc::ServerContext *context, const catalog::v1::ListProjectsRequest *request,
                              catalog::v1::ListProjectsResponse *response) override;
    grpc::Status GetProject(grpc::ServerContext *context, const catalog::v1::GetProjectRequest *request,
                            catalog::v1::GetProjectResponse *response) override;
    grpc::Status ListEvents(grpc::ServerContext *context, const catalog::v1::ListEventsRequest *request,
                            catalog::v1::ListEventsResponse *response) override;
    grpc::Status ListProperties(grpc::ServerContext *context, const catalog::v1::ListPropertiesRequest *request,
                                catalog::v1::ListPropertiesResponse *response) override;
    grpc::Status ListPropertyValues(grpc::ServerContext *context, const catalog::v1::ListPropertyValuesRequest *request,
                                    catalog::v1::ListPropertyValuesResponse *response) override;
    grpc::Status ListUsers(grpc::ServerContext *context, const catalog::v1::ListUsersRequest *request,
                           catalog::v1::ListUsersResponse *response) override;

private:
    QueryEngine &m_engine;
    Projects &m_projects;
    Gate &m_gate;
    CatalogReader m_reader;
};
