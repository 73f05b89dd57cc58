// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <insights/v1/insights.pb.h>

#include "query/calendar.h"

namespace brute {

// An hour, day or week of a project: [start, end), milliseconds since the epoch.
struct Bucket
{
    std::int64_t start = 0;
    std::int64_t end = 0;
};

// All buckets that [start, end) touches, whole ones, by walking through the zone in steps of 15 minutes and watching
// what its wall clock says. Qt's zones, not the program's Calendar.
std::vector<Bucket> walkBuckets(const std::string &zone, WeekStart weekStart, insights::v1::Granularity granularity,
                                std::int64_t start, std::int64_t end);

// The place of the bucket that holds a time within the range.
std::size_t bucketAt(const std::vector<Bucket> &buckets, std::int64_t time);

} // namespace brute
