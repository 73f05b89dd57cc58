// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

// A value of a JSON object by its dotted name.
struct Field
{
    std::string_view name;
    std::string_view text; // its text form; "" for null
    bool nested = false; // inside the object of properties, whose own name is left out
};

// Reads JSON objects one after the other into flat fields. What it answers lives until the next one is read.
class JsonFields
{
public:
    // `capacity` bytes are readable from the start of `object`: SIMDJSON_PADDING more than it has, at least.
    // Answers what is wrong, or nothing.
    std::optional<std::string> read(std::string_view object, std::size_t capacity);
    // The same for an object without padding; a copy is made.
    std::optional<std::string> readObject(std::string_view object);

    const std::vector<Field> &fields() const { return m_fields; }

private:
    using Value = simdjson::ondemand::value;

    simdjson::error_code readDocument(simdjson::padded_string_view json);
    simdjson::error_code readMembers(simdjson::ondemand::object object, std::string_view prefix, bool nested);
    simdjson::error_code readValue(std::string_view name, Value value, bool nested);
    simdjson::error_code readNumber(std::string_view name, Value value, bool nested);
    simdjson::error_code readList(std::string_view name, Value value, bool nested);
    std::string &scratch();

    simdjson::ondemand::parser m_parser;
    std::vector<Field> m_fields;
    std::deque<std::string> m_scratch; // names and texts that are not in the line as they are; addresses stay
    std::size_t m_scratchUsed = 0;
    int m_depth = 0;
    std::string m_padded;
};
