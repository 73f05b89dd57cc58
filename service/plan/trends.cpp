// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/plan/trends.h"

#include "query/calendar.h"
#include "query/question.h"
#include "service/plan/conditions.h"

using namespace insights::v1;

namespace {

// One number over the events of a group: what the API document calls the aggregation.
std::string aggregate(const QuerySpec &spec, const ProjectTable &table, Statement &statement)
{
    const auto number = [&] { return numberOf(textOf(spec.aggregation_property(), table, statement)); };
    switch (aggregationOf(spec)) {
    case AGGREGATION_UNIQUE_USERS: return "toFloat64(uniqExact(" + table.columns.uid + "))";
    case AGGREGATION_SUM: return "ifNull(sum(" + number() + "), 0)";
    case AGGREGATION_AVERAGE: return "ifNull(avg(" + number() + "), 0)";
    default: return "toFloat64(count())";
    }
}

std::string source(const QuerySpec &spec, int eventIndex, const ProjectTable &table, Statement &statement)
{
    return fromProject(table, statement) + trendCondition(spec, eventIndex, table, statement);
}

// Groups in their order, and how many there are: (Array(String), UInt64). A group ranks by the sum of its buckets.
std::string ranking(const QuerySpec &spec, const std::string &group, const std::string &bucket,
                    const std::string &value, const std::string &from)
{
    const Aggregation aggregation = aggregationOf(spec);
    const bool addsUp = aggregation == AGGREGATION_COUNT || aggregation == AGGREGATION_SUM;
    const std::string totals = addsUp
        ? "SELECT " + group + " AS ie_group, " + value + " AS ie_total" + from + " GROUP BY ie_group"
        : "SELECT ie_group, sum(ie_value) AS ie_total FROM (SELECT " + group + " AS ie_group, " + bucket
            + " AS ie_bucket, " + value + " AS ie_value" + from + " GROUP BY ie_group, ie_bucket) GROUP BY ie_group";
    return "SELECT (groupArray(" + std::to_string(breakdownLimitOf(spec))
        + ")(ie_name), count()) FROM (SELECT toString(ie_group) AS ie_name FROM (" + totals
        + ") ORDER BY ie_total DESC, ie_name ASC)";
}

} // namespace

std::string trendCondition(const QuerySpec &spec, int eventIndex, const ProjectTable &table, Statement &statement)
{
    std::string sql = selectorCondition(spec.events(eventIndex), table, statement) + " AND "
        + rangeCondition(spec.time_range(), table) + filterConditions(spec.filters(), table, statement);
    if (aggregationOf(spec) == AGGREGATION_UNIQUE_USERS)
        sql += peopleCondition(spec, table);
    return sql;
}

Statement planTrend(const QuerySpec &spec, int eventIndex, const std::vector<std::int64_t> &buckets,
                    const ProjectTable &table)
{
    Statement statement;
    const std::string bucket = eventBucket(buckets, milliseconds(spec.time_range().end()), table);
    const std::string value = aggregate(spec, table, statement);
    const std::string from = source(spec, eventIndex, table, statement);
    if (!spec.has_breakdown()) {
        // Sets of users are merged sooner when 16-bit keys are places in an array; for a sum the array costs more than a
        // hash table (measured). The range as one bucket needs no keys at all.
        const bool countsUsers = aggregationOf(spec) == AGGREGATION_UNIQUE_USERS;
        const std::string key = " GROUP BY " + (countsUsers ? bucket : "ie_bucket");
        statement.sql
            = "SELECT toUInt32(" + bucket + ") AS ie_bucket, " + value + from + (buckets.size() == 1 ? "" : key);
        return statement;
    }
    const std::string group = textOf(spec.breakdown().property(), table, statement);
    // A scalar subquery is Nullable, whatever it holds. transform with constant arrays is a hash look-up, per dictionary entry where the column has one.
    statement.sql = "WITH (" + ranking(spec, group, bucket, value, from) + ") AS ie_ranked SELECT toUInt32(" + bucket
        + ") AS ie_bucket, " + value + ", toUInt32(transform(" + group
        + ", ie_ranked.1, range(1, length(ie_ranked.1) + 1), 0)) AS ie_place,"
        + " if(ie_place = 0, '', ie_ranked.1[ie_place]), assumeNotNull(ie_ranked.2)" + from
        + " GROUP BY ie_bucket, ie_place";
    return statement;
}
