// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/datasets/import_journal.h"
#include "service/datasets/store.h"

// What the demo project is, for those who describe or test it. Times are New York's.
struct DemoFacts
{
    static constexpr char project[] = "demo";
    static constexpr char name[] = "Acme Shop · demo";
    static constexpr char timezone[] = "America/New_York";
    static constexpr char firstDay[] = "2026-01-02";
    static constexpr int days = 150; // to 2026-05-31
    static constexpr std::uint64_t events = 1'000'000;
    static constexpr std::uint32_t users = 40'000; // and the cookieless visitors, about one page view in a hundred
    static constexpr std::uint32_t products = 50'000;

    static constexpr int launchDay = 74; // 2026-03-17: smart search; more visitors, a feature that was not there before
    static constexpr int campaignDay = 123; // 2026-05-05: a campaign in Brazil
    static constexpr int outageDay = 102; // 2026-04-14, 09:40 to 14:10: no events; payments fail until 20:00
};

// Makes the project "demo" anew: a shop of five months, the same events each time. Throws DatasetError and EngineError.
datasets::v1::ImportSummary makeDemo(ProjectStore &store, const ImportWatch &watch);
