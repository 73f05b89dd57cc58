// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/plan/statement.h"

#include <charconv>

namespace {

// Backslash escapes for what may not stand in a parameter as it is, and for `also`.
std::string escapedText(std::string_view text, char also = '\\')
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        case '\0': out += "\\0"; break;
        default:
            if (c == '\\' || c == also)
                out += '\\';
            out += c;
        }
    }
    return out;
}

// An element of an array parameter: quoted, one level of backslash escapes (ClickHouse reads no other).
std::string quoted(std::string_view text)
{
    return "'" + escapedText(text, '\'') + "'";
}

template <class Range, class Print>
std::string array(const Range &range, Print print)
{
    std::string out = "[";
    for (const auto &element : range) {
        if (out.size() > 1)
            out += ',';
        out += print(element);
    }
    return out + "]";
}

std::string shortest(double number)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

} // namespace

std::string Parameter::escaped() const
{
    return type == "String" ? escapedText(value) : value; // the elements of an array are escaped already
}

std::string Statement::bind(std::string_view text)
{
    return add("String", std::string(text));
}

std::string Statement::bind(std::int64_t number)
{
    return add("Int64", std::to_string(number));
}

std::string Statement::bind(double number)
{
    return add("Float64", shortest(number));
}

std::string Statement::bind(const std::vector<std::string> &texts)
{
    return add("Array(String)", array(texts, quoted));
}

std::string Statement::bind(const std::vector<std::int64_t> &numbers)
{
    return add("Array(Int64)", array(numbers, [](std::int64_t number) { return std::to_string(number); }));
}

std::string Statement::add(std::string type, std::string value)
{
    const std::string name = "p" + std::to_string(parameters.size());
    std::string placeholder = "{" + name + ":" + type + "}";
    parameters.push_back({name, std::move(type), std::move(value)});
    return placeholder;
}
