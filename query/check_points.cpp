// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/check.h"

using namespace insights::v1;

namespace {

constexpr std::int64_t hour = 3'600'000; // ms

std::int64_t lengthOf(Granularity granularity)
{
    return granularity == GRANULARITY_HOUR ? hour : granularity == GRANULARITY_DAY ? 24 * hour : 7 * 24 * hour;
}

// The most buckets of which the cells, or the points, are not too many.
std::int64_t mostBuckets(bool isRetention, std::int64_t groups)
{
    if (!isRetention)
        return maximumPoints / groups;
    std::int64_t buckets = 0;
    while ((buckets + 1) * (buckets + 2) / 2 * groups <= maximumPoints)
        ++buckets;
    return buckets;
}

bool hasMoreBuckets(std::int64_t start, std::int64_t end, Granularity granularity, const Calendar &calendar,
                    std::int64_t most)
{
    // No bucket is longer than 8/7 of its usual length, and on the whole they are longer than half of it: only near the
    // bound the calendar must be asked.
    const std::int64_t usual = lengthOf(granularity);
    if ((end - start) / (usual * 8 / 7) > most)
        return true;
    if ((end - start) / (usual / 2) + 2 <= most)
        return false;
    return calendar.buckets(start, end, granularity, static_cast<std::size_t>(most)).size()
        > static_cast<std::size_t>(most);
}

} // namespace

Violations checkPoints(const QuerySpec &spec, const Calendar &calendar)
{
    const bool isRetention = visualizationOf(spec) == VISUALIZATION_RETENTION;
    if ((!isRetention && !isTrend(spec)) || !check(spec).empty())
        return {};
    const std::int64_t start = milliseconds(spec.time_range().start());
    const std::int64_t end = milliseconds(spec.time_range().end());
    const std::int64_t events = isRetention ? 1 : spec.events_size();
    const std::int64_t groups = events * (spec.has_breakdown() ? breakdownLimitOf(spec) + 1 : 1);
    if (!hasMoreBuckets(start, end, spec.granularity(), calendar, mostBuckets(isRetention, groups)))
        return {};
    return {{"query.timeRange",
             std::string("gives more than 2,000,000 ")
                 + (isRetention ? "cells (cohorts x periods x groups)" : "points (buckets x groups)")
                 + ": ask for a shorter range"
                 + (spec.has_breakdown() ? ", a coarser granularity or a smaller breakdownLimit"
                                         : " or a coarser granularity")}};
}
