// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/plan/retention.h"

#include "query/calendar.h"
#include "service/plan/conditions.h"

using namespace insights::v1;

namespace {

constexpr char never[] = "9223372036854775807";

// A row per user who started: ie_first (ms), ie_cohort, ie_returned (ms of all return events), [ie_group], [ie_user].
std::string starters(const QuerySpec &spec, const std::vector<std::int64_t> &buckets, const ProjectTable &table,
                     bool withUsers, Statement &statement)
{
    const bool isSameEvent = !spec.has_return_event();
    const EventSelector &returnEvent = isSameEvent ? spec.starting_event() : spec.return_event();
    const std::string starts = selectorCondition(spec.starting_event(), table, statement);
    const std::string returns = isSameEvent ? "ie_starts" : selectorCondition(returnEvent, table, statement);
    const std::string names
        = statement.bind(std::vector<std::string>{spec.starting_event().name(), returnEvent.name()});
    // One level, so that the nodes of a cluster group their own events.
    std::string sql = "WITH " + eventMilliseconds(table) + " AS ie_ms, (" + starts + ") AS ie_starts, (" + returns
        + ") AS ie_returns SELECT min(if(ie_starts, ie_ms, " + never + ")) AS ie_first, toUInt32("
        + bucketIndex(buckets, milliseconds(spec.time_range().end()), "ie_first")
        + ") AS ie_cohort, groupArrayIf(ie_ms, ie_returns) AS ie_returned";
    if (withUsers)
        sql += ", any(" + table.columns.user + ") AS ie_user";
    if (spec.has_breakdown())
        sql += ", toString(minIf((ie_ms, " + textOf(spec.breakdown().property(), table, statement)
            + "), ie_starts).2) AS ie_group";
    return sql + fromProject(table, statement) + table.columns.event + " IN " + names + " AND "
        + rangeCondition(spec.time_range(), table) + filterConditions(spec.filters(), table, statement)
        + peopleCondition(spec, table) + " AND (ie_starts OR ie_returns) GROUP BY " + table.columns.uid
        + " HAVING ie_first < " + never;
}

// Array of the periods in which a user came back, each once.
std::string periods(const QuerySpec &spec, const std::vector<std::int64_t> &buckets)
{
    return "arrayDistinct(arrayMap(t -> toUInt32(" + bucketIndex(buckets, milliseconds(spec.time_range().end()), "t")
        + " - ie_cohort), arrayFilter(t -> t >= ie_first, ie_returned)))";
}

} // namespace

Statement planRetention(const QuerySpec &spec, const std::vector<std::int64_t> &buckets, const ProjectTable &table)
{
    Statement statement;
    const std::string group = spec.has_breakdown() ? "ie_group, " : "";
    const std::string users = starters(spec, buckets, table, false, statement);
    statement.sql = "SELECT " + group + "ie_cohort, ie_place, count() FROM (" + users
        + ") ARRAY JOIN arrayPushFront(arrayMap(k -> toUInt32(k + 1), " + periods(spec, buckets)
        + "), toUInt32(0)) AS ie_place GROUP BY " + group + "ie_cohort, ie_place";
    return statement;
}

std::string cohortUsers(const QuerySpec &spec, const std::vector<std::int64_t> &buckets, std::size_t cohort, int period,
                        const ProjectTable &table, Statement &statement)
{
    std::string sql = "SELECT * FROM (" + starters(spec, buckets, table, true, statement)
        + ") WHERE ie_cohort = " + std::to_string(cohort);
    if (period >= 0)
        sql += " AND has(" + periods(spec, buckets) + ", " + std::to_string(period) + ")";
    return sql;
}
