// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include <insights/v1/insights.pb.h>

inline constexpr int defaultBreakdownLimit = 10;

// UNSPECIFIED resolved as the contract says.
insights::v1::Aggregation aggregationOf(const insights::v1::QuerySpec &spec);
insights::v1::Visualization visualizationOf(const insights::v1::QuerySpec &spec);
int breakdownLimitOf(const insights::v1::QuerySpec &spec);

// Line, area and bar: the answers that are series over time.
bool isTrend(const insights::v1::QuerySpec &spec);
// Whether anything is asked about: an event, or for a retention its starting or return event.
bool hasEvents(const insights::v1::QuerySpec &spec);
bool needsNumber(insights::v1::Operator op); // LT, LTE, GT, GTE
bool needsRange(insights::v1::Operator op); // BETWEEN, NOT_BETWEEN
bool needsList(insights::v1::Operator op); // IN, NOT_IN
bool needsNoValue(insights::v1::Operator op); // IS_SET, IS_NOT_SET
// A decimal number as SUM and LT read it; empty, "nan", "inf", hexadecimal and surrounding spaces are none.
std::optional<double> numberIn(std::string_view text);
bool isNumber(std::string_view text);
