// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/plan/conditions.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "query/check.h"

using namespace insights::v1;

namespace {

std::string compare(const std::string &number, const char *comparison, const std::string &value, Statement &statement)
{
    return number + comparison + statement.bind(std::stod(value));
}

std::string betweenCondition(const PropertyFilter &filter, const std::string &number, Statement &statement)
{
    const bool inside = filter.operator_() == OPERATOR_BETWEEN;
    const std::string lower = compare(number, inside ? " >= " : " < ", filter.values(0), statement);
    const std::string upper = compare(number, inside ? " <= " : " > ", filter.values(1), statement);
    return lower + (inside ? " AND " : " OR ") + upper;
}

// The usual length of a bucket: the one most have.
std::int64_t usualLength(const std::vector<std::int64_t> &buckets)
{
    std::map<std::int64_t, int> counts;
    for (std::size_t i = 1; i < buckets.size(); ++i)
        ++counts[buckets[i] - buckets[i - 1]];
    std::int64_t usual = 1;
    int most = 0;
    for (const auto &[length, count] : counts)
        if (count > most) {
            usual = length;
            most = count;
        }
    return usual;
}

// bucketIndex; `clock` is in ms, or (narrow) in seconds in 32 bits.
std::string bucketOf(const std::vector<std::int64_t> &buckets, std::int64_t end, const std::string &clock,
                     bool isNarrow)
{
    if (buckets.size() == 1)
        return "toUInt32(0)";
    const std::int64_t unit = isNarrow ? 1000 : 1;
    end = (end + unit - 1) / unit * unit;
    const auto narrow = [&](const std::string &sql) { return isNarrow ? "toUInt32(" + sql + ")" : sql; };

    const std::int64_t length = usualLength(buckets);
    std::string sql = narrow(clock + " - " + std::to_string(buckets.front() / unit));
    for (std::size_t i = 1; i <= buckets.size(); ++i) {
        const std::int64_t next = i < buckets.size() ? buckets[i] : std::max(end, buckets[i - 1] + length);
        const std::int64_t change = length - (next - buckets[i - 1]);
        if (change == 0)
            continue;
        // A long bucket is left at its usual end already, or its last hour would count as the next.
        const std::int64_t from = std::min(next, buckets[i - 1] + length);
        sql = narrow(sql + (change > 0 ? " + " : " - ") + std::to_string(std::abs(change) / unit) + " * (" + clock
                     + " >= " + std::to_string(from / unit) + ")");
    }
    return "to" + std::string(buckets.size() <= 65536 ? "UInt16" : "UInt32") + "(intDiv(" + sql + ", "
        + std::to_string(length / unit) + "))";
}

// `name` as SQL.
std::string textIn(const PropertySource &source, const std::string &name)
{
    const std::string value = source.form == PropertySource::Form::Map
        ? source.column + "[" + name + "]"
        : "getSubcolumn(" + source.column + ", " + name + ")";
    return "ifNull(toString(" + value + "), '')";
}

} // namespace

std::string fromProject(const ProjectTable &table, Statement &statement)
{
    std::string sql = " FROM " + table.table + " WHERE ";
    if (!table.columns.project.empty())
        sql += table.columns.project + " = " + statement.bind(table.project) + " AND ";
    return sql;
}

std::string textOf(const std::string &property, const ProjectTable &table, Statement &statement)
{
    if (const PropertyColumn *column = table.property(property))
        return column->column;
    if (!table.knows(property))
        return "''";
    const std::string name = statement.bind(property);
    std::string text;
    for (auto source = table.sources.rbegin(); source != table.sources.rend(); ++source)
        if (property.starts_with(source->prefix)) {
            const std::string here = textIn(*source, name);
            text = text.empty() ? here : "if(" + here + " != '', " + here + ", " + text + ")";
        }
    return text;
}
std::string numberOf(const std::string &text)
{
    // toFloat64OrNull reads "inf" and "nan" too.
    return "if(isFinite(toFloat64OrNull(" + text + ")), toFloat64OrNull(" + text + "), NULL)";
}

