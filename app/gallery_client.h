// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/import_client.h"

// Answers everything from what it is given, or never, for pictures of what that looks like.
class GalleryClient final : public InsightsClient, public ImportClient
{
public:
    static constexpr std::int64_t firstDay = 1'777'593'600'000; // 1 May 2026, ms
    static constexpr std::int64_t dayMs = 86'400'000;
    static constexpr int days = 31;

    // Over the days of May, the last of them unfinished.
    static AnswerFrames answerTo(const insights::v1::QuerySpec &spec);

    std::optional<Outcome<AnswerFrames>> answer; // none: the question stays under way
    bool answersTrends = false; // each with answerTo()
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
    PendingCallPtr listUsers(const catalog::v1::ListUsersRequest &request,
                             Handler<catalog::v1::ListUsersResponse> handler) override;
    PendingCallPtr preview(const datasets::v1::PreviewRequest &request,
                           Handler<datasets::v1::PreviewResponse> handler) override;
    PendingCallPtr import(const datasets::v1::ImportRequest &request, Watch watch,
                          Handler<datasets::v1::ImportProgress> handler) override;
    PendingCallPtr makeDemo(Watch watch, Handler<datasets::v1::ImportProgress> handler) override;
};
