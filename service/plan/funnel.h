// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <insights/v1/insights.pb.h>

#include "service/plan/project_table.h"
#include "service/plan/statement.h"

// The step events of each user of a funnel who did its first step. Rows, in RowBinary, one per user:
//   [user String, if asked for]  [group String, with a breakdown: first touch]
//   events Array(UInt64), ascending: (ms since 1900 << 20) | the steps the event can be, bit 0 for step 1
// windowFunnel is not used: it counts one event for two steps, or (strict_once) takes quadratic time; it also says
// nothing of the time between steps. The walk over sorted arrays is exact, linear and no slower (engine measured).
Statement planFunnel(const insights::v1::QuerySpec &spec, const ProjectTable &table, bool withUsers = false);

// A user on the way through the funnel.
struct FunnelUser
{
    std::string_view user; // empty unless asked for
    std::string_view group; // empty without a breakdown
    const class FunnelChain &chain;
};

// Walks each user of planFunnel's rows. Throws std::runtime_error when the rows are not of that form.
void walkFunnel(const insights::v1::QuerySpec &spec, std::string_view rows, bool withUsers,
                const std::function<void(const FunnelUser &)> &visit);

struct FunnelAnswer
{
    insights::v1::FunnelResult result; // steps of the first group, then of the next, the rest last
    std::uint64_t groups = 0; // before the cut; 0 without a breakdown
};

// `now` (ms) decides whose window still runs.
FunnelAnswer funnelAnswer(const insights::v1::QuerySpec &spec, std::string_view rows, std::int64_t now);
