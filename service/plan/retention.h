// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include <insights/v1/insights.pb.h>

#include "service/plan/project_table.h"
#include "service/plan/statement.h"

// The cohorts of a range over its buckets (Calendar::buckets, not empty). Rows, in RowBinary:
//   [group String, with a breakdown: of the first starting event]
//   cohort UInt32 (its place in `buckets`), place UInt32 (0: the cohort itself; k + 1: came back in period k),
//   users UInt64
// What nobody did has no row.
Statement planRetention(const insights::v1::QuerySpec &spec, const std::vector<std::int64_t> &buckets,
                        const ProjectTable &table);

// The users of one cohort (its place in `buckets`) as the column `ie_user`, a row each; of those who came back in
// `period` when it is not negative. With a breakdown there is a column `ie_group`.
std::string cohortUsers(const insights::v1::QuerySpec &spec, const std::vector<std::int64_t> &buckets,
                        std::size_t cohort, int period, const ProjectTable &table, Statement &statement);

struct RetentionAnswer
{
    insights::v1::RetentionResult result; // cohorts by group, then by date; the rest last
    std::uint64_t groups = 0; // before the cut; 0 without a breakdown
};

// `firstUnfinished` is the first of `buckets` that is not over; buckets.size() when all are.
RetentionAnswer retentionAnswer(const insights::v1::QuerySpec &spec, const std::vector<std::int64_t> &buckets,
                                std::size_t firstUnfinished, std::string_view rows);
