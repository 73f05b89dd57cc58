// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/import_client.h"
#include "tests/support/fake_insights_client.h"

// A local service of the test's own. Calls stay open until the test answers them.
class FakeImportClient final : public ImportClient
{
public:
    FakeCalls<datasets::v1::PreviewRequest, datasets::v1::PreviewResponse> previews;
    FakeCalls<datasets::v1::ImportRequest, datasets::v1::ImportProgress> imports;
    FakeCalls<std::monostate, datasets::v1::ImportProgress> demos;
    Watch watch; // of the last import or demo

    PendingCallPtr preview(const datasets::v1::PreviewRequest &request,
                           Handler<datasets::v1::PreviewResponse> handler) override
    {
        return previews.start(request, {}, std::move(handler));
    }

    PendingCallPtr import(const datasets::v1::ImportRequest &request, Watch progress,
                          Handler<datasets::v1::ImportProgress> handler) override
    {
        watch = std::move(progress);
        return imports.start(request, {}, std::move(handler));
    }

    PendingCallPtr makeDemo(Watch progress, Handler<datasets::v1::ImportProgress> handler) override
    {
        watch = std::move(progress);
        return demos.start({}, {}, std::move(handler));
    }
};
