// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/client/test_server.h"

#include "client/grpc_insights_client.h"
#include "tests/support/questions.h"

#include <QTemporaryDir>

// A place for a server, and what a client needs to find it.
class Served
{
public:
    std::string socket() const { return m_directory.filePath("s").toStdString(); }

    Endpoint endpoint(std::chrono::milliseconds deadline = std::chrono::seconds(30)) const
    {
        return {"unix:" + socket(), "", deadline, deadline};
    }

    void serve(TestServer::Answers answers) { m_server = std::make_unique<TestServer>(socket(), std::move(answers)); }
    void stop() { m_server.reset(); }
    TestServer &server() { return *m_server; }

    // Questions wait until they are cancelled.
    TestServer::Answers slowly()
    {
        return {[this](auto &context, const auto &, auto &) { return m_server->waitForCancel(context); }};
    }

private:
    QTemporaryDir m_directory;
    std::unique_ptr<TestServer> m_server;
};

inline grpc::Status answerWithColumns(grpc::ServerContext &, const insights::v1::QueryRequest &,
                                      insights::v1::QueryResponse &response)
{
    auto &columns = *response.mutable_columns();
    columns.add_timestamps(at("2026-05-01"));
    columns.add_timestamps(at("2026-05-02"));
    auto &series = *columns.add_series();
    series.set_event("page_view");
    series.add_values(3);
    series.add_values(5);
    return grpc::Status::OK;
}
