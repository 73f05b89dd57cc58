// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/json_tree.h"

#include <algorithm>

#include <simdjson.h>

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

namespace {

constexpr int deepest = 64;
constexpr std::string_view whitespace = " \t\r\n";
constexpr const char *endsTooEarly = "the text ends before all of its brackets are closed";

bool isContinuation(char c)
{
    return (c & 0xC0) == 0x80;
}

std::size_t firstNotUtf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t length = 1;
        while (length <= 4 && at + length <= text.size() && !simdjson::validate_utf8(text.data() + at, length))
            ++length;
        if (length > 4 || at + length > text.size())
            break;
        at += length;
    }
    return at;
}

// Where a string begins that has no end, or where a character stands that no string may hold.
std::size_t firstBrokenString(std::string_view text)
{
    std::size_t opened = std::string_view::npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool inString = opened != std::string_view::npos;
        if (inString && static_cast<unsigned char>(text[i]) < 0x20)
            return text[i] == '\n' || text[i] == '\r' ? opened : i;
        if (inString && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            opened = inString ? std::string_view::npos : i;
    }
    return opened == std::string_view::npos ? 0 : opened;
}

// What is wrong where another token should stand.
std::string misplaced(std::string_view rest)
{
    switch (rest.empty() ? ' ' : rest.front()) {
    case ' ': return endsTooEarly;
    case '/':
    case '#': return "JSON knows no comments: take it out";
    case '\'': return "names and text stand in double quotes";
    case '"': return "a comma or a colon is missing before this";
    case '}':
    case ']': return "a bracket that closes nothing, or a comma too many before it";
    case ',': return "a comma with nothing before it";
    default: return "JSON has something else here: a comma, a colon, a bracket or a text in double quotes";
    }
}

class TreeReader
{
public:
    TreeReader(std::string_view text, std::string_view lacking)
        : m_text(text)
        , m_lacking(lacking)
        , m_padded(text)
    {
    }

    std::variant<JsonNode, JsonError> read()
    {
        if (m_text.starts_with("\xEF\xBB\xBF"))
            return failed(0, "the text begins with a byte order mark: save it as UTF-8 without one");
        if (const error_code error = m_parser.iterate(m_padded).get(m_document))
            return unreadable(error);
        JsonNode root;
        ondemand::value value;
        if (m_document.get_value().get(value) != simdjson::SUCCESS)
            return failed(firstToken(), std::string(m_lacking));
        if (!readValue(value, root, 0))
            return m_error;
        const std::size_t after = m_text.find_first_not_of(whitespace, root.offset + root.length);
        if (after != std::string_view::npos)
            return failed(after, "nothing may follow the end of the object: take this out");
        return root;
    }

private:
    std::size_t firstToken() const
    {
        const std::size_t first = m_text.find_first_not_of(whitespace);
        return first == std::string_view::npos ? 0 : first;
    }

    JsonError failed(std::size_t offset, std::string description) const
    {
        return {m_path, std::move(description), placeIn(m_text, offset, offset < m_text.size() ? 1 : 0)};
    }

    JsonError unreadable(error_code error) const
    {
        if (error == simdjson::EMPTY)
            return failed(0, "the text is empty: " + std::string(m_lacking));
        if (error == simdjson::UTF8_ERROR)
            return failed(firstNotUtf8(m_text), "the text is not UTF-8 here: save it as UTF-8");
        if (error != simdjson::UNCLOSED_STRING && error != simdjson::UNESCAPED_CHARS)
            return failed(firstToken(), simdjson::error_message(error));
        const std::size_t at = firstBrokenString(m_text);
        return failed(at,
                      m_text[at] == '"' ? "this text is not closed: its last quotation mark is missing"
                                        : "text may not hold this control character: write it as in \\u0009");
    }

    bool fail(std::size_t offset, std::string description)
    {
        m_error = failed(offset, std::move(description));
        return false;
    }

    // Where the reader stopped: the token that does not belong.
    bool failHere()
    {
        const char *place = nullptr;
        std::size_t at = m_text.size();
        if (m_document.current_location().get(place) == simdjson::SUCCESS)
            at = std::min<std::size_t>(place - m_padded.data(), m_text.size());
        return fail(at, misplaced(m_text.substr(at)));
    }

