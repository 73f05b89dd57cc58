// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/ask.h"

#include <chrono>

#include "query/calendar.h"
#include "query/check.h"
#include "service/api/status.h"
#include "service/plan/trends.h"

using namespace insights::v1;

namespace {

Calendar calendarOf(const ProjectTable &table)
{
    if (const auto calendar = Calendar::of(table.timezone, table.weekStart))
        return *calendar;
    throw std::runtime_error("the time zone " + table.timezone + " of project " + table.project
                             + " is not known on this machine");
}

std::vector<std::int64_t> bucketsOf(const QuerySpec &spec, const Calendar &calendar)
{
    const std::int64_t groups
        = spec.events_size() * (spec.has_breakdown() ? breakdownLimitOf(spec) + std::int64_t(1) : 1);
    const auto most = static_cast<std::size_t>(maximumPoints / groups);
    auto buckets = calendar.buckets(milliseconds(spec.time_range().start()), milliseconds(spec.time_range().end()),
                                    spec.granularity(), most);
    if (buckets.size() > most)
        throw InvalidQuestion("query.timeRange",
                              "gives more than 2,000,000 points (buckets x groups): ask for a shorter range, a "
                              "coarser granularity or a smaller breakdownLimit");
    return buckets;
}

void setIncompleteFrom(const std::vector<std::int64_t> &buckets, const QuerySpec &spec, const Calendar &calendar,
                       std::int64_t now, ResultInfo &info)
{
    for (auto bucket = buckets.rbegin(); bucket != buckets.rend(); ++bucket) {
        if (calendar.nextBucket(*bucket, spec.granularity()) <= now)
            return;
        *info.mutable_incomplete_from() = timestamp(*bucket);
    }
}

SeriesColumns askTrend(const QuerySpec &spec, const ProjectTable &table, QueryEngine &engine,
                       const Abandoned &abandoned, std::int64_t now, ResultInfo &info)
{
    const Calendar calendar = calendarOf(table);
    const auto buckets = bucketsOf(spec, calendar);
    SeriesColumns columns;
    columns.mutable_timestamps()->Add(buckets.begin(), buckets.end());
    for (int i = 0; i < spec.events_size(); ++i) {
        const EngineRows rows = engine.execute(planTrend(spec, i, buckets, table), abandoned);
        const std::uint64_t groups = appendTrend(spec, i, buckets.size(), rows.bytes, columns);
        info.set_rows_read(info.rows_read() + rows.rowsRead);
        info.set_groups_total(info.groups_total() + groups);
        if (groups > static_cast<std::uint64_t>(breakdownLimitOf(spec)))
            info.set_truncated(true);
    }
    setIncompleteFrom(buckets, spec, calendar, now, info);
    return columns;
}

void addPoints(const SeriesColumns &columns, QueryResponse &response)
{
    for (const SeriesColumn &series : columns.series()) {
        for (int i = 0; i < columns.timestamps_size(); ++i) {
            SeriesPoint &point = *response.add_series();
            *point.mutable_timestamp() = timestamp(columns.timestamps(i));
            point.set_value(series.values(i));
            point.set_event(series.event());
            point.set_event_index(series.event_index());
            point.set_is_others(series.is_others());
            if (series.has_breakdown())
                point.set_breakdown(series.breakdown());
        }
    }
}

} // namespace

QueryResponse ask(const QueryRequest &request, const ProjectTable &table, QueryEngine &engine,
                  const Abandoned &abandoned, std::int64_t now)
{
    const auto start = std::chrono::steady_clock::now();
    const QuerySpec &spec = request.query();
    if (Violations violations = check(spec); !violations.empty())
        throw InvalidQuestion(std::move(violations));
    if (!isTrend(spec))
        throw NotAnswered(Visualization_Name(visualizationOf(spec)) + " is not answered by this version.");

    QueryResponse response;
    ResultInfo &info = *response.mutable_info();
    SeriesColumns columns = askTrend(spec, table, engine, abandoned, now, info);
    if (request.form() == RESULT_FORM_COLUMNS)
        *response.mutable_columns() = std::move(columns);
    else
        addPoints(columns, response);

    info.set_timezone(table.timezone);
    info.set_week_start(std::string(nameOf(table.weekStart)));
    info.set_engine(engine.name());
    const auto elapsed
        = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    info.mutable_elapsed()->set_seconds(elapsed.count() / 1'000'000);
    info.mutable_elapsed()->set_nanos(static_cast<std::int32_t>(elapsed.count() % 1'000'000 * 1000));
    return response;
}
