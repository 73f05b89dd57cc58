// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "query/violation.h"

inline constexpr int defaultBreakdownLimit = 10;
inline constexpr int maximumBreakdownLimit = 100;
inline constexpr int maximumFunnelSteps = 20;
inline constexpr std::int64_t maximumPoints = 2'000'000; // buckets x groups of one answer

// Everything that is wrong with a question, in the order of its fields; empty when it can be asked. The one check of
// the program and the service.
Violations check(const insights::v1::QuerySpec &spec);

// UNSPECIFIED resolved as the contract says.
insights::v1::Aggregation aggregationOf(const insights::v1::QuerySpec &spec);
insights::v1::Visualization visualizationOf(const insights::v1::QuerySpec &spec);
int breakdownLimitOf(const insights::v1::QuerySpec &spec);

// Line, area and bar: the answers that are series over time.
bool isTrend(const insights::v1::QuerySpec &spec);
bool needsNumber(insights::v1::Operator op); // LT, LTE, GT, GTE
bool needsRange(insights::v1::Operator op); // BETWEEN, NOT_BETWEEN
bool needsList(insights::v1::Operator op); // IN, NOT_IN
bool needsNoValue(insights::v1::Operator op); // IS_SET, IS_NOT_SET
// A decimal number as SUM and LT read it; empty, "nan", "inf", hexadecimal and surrounding spaces are none.
bool isNumber(std::string_view text);
