// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <insights/tablemap/v1/table_map.pb.h>

#include "service/engine/query_engine.h"
#include "service/plan/project_table.h"

// What is wrong with a table map, all of it: a line each, with the field and the way out.
class TableMapError : public std::invalid_argument
{
public:
    using std::invalid_argument::invalid_argument;
};

// The JSON of a TableMap, as far as it can be judged by itself. Throws TableMapError, a line as in "3:14: columns[0].name: ...".
insights::tablemap::v1::TableMap readTableMap(std::string_view text);

// Holds a map against the table as it is. What comes back serves any project of the table: it lacks only what tells them
// apart. Throws TableMapError, and what the engine throws.
ProjectTable mappedTable(const insights::tablemap::v1::TableMap &map, QueryEngine &engine);
