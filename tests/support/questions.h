// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include <cstdint>
#include <initializer_list>
#include <string>

#include "query/calendar.h"

// Milliseconds of an ISO 8601 time, in UTC when it names no offset.
inline std::int64_t at(const std::string &time)
{
    return Calendar::of("UTC", WeekStart::Sunday)->parseTime(time).value();
}

inline insights::v1::TimeRange rangeOf(const std::string &start, const std::string &end)
{
    insights::v1::TimeRange range;
    *range.mutable_start() = timestamp(at(start));
    *range.mutable_end() = timestamp(at(end));
    return range;
}

// A question that check() lets pass: daily events of May 2026, UTC.
inline insights::v1::QuerySpec trendOf(std::initializer_list<std::string> events)
{
    insights::v1::QuerySpec spec;
    for (const std::string &event : events)
        spec.add_events()->set_name(event);
    *spec.mutable_time_range() = rangeOf("2026-05-01", "2026-06-01");
    spec.set_granularity(insights::v1::GRANULARITY_DAY);
    return spec;
}

inline insights::v1::QuerySpec trendOf(const std::string &event)
{
    return trendOf({event});
}
