// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <datasets/v1/datasets.pb.h>

// A column of a file: of an NDJSON line the dotted name of a value.
struct ColumnName
{
    std::string name;
    bool nested = false; // inside the object of properties

    bool operator==(const ColumnName &) const = default;
};

// Which columns hold what; all others are properties.
struct ColumnRoles
{
    ColumnName event;
    ColumnName time;
    std::vector<ColumnName> users; // the first that has a value counts
};

// The column that a ColumnMap means by a name: one outside the properties before one among them, which is also known as
// "properties.NAME".
std::optional<ColumnName> columnNamed(const std::string &name, const std::vector<ColumnName> &columns);
// Those that `map` does not leave out.
std::vector<ColumnName> keptColumns(const std::vector<ColumnName> &columns, const datasets::v1::ColumnMap &map);

// Whether a top-level column of this name holds the properties as one object.
bool holdsProperties(std::string_view name);

enum class EventPart { Event, Time, User };

// The columns that can hold one part of an event, the best first; as chooseColumns finds them.
std::vector<ColumnName> columnsFor(EventPart part, const std::vector<ColumnName> &columns,
                                   const datasets::v1::ColumnMap &map, const std::string &file);

// What a file's columns are for, left-out ones aside: as `map` says, else by the names common exports use, exactly and then apart from case
// and punctuation. Throws DatasetError when there is none, or none of the name in `map`.
ColumnRoles chooseColumns(const std::vector<ColumnName> &columns, const datasets::v1::ColumnMap &map,
                          const std::string &file);
