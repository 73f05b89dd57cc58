// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <catalog/v1/catalog.grpc.pb.h>
#include <datasets/v1/datasets.grpc.pb.h>
#include <grpcpp/channel.h>
#include <insights/v1/insights.grpc.pb.h>

#include "client/endpoint.h"
#include "client/insights_client.h"

// The way to one server.
class Connection
{
public:
    explicit Connection(Endpoint endpoint);

    // Before each call, once the address is known to be usable. Where the server could not be reached before, it is
    // looked for at once, without waiting out gRPC's pause.
    void wake();
    // The next call takes a new way there: this one may be dead without a word, and TCP would try it for minutes.
    void doubt() { m_isDoubted = true; }
    insights::v1::InsightsService::Stub &insights() { return *m_insights; }
    catalog::v1::CatalogService::Stub &catalog() { return *m_catalog; }
    datasets::v1::DatasetService::Stub &datasets() { return *m_datasets; }

private:
    void open();

    const Endpoint m_endpoint;
    std::shared_ptr<grpc::Channel> m_channel;
    bool m_isDoubted = false;
    std::unique_ptr<insights::v1::InsightsService::Stub> m_insights;
    std::unique_ptr<catalog::v1::CatalogService::Stub> m_catalog;
    std::unique_ptr<datasets::v1::DatasetService::Stub> m_datasets;
};

// Why the endpoint or what goes with each call cannot be used; nothing when all can. gRPC would end the program over a
// key or project that is no printable ASCII.
std::optional<Failure> refusal(const Endpoint &endpoint, const std::string &project);
