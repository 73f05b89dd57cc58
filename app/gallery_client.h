// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/import_client.h"

// Answers everything from what it is given, or never, for pictures of what that looks like.
class GalleryClient final : public InsightsClient, public ImportClient
{
public:
    std::optional<Outcome<AnswerFrames>> answer; // none: the question stays under way
    std::optional<Outcome<datasets::v1::PreviewResponse>> seen;
    std::optional<Outcome<datasets::v1::ImportProgress>> imported;
    datasets::v1::ImportProgress progress; // told once
    catalog::v1::ListProjectsResponse projects;
    catalog::v1::ListEventsResponse events;
    catalog::v1::ListPropertiesResponse properties;

    GalleryClient();

    void setProject(const std::string &) override { }
    PendingCallPtr query(const insights::v1::QuerySpec &spec, Handler<AnswerFrames> handler) override;
    PendingCallPtr listProjects(Handler<catalog::v1::ListProjectsResponse> handler) override;
    PendingCallPtr listEvents(Handler<catalog::v1::ListEventsResponse> handler) override;
    PendingCallPtr listProperties(const catalog::v1::ListPropertiesRequest &request,
                                  Handler<catalog::v1::ListPropertiesResponse> handler) override;
    PendingCallPtr listPropertyValues(const catalog::v1::ListPropertyValuesRequest &request,
                                      Handler<catalog::v1::ListPropertyValuesResponse> handler) override;
    PendingCallPtr preview(const datasets::v1::PreviewRequest &request,
                           Handler<datasets::v1::PreviewResponse> handler) override;
    PendingCallPtr import(const datasets::v1::ImportRequest &request, Watch watch,
                          Handler<datasets::v1::ImportProgress> handler) override;
    PendingCallPtr makeDemo(Watch watch, Handler<datasets::v1::ImportProgress> handler) override;
};
