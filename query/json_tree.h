// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// A stretch of a text.
struct TextPlace
{
    std::size_t offset = 0; // bytes
    std::size_t length = 0; // bytes
    int line = 1;
    int column = 1; // in characters, not bytes

    bool operator==(const TextPlace &) const = default;
};

TextPlace placeIn(std::string_view text, std::size_t offset, std::size_t length);

// A JSON value that knows where it stands.
struct JsonNode
{
    enum class Kind { Null, Boolean, Number, String, List, Object };

    Kind kind = Kind::Null;
    std::size_t offset = 0; // bytes, with the brackets and quotation marks
    std::size_t length = 0;
    std::string string; // what a string says
    std::vector<JsonNode> children; // of a list or an object, in the order of the text

    std::string name; // of a member of an object
    std::size_t nameOffset = 0;
    std::size_t nameLength = 0;
};

struct JsonError
{
    std::string field; // JSON path, as in "query.filters[0].operator"; empty for the text as a whole
    std::string description;
    TextPlace place;
    std::string instead
        = {}; // the name that was probably meant, to stand in quotes at the place; empty when none is near
};

inline constexpr std::string_view notAnObject = R"(a query spec is an object, as in {"query": {...}})";

// RFC 8259, UTF-8 without a byte order mark, nested at most 64 deep. The error is of the first mistake and names the
// innermost value around it. `lacking` is said of a text that is no object at all.
std::variant<JsonNode, JsonError> parseJson(std::string_view text, std::string_view lacking = notAnObject);
