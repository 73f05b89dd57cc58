// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spec/json_format.h"

#include <utility>

#include "query/json_tree.h"

namespace {

constexpr std::size_t indentWidth = 2;

// Nested no deeper than parseJson() lets pass.
void print(std::string_view text, const JsonNode &node, std::size_t depth, std::string &out)
{
    const bool isList = node.kind == JsonNode::Kind::List;
    if (!isList && node.kind != JsonNode::Kind::Object) {
        out += text.substr(node.offset, node.length);
        return;
    }
    out += isList ? '[' : '{';
    const char *separator = "\n";
    for (const JsonNode &child : node.children) {
        out.append(std::exchange(separator, ",\n")).append((depth + 1) * indentWidth, ' ');
        if (!isList)
            out.append(text.substr(child.nameOffset, child.nameLength)).append(": ");
        print(text, child, depth + 1, out);
    }
    if (!node.children.empty())
        out.append("\n").append(depth * indentWidth, ' ');
    out += isList ? ']' : '}';
}

} // namespace

std::optional<std::string> formattedJson(std::string_view text)
{
    const auto parsed = parseJson(text);
    const auto *root = std::get_if<JsonNode>(&parsed);
    if (root == nullptr)
        return std::nullopt;
    std::string out;
    print(text, *root, 0, out);
    return out;
}
