// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/calendar.h"

enum class PropertyKind { String, Number, Boolean, Time };

// The SQL that yields what every event has; without more, the columns of the embedded store. None of it comes from who
// asks.
struct EventColumns
{
    std::string event = "event"; // String
    std::string time = "time"; // DateTime64
    std::string user = "user"; // String
    std::string uid = "uid"; // tells users apart
    std::string cookieless = "cookieless"; // 1 for ids that rotate daily
    std::string project; // String; empty where the table holds one project only
};

// A property and the SQL that yields the text form of its values ('' where it is missing).
struct PropertyColumn
{
    std::string name;
    std::string column; // a column of the embedded store, as in "p17", or an expression of a table map
    PropertyKind kind = PropertyKind::String; // what all its values look like
    bool lowCardinality = true;
};

// Properties by name in one column, those whose names begin with `prefix`.
struct PropertySource
{
    enum class Form { Map, Json };

    std::string prefix; // empty: all
    std::string column;
    Form form = Form::Map;
};

// A project as queries see it: a table, or those rows of it that are the project's.
struct ProjectTable
{
    std::string project;
    std::string table; // quoted, as in insights.`demo`
    EventColumns columns;
    std::string timezone = "UTC";
    WeekStart weekStart = WeekStart::Sunday;
    std::uint64_t eventCount = 0;
    std::optional<std::int64_t> firstEvent; // ms since the epoch
    std::optional<std::int64_t> lastEvent;
    std::vector<PropertyColumn> properties;
    std::vector<PropertySource> sources; // of properties without a column of their own, in the order to look
    int catalogDays = 0; // the catalog looks at the last so many days; 0: at all
    std::uint64_t revision = 0; // grows with every import: what was counted before is stale after
    std::string name; // for people; may equal the project

    const PropertyColumn *property(const std::string &name) const
    {
        for (const PropertyColumn &column : properties)
            if (column.name == name)
                return &column;
        return nullptr;
    }

    // Whether events can have the property at all.
    bool knows(const std::string &name) const
    {
        return property(name) != nullptr
            || std::any_of(sources.begin(), sources.end(),
                           [&](const PropertySource &source) { return name.starts_with(source.prefix); });
    }
};
