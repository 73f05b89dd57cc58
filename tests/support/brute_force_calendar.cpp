// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute_force_calendar.h"

#include <QDateTime>
#include <QTimeZone>

#include <stdexcept>
#include <utility>

using namespace insights::v1;

namespace brute {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t step = 15 * minute; // every offset and every change of one is a multiple of it
constexpr std::int64_t longest = 9 * day; // no bucket is longer

std::int64_t floorDivided(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

// What the wall clock shows that two instants of one bucket have in common.
using Label = std::pair<std::int64_t, int>;

Label labelOf(std::int64_t time, int offset, Granularity granularity, WeekStart weekStart)
{
    const std::int64_t local = time + offset * std::int64_t{1000};
    if (granularity == GRANULARITY_HOUR)
        return {floorDivided(local, hour), offset}; // an hour that happens twice has two offsets
    const std::int64_t date = floorDivided(local, day);
    if (granularity == GRANULARITY_DAY)
        return {date, 0};
    return {floorDivided(date + (weekStart == WeekStart::Sunday ? 4 : 3), 7), 0}; // 1970-01-01 was a Thursday
}

} // namespace

std::vector<Bucket> walkBuckets(const std::string &zone, WeekStart weekStart, Granularity granularity,
                                std::int64_t start, std::int64_t end)
{
    const QTimeZone qtZone(QByteArray::fromStdString(zone));
    const auto instant = [](std::int64_t time) { return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC); };
    const std::int64_t from = floorDivided(start - longest, step) * step;
    const QTimeZone::OffsetDataList changes = qtZone.transitions(instant(from), instant(end + longest));

    std::vector<Bucket> buckets;
    int offset = qtZone.offsetFromUtc(instant(from));
    auto change = changes.cbegin();
    Label label;
    for (std::int64_t time = from; time < end + longest; time += step) {
        for (; change != changes.cend() && change->atUtc.toMSecsSinceEpoch() <= time; ++change)
            offset = change->offsetFromUtc;
        const Label current = labelOf(time, offset, granularity, weekStart);
        if (buckets.empty() || current != label)
            buckets.push_back({time, time});
        buckets.back().end = time + step;
        label = current;
    }
    std::erase_if(buckets, [&](const Bucket &bucket) { return bucket.end <= start || bucket.start >= end; });
    return buckets;
}

std::size_t bucketAt(const std::vector<Bucket> &buckets, std::int64_t time)
{
    for (std::size_t i = 0; i < buckets.size(); ++i)
        if (time >= buckets[i].start && time < buckets[i].end)
            return i;
    throw std::out_of_range("a time outside the range");
}

} // namespace brute
