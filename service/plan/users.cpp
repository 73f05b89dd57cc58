// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/plan/users.h"

#include <algorithm>

#include "query/calendar.h"
#include "query/question.h"
#include "service/plan/conditions.h"
#include "service/plan/funnel.h"
#include "service/plan/funnel_chain.h"
#include "service/plan/retention.h"
#include "service/plan/trends.h"

using namespace insights::v1;

namespace {

std::string groupCondition(const std::string &group, const GroupChoice &groups, Statement &statement)
{
    if (groups.only)
        return " AND " + group + " = " + statement.bind(*groups.only);
    return groups.allBut.empty() ? std::string() : " AND " + group + " NOT IN " + statement.bind(groups.allBut);
}

bool isChosen(std::string_view group, const GroupChoice &groups)
{
    if (groups.only)
        return group == *groups.only;
    return std::find(groups.allBut.begin(), groups.allBut.end(), group) == groups.allBut.end();
}

std::string pageEnd(const UserPage &page)
{
    return " ORDER BY ie_user LIMIT " + std::to_string(page.size);
}

} // namespace

Statement planSeriesUsers(const QuerySpec &spec, int eventIndex, std::int64_t start, std::int64_t end,
                          const GroupChoice &groups, const UserPage &page, const ProjectTable &table)
{
    QuerySpec bucket = spec;
    *bucket.mutable_time_range()->mutable_start() = timestamp(start);
    *bucket.mutable_time_range()->mutable_end() = timestamp(end);
    // A list of users leaves out rotating ids whatever the number behind it counts.
    bucket.set_aggregation(AGGREGATION_UNIQUE_USERS);
    Statement statement;
    std::string where = trendCondition(bucket, eventIndex, table, statement);
    if (const Aggregation of = aggregationOf(spec); of == AGGREGATION_SUM || of == AGGREGATION_AVERAGE)
        where += " AND isNotNull(" + numberOf(textOf(spec.aggregation_property(), table, statement)) + ")";
    if (spec.has_breakdown())
        where += groupCondition(textOf(spec.breakdown().property(), table, statement), groups, statement);
    where += " AND " + table.columns.user + " > " + statement.bind(page.after);
    statement.sql = "SELECT toString(" + table.columns.user + ") AS ie_user" + fromProject(table, statement) + where
        + " GROUP BY ie_user" + pageEnd(page);
    return statement;
}

Statement planCohortUsers(const QuerySpec &spec, const std::vector<std::int64_t> &buckets, std::size_t cohort,
                          int period, const GroupChoice &groups, const UserPage &page, const ProjectTable &table)
{
    Statement statement;
    std::string sql
        = "SELECT ie_user FROM (" + cohortUsers(spec, buckets, cohort, period, table, statement) + ") WHERE ie_user > ";
    sql += statement.bind(page.after);
    if (spec.has_breakdown())
        sql += groupCondition("ie_group", groups, statement);
    statement.sql = sql + pageEnd(page);
    return statement;
}

std::vector<std::string> funnelUsers(const QuerySpec &spec, std::string_view rows,
                                     const catalog::v1::FunnelPlace &place, const GroupChoice &groups,
                                     const UserPage &page)
{
    std::vector<std::string> users;
    walkFunnel(spec, rows, true, [&](const FunnelUser &user) {
        const int reached = user.chain.reached();
        const bool isMeant = place.dropped() ? reached == place.step() : reached > place.step();
        if (isMeant && user.user > page.after && (!spec.has_breakdown() || isChosen(user.group, groups)))
            users.emplace_back(user.user);
    });
    const auto end = users.begin() + std::min<std::size_t>(users.size(), page.size);
    std::partial_sort(users.begin(), end, users.end());
    users.erase(end, users.end());
    return users;
}
