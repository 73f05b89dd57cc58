// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/column_roles.h"

#include <algorithm>
#include <span>

#include <absl/strings/ascii.h>

#include "query/nearest.h"
#include "service/datasets/dataset_error.h"

namespace {

constexpr std::string_view eventNames[] = {"event", "event_name", "name", "event_type"};
constexpr std::string_view userNames[] = {"user", "distinct_id", "user_id", "userId", "anonymousId"};
constexpr std::string_view timeNames[] = {"time", "timestamp", "ts", "event_time", "occur_time"};

std::string plain(std::string_view name)
{
    std::string letters;
    for (const char c : name)
        if (absl::ascii_isalnum(static_cast<unsigned char>(c)))
            letters += absl::ascii_tolower(static_cast<unsigned char>(c));
    return letters;
}

std::vector<std::string> namesOf(const std::vector<ColumnName> &columns)
{
    std::vector<std::string> names;
    names.reserve(columns.size());
    for (const ColumnName &column : columns)
        names.push_back(column.name);
    return names;
}

// The columns with one of these names, the best first: a name as it is before one in another writing.
std::vector<ColumnName> byName(const std::vector<ColumnName> &columns, std::span<const std::string_view> names,
                               bool nested)
{
    std::vector<ColumnName> found;
    const auto collect = [&](auto matches) {
        for (const std::string_view name : names)
            for (const ColumnName &column : columns)
                if (column.nested == nested && matches(column.name, name)
                    && std::find(found.begin(), found.end(), column) == found.end())
                    found.push_back(column);
    };
    collect([](const std::string &column, std::string_view name) { return column == name; });
    collect([](const std::string &column, std::string_view name) { return plain(column) == plain(name); });
    return found;
}

ColumnName byMap(const std::vector<ColumnName> &columns, const std::string &role, const std::string &wanted,
                 const std::string &file)
{
    if (const auto column = columnNamed(wanted, columns))
        return *column;
    throw DatasetError(DatasetError::Kind::Usage,
                       file + " has no column \"" + wanted + "\" (--map " + role + "=" + wanted + ")"
                           + didYouMean(wanted, namesOf(columns)));
}

std::vector<ColumnName> candidates(const std::vector<ColumnName> &columns, std::span<const std::string_view> names,
                                   const std::string &role, const std::string &wanted, const std::string &file)
{
    if (!wanted.empty())
        return {byMap(columns, role, wanted, file)};
    std::vector<ColumnName> found = byName(columns, names, false);
    if (found.empty() && role != "event") // Mixpanel keeps user and time among the properties
        found = byName(columns, names, true);
    if (found.empty())
        throw DatasetError(DatasetError::Kind::Usage,
                           file + " has no column that is known to hold the " + role + " (" + std::string(names[0])
                               + ", " + std::string(names[1]) + ", ...): say which one does with --map " + role
                               + "=COLUMN" + didYouMean("", namesOf(columns)));
    return found;
}

} // namespace

bool holdsProperties(std::string_view name)
{
    return name == "properties" || name == "event_properties" || name == "eventProperties";
}

std::optional<ColumnName> columnNamed(const std::string &name, const std::vector<ColumnName> &columns)
{
    for (const bool nested : {false, true})
        for (const ColumnName &column : columns)
            if (column.nested == nested && column.name == name)
                return column;
    const std::size_t dot = name.find('.');
    if (dot != std::string::npos && holdsProperties(std::string_view(name).substr(0, dot)))
        for (const ColumnName &column : columns)
            if (column.nested && column.name == name.substr(dot + 1))
                return column;
    return std::nullopt;
}

std::vector<ColumnName> keptColumns(const std::vector<ColumnName> &columns, const datasets::v1::ColumnMap &map)
{
    std::vector<ColumnName> kept = columns;
    for (const std::string &name : map.leave_out())
        if (const auto column = columnNamed(name, columns))
            kept.erase(std::remove(kept.begin(), kept.end(), *column), kept.end());
    return kept;
}

std::vector<ColumnName> columnsFor(EventPart part, const std::vector<ColumnName> &columns,
                                   const datasets::v1::ColumnMap &map, const std::string &file)
{
    const std::vector<ColumnName> kept = keptColumns(columns, map);
    switch (part) {
    case EventPart::Event: return candidates(kept, eventNames, "event", map.event(), file);
    case EventPart::Time: return candidates(kept, timeNames, "time", map.time(), file);
    case EventPart::User: break;
    }
    return candidates(kept, userNames, "user", map.user(), file);
}

ColumnRoles chooseColumns(const std::vector<ColumnName> &columns, const datasets::v1::ColumnMap &map,
                          const std::string &file)
{
    ColumnRoles roles;
    roles.event = columnsFor(EventPart::Event, columns, map, file).front();
    roles.time = columnsFor(EventPart::Time, columns, map, file).front();
    roles.users = columnsFor(EventPart::User, columns, map, file);
    return roles;
}
