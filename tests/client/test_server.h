// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include <catalog/v1/catalog.grpc.pb.h>
#include <datasets/v1/datasets.grpc.pb.h>
#include <grpcpp/grpcpp.h>
#include <insights/v1/insights.grpc.pb.h>

// A real server of the test's own, in this process, on a unix socket or a port. What it answers is set before it is asked.
// Calls come in gRPC's threads.
class TestServer
{
public:
    using Query = std::function<grpc::Status(grpc::ServerContext &, const insights::v1::QueryRequest &,
                                             insights::v1::QueryResponse &)>;
    using Metadata = std::map<std::string, std::string>;

    using Import = std::function<grpc::Status(grpc::ServerContext &, const datasets::v1::ImportRequest &,
                                              grpc::ServerWriter<datasets::v1::ImportProgress> &)>;

    struct Answers
    {
        Query query; // OK and empty without
        bool hasCatalog = true;
        Import import; // no datasets without
        std::shared_ptr<grpc::ServerCredentials> credentials; // then on a port of this machine
        std::string key; // asked for by the catalog and Query; none when empty
        bool hasInsights = true;
    };

    TestServer(const std::string &socket, Answers answers);
    // Breaks off what still runs.
    ~TestServer();

    std::string address() const { return m_address; }
    Metadata lastMetadata() const;
    insights::v1::QueryRequest lastRequest() const;
    int cancelled() const { return m_cancelled; } // by waitForCancel
    int asked() const { return m_asked; }

    // An answer that comes when the caller gave up, or after `longest`.
    grpc::Status waitForCancel(grpc::ServerContext &context,
                               std::chrono::milliseconds longest = std::chrono::seconds(20));

private:
    class Insights;
    class Catalog;
    class Datasets;

    grpc::Status letIn(const grpc::ServerContext &context) const;
    void record(const grpc::ServerContext &context, const insights::v1::QueryRequest &request);

    std::string m_address;
    const Answers m_answers;
    mutable std::mutex m_mutex; // of what was last
    Metadata m_lastMetadata;
    insights::v1::QueryRequest m_lastRequest;
    std::atomic<int> m_cancelled = 0;
    std::atomic<int> m_asked = 0;
    std::unique_ptr<Insights> m_insights;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<Datasets> m_datasets;
    std::unique_ptr<grpc::Server> m_server; // last in, first out
};
