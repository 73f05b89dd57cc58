// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "query/calendar.h"
#include "query/question.h"
#include "query/violation.h"

inline constexpr int maximumBreakdownLimit = 100;
inline constexpr int largestAnswer = 256 * 1024 * 1024; // bytes on the wire: what clients of ours take
inline constexpr int maximumFunnelSteps = 20;
inline constexpr std::int64_t maximumPoints = 2'000'000; // of one answer: events x buckets x groups

// Everything that is wrong with a question, in the order of its fields; empty when it can be asked. The one check of
// the program and the service.
Violations check(const insights::v1::QuerySpec &spec);

// Whether the answer would have more points than maximumPoints; for a retention its cells, cohorts x periods x groups.
// Quick for any range. Nothing for a question that check() refuses.
Violations checkPoints(const insights::v1::QuerySpec &spec, const Calendar &calendar);
