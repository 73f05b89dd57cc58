// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <absl/time/time.h>

#include <insights/v1/insights.pb.h>

enum class WeekStart { Sunday, Monday };

WeekStart weekStartOf(std::string_view name); // "monday", anything else is sunday
std::string_view nameOf(WeekStart weekStart);

// Hours, days and weeks of a project's time zone. Times are milliseconds since the epoch.
class Calendar
{
public:
    // Nothing when the zone is not an IANA name this machine knows.
    static std::optional<Calendar> of(const std::string &zone, WeekStart weekStart);

    const std::string &zone() const { return m_zone; }
    WeekStart weekStart() const { return m_weekStart; }
    const absl::TimeZone &timeZone() const { return m_timeZone; }

    // The instant at which the calendar hour, day or week holding `time` begins. A day whose midnight does not exist
    // begins at the first instant after it; an hour that happens twice is two buckets.
    std::int64_t bucketStart(std::int64_t time, insights::v1::Granularity granularity) const;
    std::int64_t nextBucket(std::int64_t bucket, insights::v1::Granularity granularity) const;
    // Starts of all buckets that [start, end) touches, ascending; the first may lie before start. Stops one past
    // `most`, so that a caller can refuse a range without walking it.
    std::vector<std::int64_t> buckets(std::int64_t start, std::int64_t end, insights::v1::Granularity granularity,
                                      std::size_t most = SIZE_MAX) const;

    // ISO 8601 text to an instant: with an offset or Z as written, without one in this zone; a date alone is its
    // midnight. Nothing when it is no time.
    std::optional<std::int64_t> parseTime(std::string_view text) const;
    // "2026-05-01T00:00:00.000Z"
    static std::string isoTime(std::int64_t time);
    // "2026-05-01T00:00:00-04:00", in this zone; milliseconds only when there are some.
    std::string localIsoTime(std::int64_t time) const;

private:
    Calendar(std::string zone, absl::TimeZone timeZone, WeekStart weekStart);

    std::string m_zone;
    absl::TimeZone m_timeZone;
    WeekStart m_weekStart;
};

// The IANA name nearest to one that is not known, for messages; empty when nothing is near.
std::string nearestZone(const std::string &zone);

std::int64_t milliseconds(const google::protobuf::Timestamp &time);
google::protobuf::Timestamp timestamp(std::int64_t milliseconds);
