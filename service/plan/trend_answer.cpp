// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "service/plan/row_reader.h"
#include "service/plan/trends.h"

using namespace insights::v1;

namespace {

SeriesColumn zeroSeries(const QuerySpec &spec, int eventIndex, std::size_t buckets)
{
    SeriesColumn series;
    series.set_event(spec.events(eventIndex).name());
    series.set_event_index(eventIndex);
    series.mutable_values()->Resize(static_cast<int>(buckets), 0.0);
    return series;
}

void setValue(SeriesColumn &series, std::uint32_t bucket, double value)
{
    if (bucket >= static_cast<std::uint32_t>(series.values_size()))
        throw std::runtime_error("the engine answered for a bucket outside the range");
    series.set_values(static_cast<int>(bucket), value);
}

} // namespace

std::uint64_t appendTrend(const QuerySpec &spec, int eventIndex, std::size_t buckets, std::string_view rows,
                          SeriesColumns &columns)
{
    RowReader reader(rows);
    if (!spec.has_breakdown()) {
        SeriesColumn &series = *columns.add_series();
        series = zeroSeries(spec, eventIndex, buckets);
        while (!reader.atEnd()) {
            const auto bucket = reader.number<std::uint32_t>();
            setValue(series, bucket, reader.number<double>());
        }
        return 0;
    }

    std::uint64_t groups = 0;
    std::map<std::uint32_t, SeriesColumn> byPlace; // the rest, place 0, wraps round to the end
    while (!reader.atEnd()) {
        const auto bucket = reader.number<std::uint32_t>();
        const auto value = reader.number<double>();
        const auto place = reader.number<std::uint32_t>();
        const std::string_view name = reader.text();
        groups = reader.number<std::uint64_t>();
        const auto [entry, isNew] = byPlace.try_emplace(place - 1);
        SeriesColumn &series = entry->second;
        if (isNew) {
            series = zeroSeries(spec, eventIndex, buckets);
            series.set_is_others(place == 0);
            series.set_breakdown(place == 0 ? "$others" : std::string(name));
        }
        setValue(series, bucket, value);
    }
    for (auto &[place, series] : byPlace)
        *columns.add_series() = std::move(series);
    return groups;
}
