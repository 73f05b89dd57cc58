// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/plan/trends.h"

#include "query/calendar.h"
#include "query/question.h"
#include "service/plan/conditions.h"

using namespace insights::v1;

namespace {

// One number over the events of a group: what the API document calls the aggregation.
std::string aggregate(const QuerySpec &spec, const ProjectTable &table)
{
    const std::string number = numberOf(textOf(spec.aggregation_property(), table));
    switch (aggregationOf(spec)) {
    case AGGREGATION_UNIQUE_USERS: return "toFloat64(uniqExact(uid))";
    case AGGREGATION_SUM: return "ifNull(sum(" + number + "), 0)";
    case AGGREGATION_AVERAGE: return "ifNull(avg(" + number + "), 0)";
    default: return "toFloat64(count())";
    }
}

std::string source(const QuerySpec &spec, int eventIndex, const ProjectTable &table, Statement &statement)
{
    return " FROM " + table.table + " WHERE " + trendCondition(spec, eventIndex, table, statement);
}

// Groups in their order, and how many there are: (Array(String), UInt64). A group ranks by the sum of its buckets.
std::string ranking(const QuerySpec &spec, const std::string &group, const std::string &bucket,
                    const std::string &value, const std::string &from)
{
    const Aggregation aggregation = aggregationOf(spec);
    const bool addsUp = aggregation == AGGREGATION_COUNT || aggregation == AGGREGATION_SUM;
    const std::string totals = addsUp ? "SELECT " + group + " AS g, " + value + " AS total" + from + " GROUP BY g"
                                      : "SELECT g, sum(v) AS total FROM (SELECT " + group + " AS g, " + bucket
            + " AS b, " + value + " AS v" + from + " GROUP BY g, b) GROUP BY g";
    return "SELECT (groupArray(" + std::to_string(breakdownLimitOf(spec))
        + ")(g), count()) FROM (SELECT toString(g) AS g" + " FROM (" + totals + ") ORDER BY total DESC, g ASC)";
}

} // namespace

std::string trendCondition(const QuerySpec &spec, int eventIndex, const ProjectTable &table, Statement &statement)
{
    std::string sql = selectorCondition(spec.events(eventIndex), table, statement) + " AND "
        + rangeCondition(spec.time_range()) + filterConditions(spec.filters(), table, statement);
    if (aggregationOf(spec) == AGGREGATION_UNIQUE_USERS)
        sql += peopleCondition(spec);
    return sql;
}

Statement planTrend(const QuerySpec &spec, int eventIndex, const std::vector<std::int64_t> &buckets,
                    const ProjectTable &table)
{
    Statement statement;
    const std::string bucket = bucketIndex(buckets, milliseconds(spec.time_range().end()));
    const std::string value = aggregate(spec, table);
    const std::string from = source(spec, eventIndex, table, statement);
    if (!spec.has_breakdown()) {
        // Sets of users are merged sooner when 16-bit keys are places in an array; for a sum the array costs more than a
        // hash table (measured). The range as one bucket needs no keys at all.
        const bool countsUsers = aggregationOf(spec) == AGGREGATION_UNIQUE_USERS;
        const std::string key = " GROUP BY " + (countsUsers ? bucket : "bucket");
        statement.sql = "SELECT toUInt32(" + bucket + ") AS bucket, " + value + " AS value" + from
            + (buckets.size() == 1 ? "" : key);
        return statement;
    }
    const std::string group = textOf(spec.breakdown().property(), table);
    // A scalar subquery is Nullable, whatever it holds. transform with constant arrays is a hash look-up, per dictionary entry where the column has one.
    statement.sql = "WITH (" + ranking(spec, group, bucket, value, from) + ") AS ranked" + " SELECT toUInt32(" + bucket
        + ") AS bucket, " + value + " AS value," + " toUInt32(transform(" + group
        + ", ranked.1, range(1, length(ranked.1) + 1), 0)) AS place,"
        + " if(place = 0, '', ranked.1[place]) AS name, assumeNotNull(ranked.2) AS groups" + from
        + " GROUP BY bucket, place";
    return statement;
}