    bool readValue(ondemand::value value, JsonNode &node, int depth)
    {
        const std::string_view token = value.raw_json_token();
        node.offset = token.data() - m_padded.data();
        node.length = token.find_last_not_of(whitespace) + 1;
        if (depth > deepest)
            return fail(node.offset, "nested too deep: what belongs here has a handful of levels");
        ondemand::json_type type{};
        if (value.type().get(type))
            return failHere();
        switch (type) {
        case ondemand::json_type::object: return readObject(value, node, depth);
        case ondemand::json_type::array: return readList(value, node, depth);
        case ondemand::json_type::string: return readString(value, node);
        default: return readPlain(value, type, node);
        }
    }

    bool readObject(ondemand::value value, JsonNode &node, int depth)
    {
        node.kind = JsonNode::Kind::Object;
        ondemand::object object;
        if (value.get_object().get(object))
            return failHere();
        const std::size_t pathLength = m_path.size();
        for (auto next : object) {
            ondemand::field field;
            if (std::move(next).get(field))
                return failHere();
            JsonNode &child = node.children.emplace_back();
            child.nameOffset = field.key().raw() - m_padded.data() - 1;
            child.nameLength = endOfString(child.nameOffset) - child.nameOffset;
            std::string_view name;
            if (field.unescaped_key().get(name))
                return fail(child.nameOffset, "this name has an escape that JSON does not know");
            child.name = name;
            m_path += (m_path.empty() ? "" : ".") + child.name;
            if (!readValue(field.value(), child, depth + 1))
                return false;
            m_path.resize(pathLength);
        }
        close(node, '}');
        return true;
    }

    bool readList(ondemand::value value, JsonNode &node, int depth)
    {
        node.kind = JsonNode::Kind::List;
        ondemand::array list;
        if (value.get_array().get(list))
            return failHere();
        const std::size_t pathLength = m_path.size();
        for (auto next : list) {
            ondemand::value item;
            if (std::move(next).get(item))
                return failHere();
            m_path += "[" + std::to_string(node.children.size()) + "]";
            if (!readValue(item, node.children.emplace_back(), depth + 1))
                return false;
            m_path.resize(pathLength);
        }
        close(node, ']');
        return true;
    }

    bool readString(ondemand::value value, JsonNode &node)
    {
        node.kind = JsonNode::Kind::String;
        std::string_view string;
        if (value.get_string().get(string))
            return fail(node.offset, "this text has an escape that JSON does not know");
        node.string = string;
        return true;
    }

    bool readPlain(ondemand::value value, ondemand::json_type type, JsonNode &node)
    {
        error_code error = simdjson::SUCCESS;
        if (type == ondemand::json_type::number) {
            node.kind = JsonNode::Kind::Number;
            ondemand::number number;
            error = value.get_number().get(number);
        } else if (type == ondemand::json_type::boolean) {
            node.kind = JsonNode::Kind::Boolean;
            bool boolean = false;
            error = value.get_bool().get(boolean);
        } else {
            bool isNull = false;
            error = simdjson::simdjson_result<bool>(value.is_null()).get(isNull);
            if (!isNull)
                error = simdjson::N_ATOM_ERROR;
        }
        if (!error)
            return true;
        if (node.offset + node.length >= m_text.size())
            return fail(m_text.size(), endsTooEarly);
        return fail(node.offset,
                    node.kind == JsonNode::Kind::Number ? "this is no number, or too large a one"
                                                        : "only true, false and null stand without quotation marks");
    }

    std::size_t endOfString(std::size_t opened) const
    {
        std::size_t at = opened + 1;
        while (at < m_text.size() && m_text[at] != '"')
            at += m_text[at] == '\\' ? 2 : 1;
        return std::min(at + 1, m_text.size());
    }

    // Between the last child and the bracket there is nothing but whitespace.
    void close(JsonNode &node, char bracket) const
    {
        const std::size_t inside
            = node.children.empty() ? node.offset + 1 : node.children.back().offset + node.children.back().length;
        node.length = m_text.find(bracket, inside) + 1 - node.offset;
    }

    std::string_view m_text;
    std::string_view m_lacking;
    simdjson::padded_string m_padded; // the same bytes, with the room behind them that simdjson needs
    ondemand::parser m_parser;
    ondemand::document m_document;
    std::string m_path;
    JsonError m_error;
};

} // namespace

TextPlace placeIn(std::string_view text, std::size_t offset, std::size_t length)
{
    const std::string_view before = text.substr(0, offset);
    const std::string_view line = before.substr(before.rfind('\n') + 1); // npos + 1 is 0
    TextPlace place{offset, length};
    place.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    place.column
        = 1 + static_cast<int>(std::count_if(line.begin(), line.end(), [](char c) { return !isContinuation(c); }));
    return place;
}

std::variant<JsonNode, JsonError> parseJson(std::string_view text, std::string_view lacking)
{
    return TreeReader(text, lacking).read();
}
