// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/calendar.h"

enum class PropertyKind { String, Number, Boolean, Time };

// A property and the column that holds the text form of its values ('' where it is missing).
struct PropertyColumn
{
    std::string name;
    std::string column; // of our own making, as in "p17"
    PropertyKind kind = PropertyKind::String; // what all its values look like
    bool lowCardinality = true;
};

// A project as queries see it: one table with the columns event, time, user, uid, cookieless and one per property.
struct ProjectTable
{
    std::string project;
    std::string table; // quoted, as in insights.`demo`
    std::string timezone = "UTC";
    WeekStart weekStart = WeekStart::Sunday;
    std::uint64_t eventCount = 0;
    std::optional<std::int64_t> firstEvent; // ms since the epoch
    std::optional<std::int64_t> lastEvent;
    std::vector<PropertyColumn> properties;
    std::uint64_t revision = 0; // grows with every import: what was counted before is stale after
    std::string name; // for people; may equal the project

    const PropertyColumn *property(const std::string &name) const
    {
        for (const PropertyColumn &column : properties)
            if (column.name == name)
                return &column;
        return nullptr;
    }
};