std::string condition(const PropertyFilter &filter, const ProjectTable &table, Statement &statement)
{
    const std::string text = textOf(filter.property(), table, statement);
    const auto numeric = [&](const char *comparison) {
        return "ifNull(" + compare(numberOf(text), comparison, filter.value(), statement) + ", 0)";
    };
    switch (filter.operator_()) {
    case OPERATOR_EQUALS: return text + " = " + statement.bind(filter.value());
    case OPERATOR_NOT_EQUALS: return text + " != " + statement.bind(filter.value());
    case OPERATOR_CONTAINS: return "position(" + text + ", " + statement.bind(filter.value()) + ") > 0";
    case OPERATOR_NOT_CONTAINS: return "position(" + text + ", " + statement.bind(filter.value()) + ") = 0";
    case OPERATOR_IS_SET: return text + " != ''";
    case OPERATOR_IS_NOT_SET: return text + " = ''";
    case OPERATOR_LTE: return numeric(" <= ");
    case OPERATOR_GTE: return numeric(" >= ");
    case OPERATOR_LT: return numeric(" < ");
    case OPERATOR_GT: return numeric(" > ");
    case OPERATOR_IN:
    case OPERATOR_NOT_IN: {
        const bool isIn = filter.operator_() == OPERATOR_IN;
        std::vector<std::string> values(filter.values().begin(), filter.values().end());
        std::erase(values, ""); // what is missing is in no list
        if (values.empty())
            return isIn ? "0" : "1";
        return text + (isIn ? " IN " : " NOT IN ") + statement.bind(values);
    }
    case OPERATOR_BETWEEN:
    case OPERATOR_NOT_BETWEEN: return "ifNull(" + betweenCondition(filter, numberOf(text), statement) + ", 0)";
    default: return "0"; // check() lets no other through
    }
}

std::string rangeCondition(const TimeRange &range, const ProjectTable &table)
{
    const auto instant = [](const google::protobuf::Timestamp &time) {
        return "fromUnixTimestamp64Milli(toInt64(" + std::to_string(milliseconds(time)) + "), 'UTC')";
    };
    const std::string &time = table.columns.time;
    return time + " >= " + instant(range.start()) + " AND " + time + " < " + instant(range.end());
}

std::string filterConditions(const google::protobuf::RepeatedPtrField<PropertyFilter> &filters,
                             const ProjectTable &table, Statement &statement)
{
    std::string sql;
    for (const PropertyFilter &filter : filters)
        sql += " AND (" + condition(filter, table, statement) + ")";
    return sql;
}

std::string selectorCondition(const EventSelector &event, const ProjectTable &table, Statement &statement)
{
    const std::string name = statement.bind(event.name());
    return table.columns.event + " = " + name + filterConditions(event.filters(), table, statement);
}

std::string peopleCondition(const QuerySpec &spec, const ProjectTable &table)
{
    return spec.include_cookieless() ? "" : " AND " + table.columns.cookieless + " = 0";
}

std::string eventMilliseconds(const ProjectTable &table)
{
    return "toUnixTimestamp64Milli(" + table.columns.time + ")";
}

std::string bucketIndex(const std::vector<std::int64_t> &buckets, std::int64_t end, const std::string &time)
{
    return bucketOf(buckets, end, time, false);
}

std::string eventBucket(const std::vector<std::int64_t> &buckets, std::int64_t end, const ProjectTable &table)
{
    // Buckets begin at whole seconds, and 32 bits of them are half the work where they suffice (1970 to 2106).
    const bool isNarrow = buckets.front() >= 0 && end <= std::int64_t(UINT32_MAX) * 1000;
    return bucketOf(buckets, end, isNarrow ? "toUnixTimestamp(" + table.columns.time + ")" : eventMilliseconds(table),
                    isNarrow);
}
