// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/ask.h"

#include <algorithm>
#include <chrono>

#include "query/check.h"
#include "service/api/status.h"
#include "service/plan/funnel.h"
#include "service/plan/retention.h"
#include "service/plan/table_answer.h"
#include "service/plan/trends.h"
#include "service/plan/warnings.h"

using namespace insights::v1;

namespace {

// What a point takes beside its names, at most.
constexpr std::size_t pointBytes = 48;

// Every point repeats its names: long ones make much of few.
void refuseTooManyBytes(const SeriesColumns &columns)
{
    std::size_t bytes = 0;
    for (const SeriesColumn &series : columns.series())
        bytes += columns.timestamps_size() * (series.event().size() + series.breakdown().size() + pointBytes);
    if (bytes > static_cast<std::size_t>(largestAnswer))
        throw QueryTooLarge("its points, each of which repeats the names of its series, are more than the 256 MB of an "
                            "answer; \"form\": \"RESULT_FORM_COLUMNS\" has every name once");
}

// One question on its way to its answer.
class Asking
{
public:
    Asking(const QueryRequest &request, const ProjectTable &table, QueryEngine &engine, const Caller &caller,
           std::int64_t now)
        : m_spec(request.query())
        , m_form(request.form())
        , m_table(table)
        , m_calendar(calendarOf(table))
        , m_engine(engine)
        , m_caller(caller)
        , m_now(now)
    {
    }

    QueryResponse answer()
    {
        switch (visualizationOf(m_spec)) {
        case VISUALIZATION_FUNNEL: askFunnel(); break;
        case VISUALIZATION_RETENTION: askRetention(); break;
        case VISUALIZATION_TABLE:
        case VISUALIZATION_KPI: askTable(); break;
        default: askTrend();
        }
        for (std::string &warning : warningsOf(m_spec, info(), m_table, m_calendar, m_now))
            info().add_warnings(std::move(warning));
        return std::move(m_response);
    }

private:
    ResultInfo &info() { return *m_response.mutable_info(); }

    EngineRows rows(const Statement &statement)
    {
        EngineRows rows = m_engine.execute(statement, m_caller);
        info().set_rows_read(info().rows_read() + rows.rowsRead);
        return rows;
    }

    void addGroups(std::uint64_t groups)
    {
        info().set_groups_total(info().groups_total() + groups);
        if (groups > static_cast<std::uint64_t>(breakdownLimitOf(m_spec)))
            info().set_truncated(true);
    }

    std::vector<std::int64_t> buckets() const
    {
        return m_calendar.buckets(milliseconds(m_spec.time_range().start()), milliseconds(m_spec.time_range().end()),
                                  m_spec.granularity());
    }

    // The place of the first bucket that is not over, which goes into the answer; buckets.size() when all are.
    std::size_t markUnfinished(const std::vector<std::int64_t> &buckets)
    {
        const auto first = std::partition_point(buckets.begin(), buckets.end(), [&](std::int64_t bucket) {
            return m_calendar.nextBucket(bucket, m_spec.granularity()) <= m_now;
        });
        if (first != buckets.end())
            *info().mutable_incomplete_from() = timestamp(*first);
        return first - buckets.begin();
    }

    SeriesColumns columnsOver(const QuerySpec &spec, const std::vector<std::int64_t> &buckets)
    {
        SeriesColumns columns;
        columns.mutable_timestamps()->Add(buckets.begin(), buckets.end());
        for (int i = 0; i < spec.events_size(); ++i)
            addGroups(appendTrend(spec, i, buckets.size(), rows(planTrend(spec, i, buckets, m_table)).bytes, columns));
        return columns;
    }

    void askTrend()
    {
        const auto all = buckets();
        SeriesColumns columns = columnsOver(m_spec, all);
        markUnfinished(all);
        if (m_form == RESULT_FORM_COLUMNS)
            *m_response.mutable_columns() = std::move(columns);
        else
            addPoints(columns, m_response);
    }

    // A table is a trend of one bucket: the whole range.
    void askTable()
    {
        QuerySpec spec = m_spec;
        if (visualizationOf(spec) == VISUALIZATION_KPI)
            spec.clear_breakdown(); // one number has no dimension
        const SeriesColumns columns = columnsOver(spec, {milliseconds(spec.time_range().start())});
        addTableRows(spec, columns, *m_response.mutable_rows());
    }

    void askFunnel()
    {
        FunnelAnswer answer = funnelAnswer(m_spec, rows(planFunnel(m_spec, m_table)).bytes, m_now);
        *m_response.mutable_funnel() = std::move(answer.result);
        addGroups(answer.groups);
    }

    void askRetention()
    {
        const auto all = buckets();
        RetentionAnswer answer
            = retentionAnswer(m_spec, all, markUnfinished(all), rows(planRetention(m_spec, all, m_table)).bytes);
        *m_response.mutable_retention() = std::move(answer.result);
        addGroups(answer.groups);
    }

    static void addPoints(const SeriesColumns &columns, QueryResponse &response)
    {
        refuseTooManyBytes(columns);
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

    const QuerySpec &m_spec;
    const ResultForm m_form;
    const ProjectTable &m_table;
    const Calendar m_calendar;
    QueryEngine &m_engine;
    const Caller &m_caller;
    const std::int64_t m_now;
    QueryResponse m_response;
};

} // namespace

Calendar calendarOf(const ProjectTable &table)
{
    if (const auto calendar = Calendar::of(table.timezone, table.weekStart))
        return *calendar;
    throw std::runtime_error("the time zone " + table.timezone + " of project " + table.project
                             + " is not known on this machine");
}

void refuseWrong(const QuerySpec &spec, const Calendar &calendar)
{
    Violations violations = check(spec);
    if (violations.empty())
        violations = checkPoints(spec, calendar);
    if (!violations.empty())
        throw InvalidQuestion(std::move(violations));
}

QueryResponse ask(const QueryRequest &request, const ProjectTable &table, QueryEngine &engine, const Caller &caller,
                  std::int64_t now)
{
    const auto start = std::chrono::steady_clock::now();
    refuseWrong(request.query(), calendarOf(table));
    QueryResponse response = Asking(request, table, engine, caller, now).answer();
    if (response.ByteSizeLong() > static_cast<std::size_t>(largestAnswer))
        throw QueryTooLarge("its answer is more than the 256 MB that one may be");
    ResultInfo &info = *response.mutable_info();
    info.set_timezone(table.timezone);
    info.set_week_start(std::string(nameOf(table.weekStart)));
    info.set_engine(engine.name());
    const auto elapsed
        = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    info.mutable_elapsed()->set_seconds(elapsed.count() / 1'000'000);
    info.mutable_elapsed()->set_nanos(static_cast<std::int32_t>(elapsed.count() % 1'000'000 * 1000));
    return response;
}
