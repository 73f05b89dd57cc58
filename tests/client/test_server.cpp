// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/test_server.h"

#include <chrono>
#include <stdexcept>
#include <thread>

using grpc::ServerContext;
using grpc::Status;
using namespace insights::v1;
using namespace catalog::v1;

class TestServer::Insights final : public InsightsService::Service
{
public:
    explicit Insights(TestServer &server)
        : m_server(server)
    {
    }

    Status Query(ServerContext *context, const QueryRequest *request, QueryResponse *response) override
    {
        m_server.record(*context, *request);
        if (const Status status = m_server.letIn(*context); !status.ok())
            return status;
        return m_server.m_answers.query ? m_server.m_answers.query(*context, *request, *response) : Status::OK;
    }

private:
    TestServer &m_server;
};

class TestServer::Catalog final : public CatalogService::Service
{
public:
    explicit Catalog(TestServer &server)
        : m_server(server)
    {
    }

    Status ListProjects(ServerContext *context, const ListProjectsRequest *, ListProjectsResponse *response) override
    {
        if (const Status status = m_server.letIn(*context); !status.ok())
            return status;
        response->add_projects()->set_id("shop");
        return Status::OK;
    }

    Status ListEvents(ServerContext *, const ListEventsRequest *, ListEventsResponse *response) override
    {
        response->add_events()->set_name("purchase");
        return Status::OK;
    }

    Status ListProperties(ServerContext *, const ListPropertiesRequest *request,
                          ListPropertiesResponse *response) override
    {
        response->add_properties()->set_name("of " + request->event());
        return Status::OK;
    }

    Status ListPropertyValues(ServerContext *, const ListPropertyValuesRequest *request,
                              ListPropertyValuesResponse *response) override
    {
        response->add_values()->set_value(request->property() + " begins with " + request->prefix());
        return Status::OK;
    }

    Status ListUsers(ServerContext *, const ListUsersRequest *request, ListUsersResponse *response) override
    {
        response->add_users("user of " + request->series().breakdown());
        response->set_next_page_token(request->page_token() + "+");
        return Status::OK;
    }

private:
    TestServer &m_server;
};

class TestServer::Datasets final : public datasets::v1::DatasetService::Service
{
public:
    explicit Datasets(TestServer &server)
        : m_server(server)
    {
    }

    Status Preview(ServerContext *, const datasets::v1::PreviewRequest *request,
                   datasets::v1::PreviewResponse *response) override
    {
        response->add_columns()->set_name("of " + request->path());
        return Status::OK;
    }

    Status Import(ServerContext *context, const datasets::v1::ImportRequest *request,
                  grpc::ServerWriter<datasets::v1::ImportProgress> *writer) override
    {
        ++m_server.m_asked;
        return m_server.m_answers.import(*context, *request, *writer);
    }

private:
    TestServer &m_server;
};

TestServer::TestServer(const std::string &socket, Answers answers)
    : m_address("unix:" + socket)
    , m_answers(std::move(answers))
    , m_insights(std::make_unique<Insights>(*this))
    , m_catalog(std::make_unique<Catalog>(*this))
    , m_datasets(std::make_unique<Datasets>(*this))
{
    grpc::ServerBuilder builder;
    int port = 0;
    if (m_answers.credentials)
        builder.AddListeningPort("127.0.0.1:0", m_answers.credentials, &port);
    else
        builder.AddListeningPort(m_address, grpc::InsecureServerCredentials());
    if (m_answers.hasInsights)
        builder.RegisterService(m_insights.get());
    if (m_answers.hasCatalog)
        builder.RegisterService(m_catalog.get());
    if (m_answers.import)
        builder.RegisterService(m_datasets.get());
    m_server = builder.BuildAndStart();
    if (!m_server)
        throw std::runtime_error("cannot listen on " + m_address);
    if (m_answers.credentials)
        m_address = "127.0.0.1:" + std::to_string(port);
}

TestServer::~TestServer()
{
    m_server->Shutdown(std::chrono::system_clock::now());
}

Status TestServer::letIn(const ServerContext &context) const
{
    const auto sent = context.client_metadata().find("authorization");
    const bool isIn = m_answers.key.empty()
        || (sent != context.client_metadata().end() && sent->second == "Bearer " + m_answers.key);
    return isIn ? Status::OK : Status(grpc::StatusCode::UNAUTHENTICATED, "The key is not known here.");
}

TestServer::Metadata TestServer::lastMetadata() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastMetadata;
}

QueryRequest TestServer::lastRequest() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastRequest;
}

Status TestServer::waitForCancel(ServerContext &context, std::chrono::milliseconds longest)
{
    const auto end = std::chrono::steady_clock::now() + longest;
    while (std::chrono::steady_clock::now() < end) {
        if (context.IsCancelled()) {
            ++m_cancelled;
            return Status::CANCELLED;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return Status::OK;
}

void TestServer::record(const ServerContext &context, const QueryRequest &request)
{
    ++m_asked;
    const std::lock_guard lock(m_mutex);
    m_lastRequest = request;
    m_lastMetadata.clear();
    for (const auto &[key, value] : context.client_metadata())
        m_lastMetadata.emplace(std::string(key.data(), key.size()), std::string(value.data(), value.size()));
}
