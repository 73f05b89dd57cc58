// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "service/plan/project_table.h"
#include "service/plan/statement.h"

// The events that one event of the question counts.
std::string trendCondition(const insights::v1::QuerySpec &spec, int eventIndex, const ProjectTable &table,
                           Statement &statement);

// One event of a trend over the buckets of its range (Calendar::buckets, not empty). Rows, in RowBinary:
//   without a breakdown   bucket UInt32 (its place in `buckets`), value Float64
//   with one              bucket UInt32, value Float64, place UInt32 (from 1 in the order of semantics.md; 0 is the
//                         rest), name String ('' for the rest), groups UInt64 (how many there are before the cut)
// Buckets without events have no row.
Statement planTrend(const insights::v1::QuerySpec &spec, int eventIndex, const std::vector<std::int64_t> &buckets,
                    const ProjectTable &table);

// The rows of planTrend as zero-filled columns, appended to `columns` in the order of their places, the rest last.
// Answers how many groups there are before the cut (0 without a breakdown). Without a breakdown there is always a
// series. Throws std::runtime_error when the rows are not of that form.
std::uint64_t appendTrend(const insights::v1::QuerySpec &spec, int eventIndex, std::size_t buckets,
                          std::string_view rows, insights::v1::SeriesColumns &columns);
