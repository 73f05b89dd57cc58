// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.grpc.pb.h>

#include "service/api/server.h"

#include <grpcpp/create_channel.h>

#include <QTemporaryDir>

inline EngineRows rowsOf(std::string bytes)
{
    const auto owner = std::make_shared<const std::string>(std::move(bytes));
    return {owner, *owner};
}

// Answers what a test says, when it says so.
class FakeEngine final : public QueryEngine
{
public:
    std::function<EngineRows(const Caller &)> answer = [](const Caller &) { return EngineRows{}; };

    EngineRows execute(const Statement &, const Caller &caller) override { return answer(caller); }
    std::string name() const override { return "fake 1.0"; }
};

class FakeProjects final : public Projects
{
public:
    FakeProjects()
    {
        auto table = std::make_shared<ProjectTable>();
        table->project = "shop";
        table->table = "insights.`shop`";
        m_table = table;
        auto past = std::make_shared<ProjectTable>(*table);
        past->project = "past";
        past->lastEvent = 1'704'103'200'000; // 2024-01-01T10:00Z
        past->timezone = "Asia/Kathmandu";
        m_past = past;
    }

    std::vector<ProjectTablePtr> projects() const override { return {m_past, m_table}; }
    ProjectTablePtr project(const std::string &id) const override
    {
        return id == "shop" ? m_table : id == "past" ? m_past : nullptr;
    }

private:
    ProjectTablePtr m_table;
    ProjectTablePtr m_past;
};

inline insights::v1::QuerySpec trend()
{
    using namespace insights::v1;
    QuerySpec spec;
    spec.add_events()->set_name("page_view");
    *spec.mutable_time_range()->mutable_start() = timestamp(1'777'593'600'000);
    *spec.mutable_time_range()->mutable_end() = timestamp(1'777'852'800'000);
    spec.set_granularity(GRANULARITY_DAY);
    return spec;
}

inline insights::v1::QuerySpec questionOf(insights::v1::Visualization visualization)
{
    insights::v1::QuerySpec spec = trend();
    spec.set_visualization(visualization);
    spec.mutable_starting_event()->set_name("sign_up"); // read by a retention only
    return spec;
}

// The handlers behind a real gRPC server on a unix socket, over an engine and projects that are not.
struct ServedApi
{
    explicit ServedApi(ServerOptions options = {})
        : server(engine, projects, nullptr, listening(std::move(options)))
        , channel(grpc::CreateChannel(server.address(), grpc::InsecureChannelCredentials()))
        , insights(insights::v1::InsightsService::NewStub(channel))
    {
    }

    grpc::Status ask(const insights::v1::QuerySpec &spec, insights::v1::QueryResponse &response,
                     const std::string &project = "shop",
                     insights::v1::ResultForm form = insights::v1::RESULT_FORM_UNSPECIFIED)
    {
        grpc::ClientContext context;
        if (!project.empty())
            context.AddMetadata("x-project-id", project);
        insights::v1::QueryRequest request;
        *request.mutable_query() = spec;
        request.set_form(form);
        return insights->Query(&context, request, &response);
    }

    ServerOptions listening(ServerOptions options) const
    {
        options.address = "unix:" + folder.filePath("s.sock").toStdString();
        return options;
    }

    QTemporaryDir folder;
    FakeEngine engine;
    FakeProjects projects;
    ApiServer server;
    std::shared_ptr<grpc::Channel> channel;
    std::unique_ptr<insights::v1::InsightsService::Stub> insights;
};
