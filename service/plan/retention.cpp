// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/plan/retention.h"

#include "query/calendar.h"
#include "service/plan/conditions.h"

using namespace insights::v1;

namespace {

constexpr char never[] = "9223372036854775807";

// A row per user who started: first (ms), cohort, returns (ms of all return events), [group], [user].
std::string starters(const QuerySpec &spec, const std::vector<std::int64_t> &buckets, const ProjectTable &table,
                     bool withUsers, Statement &statement)
{
    const bool isSameEvent = !spec.has_return_event();
    const EventSelector &returnEvent = isSameEvent ? spec.starting_event() : spec.return_event();
    const std::string starts = selectorCondition(spec.starting_event(), table, statement);
    const std::string returns = isSameEvent ? "starts" : selectorCondition(returnEvent, table, statement);
    const std::string names
        = statement.bind(std::vector<std::string>{spec.starting_event().name(), returnEvent.name()});
    const std::string group = spec.has_breakdown() ? textOf(spec.breakdown().property(), table) : std::string();

    std::string sql = "SELECT min(if(starts, ms, " + std::string(never) + ")) AS first, toUInt32("
        + bucketIndex(buckets, milliseconds(spec.time_range().end()), "first")
        + ") AS cohort, groupArrayIf(ms, returns) AS returned";
    if (withUsers)
        sql += ", any(user) AS user";
    if (!group.empty())
        sql += ", toString(minIf((ms, group), starts).2) AS group";
    return sql + " FROM (SELECT uid, " + eventMilliseconds + " AS ms, (" + starts + ") AS starts, (" + returns
        + ") AS returns" + (withUsers ? ", user" : "") + (group.empty() ? "" : ", " + group + " AS group") + " FROM "
        + table.table + " WHERE event IN " + names + " AND " + rangeCondition(spec.time_range())
        + filterConditions(spec.filters(), table, statement) + peopleCondition(spec)
        + " AND (starts OR returns)) GROUP BY uid HAVING first < " + never;
}

// Array of the periods in which a user came back, each once.
std::string periods(const QuerySpec &spec, const std::vector<std::int64_t> &buckets)
{
    return "arrayDistinct(arrayMap(t -> toUInt32(" + bucketIndex(buckets, milliseconds(spec.time_range().end()), "t")
        + " - cohort), arrayFilter(t -> t >= first, returned)))";
}

} // namespace

Statement planRetention(const QuerySpec &spec, const std::vector<std::int64_t> &buckets, const ProjectTable &table)
{
    Statement statement;
    const std::string group = spec.has_breakdown() ? "group, " : "";
    const std::string users = starters(spec, buckets, table, false, statement);
    statement.sql = "SELECT " + group + "cohort, place, count() FROM (" + users
        + ") ARRAY JOIN arrayPushFront(arrayMap(k -> toUInt32(k + 1), " + periods(spec, buckets)
        + "), toUInt32(0)) AS place GROUP BY " + group + "cohort, place";
    return statement;
}

std::string cohortUsers(const QuerySpec &spec, const std::vector<std::int64_t> &buckets, std::size_t cohort, int period,
                        const ProjectTable &table, Statement &statement)
{
    std::string sql = "SELECT * FROM (" + starters(spec, buckets, table, true, statement)
        + ") WHERE cohort = " + std::to_string(cohort);
    if (period >= 0)
        sql += " AND has(" + periods(spec, buckets) + ", " + std::to_string(period) + ")";
    return sql;
}
