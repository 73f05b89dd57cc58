// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasets/v1/datasets.pb.h>

#include "client/insights_client.h"

// Brings files of this machine into the local service. Threads and handlers as with InsightsClient; letting go of a
// call cancels it, and leaves the project as it was.
class ImportClient
{
public:
    virtual ~ImportClient() = default;

    using Watch = std::function<void(const datasets::v1::ImportProgress &)>; // some ten times a second

    [[nodiscard]] virtual PendingCallPtr preview(const datasets::v1::PreviewRequest &request,
                                                 Handler<datasets::v1::PreviewResponse> handler)
        = 0;
    // Both end with the last progress, which has the summary and the bad lines.
    [[nodiscard]] virtual PendingCallPtr import(const datasets::v1::ImportRequest &request, Watch watch,
                                                Handler<datasets::v1::ImportProgress> handler)
        = 0;
    [[nodiscard]] virtual PendingCallPtr makeDemo(Watch watch, Handler<datasets::v1::ImportProgress> handler) = 0;
};
