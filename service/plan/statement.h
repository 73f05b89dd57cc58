// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// A value on its way to the engine, never part of the SQL.
struct Parameter
{
    std::string name;
    std::string type; // ClickHouse's, as in "String" or "Array(String)"
    std::string value; // what ClickHouse reads for {name:type}, before the escaping of the transport

    // As it travels, to a library or in a URL: without raw tabs and line breaks.
    std::string escaped() const;

    bool operator==(const Parameter &) const = default;
};

// SQL and the values bound into it. Everything a user typed goes through bind().
class Statement
{
public:
    std::string sql;
    std::vector<Parameter> parameters;

    // Each answers the placeholder, "{p0:String}", to be put into the SQL.
    std::string bind(std::string_view text);
    std::string bind(std::int64_t number);
    std::string bind(double number);
    std::string bind(const std::vector<std::string> &texts);
    std::string bind(const std::vector<std::int64_t> &numbers);

private:
    std::string add(std::string type, std::string value);
};
