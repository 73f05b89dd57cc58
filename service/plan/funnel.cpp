// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/plan/funnel.h"

#include <algorithm>
#include <map>

#include "service/plan/conditions.h"

using namespace insights::v1;

namespace {

// A step's condition, written once for all steps that have the same selector.
std::string stepsOf(const QuerySpec &spec, const ProjectTable &table, Statement &statement)
{
    std::map<std::string, std::pair<const EventSelector *, std::uint32_t>> selectors;
    for (int i = 0; i < spec.events_size(); ++i) {
        auto &[selector, steps] = selectors[spec.events(i).SerializeAsString()];
        selector = &spec.events(i);
        steps |= 1u << i;
    }
    std::string sql;
    for (const auto &[key, entry] : selectors)
        sql += (sql.empty() ? "" : " + ") + std::to_string(entry.second) + " * ("
            + selectorCondition(*entry.first, table, statement) + ")";
    return "toUInt64(" + sql + ")";
}

std::string eventNames(const QuerySpec &spec, Statement &statement)
{
    std::vector<std::string> names;
    for (const EventSelector &event : spec.events())
        names.push_back(event.name());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return statement.bind(names);
}

} // namespace

Statement planFunnel(const QuerySpec &spec, const ProjectTable &table, bool withUsers)
{
    Statement statement;
    const EventColumns &of = table.columns;
    std::string columns = withUsers ? "any(" + of.user + "), " : "";
    if (spec.has_breakdown())
        columns
            += "toString(min((" + of.time + ", " + textOf(spec.breakdown().property(), table, statement) + ")).2), ";
    // One level, so that the nodes of a cluster group their own events.
    statement.sql = "WITH " + stepsOf(spec, table, statement) + " AS ie_steps SELECT " + columns
        + "arraySort(groupArray(bitOr(bitShiftLeft(toUInt64(" + eventMilliseconds(table)
        + " + 2208988800000), 20), ie_steps)))" + fromProject(table, statement) + of.event + " IN "
        + eventNames(spec, statement) + " AND " + rangeCondition(spec.time_range(), table)
        + filterConditions(spec.filters(), table, statement) + peopleCondition(spec, table)
        + " AND ie_steps != 0 GROUP BY " + of.uid + " HAVING bitTest(groupBitOr(ie_steps), 0)";
    return statement;
}
