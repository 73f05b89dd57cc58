// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "client/endpoint.h"
#include "client/import_client.h"
#include "client/insights_client.h"

// Asks an insightsd, or any server of the Insights API, over gRPC. Needs a QCoreApplication that outlives it. Its end
// abandons all calls; PendingCalls may outlive it. A server that went away is looked for anew with each call.
class GrpcInsightsClient final : public InsightsClient, public ImportClient
{
public:
    explicit GrpcInsightsClient(Endpoint endpoint);
    ~GrpcInsightsClient() override;

    // From now on another server is asked. Abandons all calls, so nothing of the one before arrives.
    void setEndpoint(Endpoint endpoint);
    void setProject(const std::string &project) override;
    [[nodiscard]] PendingCallPtr query(const insights::v1::QuerySpec &spec, Handler<AnswerFrames> handler) override;
    [[nodiscard]] PendingCallPtr listProjects(Handler<catalog::v1::ListProjectsResponse> handler) override;
    [[nodiscard]] PendingCallPtr listEvents(Handler<catalog::v1::ListEventsResponse> handler) override;
    [[nodiscard]] PendingCallPtr listProperties(const catalog::v1::ListPropertiesRequest &request,
                                                Handler<catalog::v1::ListPropertiesResponse> handler) override;
    [[nodiscard]] PendingCallPtr listPropertyValues(const catalog::v1::ListPropertyValuesRequest &request,
                                                    Handler<catalog::v1::ListPropertyValuesResponse> handler) override;
    [[nodiscard]] PendingCallPtr listUsers(const catalog::v1::ListUsersRequest &request,
                                           Handler<catalog::v1::ListUsersResponse> handler) override;
    [[nodiscard]] PendingCallPtr preview(const datasets::v1::PreviewRequest &request,
                                         Handler<datasets::v1::PreviewResponse> handler) override;
    [[nodiscard]] PendingCallPtr import(const datasets::v1::ImportRequest &request, Watch watch,
                                        Handler<datasets::v1::ImportProgress> handler) override;
    [[nodiscard]] PendingCallPtr makeDemo(Watch watch, Handler<datasets::v1::ImportProgress> handler) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};
