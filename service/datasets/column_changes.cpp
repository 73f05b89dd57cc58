// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/column_changes.h"

#include <algorithm>
#include <map>

#include "query/nearest.h"
#include "service/datasets/dataset_error.h"

namespace {

bool is(const ColumnName &column, const Field &field)
{
    return column.nested == field.nested && column.name == field.name;
}

[[noreturn]] void refuse(const std::string &message)
{
    throw DatasetError(DatasetError::Kind::Usage, message);
}

std::string_view beforeDot(std::string_view name)
{
    return name.substr(0, name.find('.'));
}

// Whether a line can have a column that is not known yet: a key of an object.
bool canCome(const std::string &name, const std::vector<ColumnName> &columns)
{
    return std::any_of(columns.begin(), columns.end(), [&](const ColumnName &column) {
        return column.nested || holdsProperties(column.name)
            || (column.name.size() > beforeDot(column.name).size() && beforeDot(column.name) == beforeDot(name));
    });
}

// A column that is not known yet lies among the properties or beside them.
std::vector<ColumnName> placesOf(const std::string &name, const std::vector<ColumnName> &columns)
{
    if (const auto column = columnNamed(name, columns))
        return {*column};
    const std::size_t dot = name.find('.');
    if (dot != std::string::npos && holdsProperties(beforeDot(name)))
        return {{name.substr(dot + 1), true}};
    return {{name, false}, {name, true}};
}

void checkIsThere(const std::string &name, const std::string &option, const std::vector<ColumnName> &columns,
                  const std::string &file)
{
    if (columnNamed(name, columns) || canCome(name, columns))
        return;
    std::vector<std::string> names;
    for (const ColumnName &column : columns)
        names.push_back(column.name);
    refuse(file + " has no column \"" + name + "\" (" + option + " " + name + ")" + didYouMean(name, names));
}

void checkIsProperty(const std::string &name, const ColumnName &column, const ColumnRoles &roles)
{
    const bool isUser = std::find(roles.users.begin(), roles.users.end(), column) != roles.users.end();
    const char *part = column == roles.event ? "event" : column == roles.time ? "time" : isUser ? "user" : nullptr;
    if (part != nullptr)
        refuse("\"" + name + "\" holds the " + part + "; only columns that become properties can be renamed.");
}

// Two columns of one name would be one property that has the values of the later.
void checkIsFree(const std::string &name, const std::string &property, const std::vector<ColumnName> &columns,
                 const datasets::v1::ColumnMap &map, const ColumnRoles &roles)
{
    const std::string option = "--rename " + name + "=" + property + ": ";
    if (property.empty())
        refuse(option + "the property has no name; give one, or leave the column out with --leave-out " + name + ".");
    for (const auto &[other, otherProperty] : map.rename())
        if (other != name && otherProperty == property)
            refuse(option + "\"" + other + "\" gets this name too; give each its own.");
    for (const ColumnName &column : keptColumns(columns, map)) {
        const bool isPart = column == roles.event || column == roles.time;
        if (column.name == property && !isPart && property != name && !map.rename().contains(column.name))
            refuse(option + "there is a column \"" + property + "\" already; leave it out or rename it too.");
    }
}

} // namespace

ColumnChanges::ColumnChanges(const std::vector<ColumnName> &columns, const datasets::v1::ColumnMap &map,
                             const ColumnRoles &roles, const std::string &file, bool hasAllColumns)
{
    for (const std::string &name : map.leave_out()) {
        if (hasAllColumns)
            checkIsThere(name, "--leave-out", columns, file);
        if (map.rename().contains(name))
            refuse("\"" + name + "\" is both left out and renamed; take it out of --leave-out or of --rename.");
        leaveOut(name, columns);
    }
    const std::map<std::string, std::string> inOrder(map.rename().begin(), map.rename().end());
    for (const auto &[name, property] : inOrder) {
        if (hasAllColumns)
            checkIsThere(name, "--rename", columns, file);
        if (const auto column = columnNamed(name, columns))
            checkIsProperty(name, *column, roles);
        checkIsFree(name, property, columns, map, roles);
        rename(name, property, columns);
    }
}

void ColumnChanges::leaveOut(const std::string &name, const std::vector<ColumnName> &columns)
{
    for (ColumnName &place : placesOf(name, columns))
        m_leftOut.push_back(std::move(place));
}

void ColumnChanges::rename(const std::string &name, const std::string &property, const std::vector<ColumnName> &columns)
{
    for (ColumnName &place : placesOf(name, columns))
        m_renamed.push_back({std::move(place), property});
}

bool ColumnChanges::leavesOut(const Field &field) const
{
    return std::any_of(m_leftOut.begin(), m_leftOut.end(), [&](const ColumnName &column) { return is(column, field); });
}

std::string_view ColumnChanges::nameOf(const Field &field) const
{
    for (const NewName &renamed : m_renamed)
        if (is(renamed.column, field))
            return renamed.property;
    return field.name;
}
