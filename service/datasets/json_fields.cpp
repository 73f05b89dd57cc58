// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/json_fields.h"

#include <cstring>

#include "service/datasets/column_roles.h"
#include "service/datasets/text_form.h"

using simdjson::error_code;
using simdjson::ondemand::json_type;

namespace {

constexpr int deepest = 100; // objects inside objects; each is a step of recursion

std::string_view trimmed(std::string_view token)
{
    const std::size_t end = token.find_last_not_of(" \t\r\n");
    return token.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

bool isShortInteger(std::string_view token)
{
    if (token.empty() || token.size() > 18 || token[0] == '0')
        return token == "0";
    for (const char c : token)
        if (c < '0' || c > '9')
            return false;
    return true;
}

std::string sentence(error_code error)
{
    switch (error) {
    case simdjson::UTF8_ERROR: return "it is not valid UTF-8";
    case simdjson::INCORRECT_TYPE: return "it is no JSON object";
    case simdjson::EMPTY: return "it is empty";
    case simdjson::UNCLOSED_STRING: return "it is not valid JSON: a string is not closed";
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT: return "it is not valid JSON: it ends too early";
    case simdjson::NUMBER_ERROR: return "it is not valid JSON: a number is malformed";
    case simdjson::DEPTH_ERROR: return "it is nested more than 100 deep";
    case simdjson::TRAILING_CONTENT: return "it is not valid JSON: something follows the object";
    default: return "it is not valid JSON";
    }
}

} // namespace

std::optional<std::string> JsonFields::read(std::string_view object, std::size_t capacity)
{
    m_fields.clear();
    m_scratchUsed = 0;
    m_depth = 0;
    const error_code error = readDocument(simdjson::padded_string_view(object.data(), object.size(), capacity));
    return error ? std::optional(sentence(error)) : std::nullopt;
}

std::optional<std::string> JsonFields::readObject(std::string_view object)
{
    m_padded.assign(object);
    m_padded.reserve(object.size() + simdjson::SIMDJSON_PADDING);
    return read(m_padded, m_padded.capacity());
}

error_code JsonFields::readDocument(simdjson::padded_string_view json)
{
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (const error_code error = m_parser.iterate(json).get(document))
        return error;
    if (const error_code error = document.get_object().get(object))
        return error;
    if (const error_code error = readMembers(object, {}, false))
        return error == simdjson::INCORRECT_TYPE ? simdjson::N_ATOM_ERROR : error;
    // There is no place to be at behind the end.
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS ? simdjson::SUCCESS
                                                                          : simdjson::TRAILING_CONTENT;
}

error_code JsonFields::readMembers(simdjson::ondemand::object object, std::string_view prefix, bool nested)
{
    for (auto member : object) {
        std::string_view key;
        Value value;
        if (const error_code error = member.unescaped_key().get(key))
            return error;
        if (const error_code error = member.value().get(value))
            return error;
        if (!prefix.empty())
            key = scratch().append(prefix).append(".").append(key);
        if (const error_code error = readValue(key, value, nested))
            return error;
    }
    return simdjson::SUCCESS;
}

error_code JsonFields::readValue(std::string_view name, Value value, bool nested)
{
    json_type type;
    if (const error_code error = value.type().get(type))
        return error;
    switch (type) {
    case json_type::string: {
        std::string_view text;
        const error_code error = value.get_string().get(text);
        m_fields.push_back({name, text, nested});
        return error;
    }
    case json_type::number: return readNumber(name, value, nested);
    case json_type::boolean: {
        bool truth = false;
        const error_code error = value.get_bool().get(truth);
        m_fields.push_back({name, truth ? "true" : "false", nested});
        return error;
    }
    case json_type::null: {
        bool isNull = false;
        const error_code error = value.is_null().get(isNull);
        m_fields.push_back({name, {}, nested});
        return error;
    }
    case json_type::array: return readList(name, value, nested);
    case json_type::object: {
        simdjson::ondemand::object object;
        if (const error_code error = value.get_object().get(object))
            return error;
        const bool properties = !nested && holdsProperties(name);
        if (++m_depth > deepest)
            return simdjson::DEPTH_ERROR;
        const error_code error = readMembers(object, properties ? std::string_view() : name, nested || properties);
        --m_depth;
        return error;
    }
    }
    return simdjson::TAPE_ERROR;
}

error_code JsonFields::readNumber(std::string_view name, Value value, bool nested)
{
    std::string_view text = trimmed(value.raw_json_token());
    if (!isShortInteger(text)) {
        std::string &form = scratch();
        if (!appendNumberText(form, text))
            return simdjson::NUMBER_ERROR;
        text = form;
    }
    m_fields.push_back({name, text, nested}); // not parsed by the library: numbers may be larger than its types
    return simdjson::SUCCESS;
}

error_code JsonFields::readList(std::string_view name, Value value, bool nested)
{
    simdjson::ondemand::array list;
    std::string_view raw;
    if (const error_code error = value.get_array().get(list))
        return error;
    if (const error_code error = list.raw_json().get(raw))
        return error;
    std::string &text = scratch();
    text.resize(raw.size());
    std::size_t size = 0;
    const error_code error = simdjson::minify(raw.data(), raw.size(), text.data(), size);
    text.resize(size);
    m_fields.push_back({name, text, nested});
    return error;
}

std::string &JsonFields::scratch()
{
    if (m_scratchUsed == m_scratch.size())
        m_scratch.emplace_back();
    std::string &text = m_scratch[m_scratchUsed++];
    text.clear();
    return text;
}
