// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/spec_json.h"

#include <algorithm>

#include <absl/strings/ascii.h>
#include <absl/strings/numbers.h>
#include <absl/strings/str_split.h>

#include "query/readable_json.h"

using insights::v1::QueryRequest;
using insights::v1::QuerySpec;

namespace {

constexpr std::size_t largestText = 4 << 20; // bytes; what a service receives at most

const JsonNode *memberOf(const JsonNode &object, std::string_view name)
{
    const auto found = std::find_if(object.children.begin(), object.children.end(),
                                    [&](const JsonNode &child) { return child.name == name; });
    return found == object.children.end() ? nullptr : &*found;
}

// One step of a path: a field in either of its spellings, or the index of a list.
const JsonNode *stepInto(const JsonNode &node, const std::string &step)
{
    std::size_t index = 0;
    if (node.kind == JsonNode::Kind::List)
        return absl::SimpleAtoi(step, &index) && index < node.children.size() ? &node.children[index] : nullptr;
    if (const JsonNode *member = memberOf(node, step))
        return member;
    std::string snake;
    for (const char c : step)
        snake += absl::ascii_isupper(c) ? std::string{'_', absl::ascii_tolower(c)} : std::string{c};
    return memberOf(node, snake);
}

} // namespace

std::string specJson(const QuerySpec &spec)
{
    QueryRequest request;
    *request.mutable_query() = spec;
    return readableJson(request, Zeros::LeftOut);
}

std::variant<QuerySpec, JsonErrors> readSpecJson(std::string_view text, const Calendar &calendar)
{
    if (text.size() > largestText)
        return JsonErrors{{{}, "the text is larger than 4 MiB: no service takes such a question", {}}};
    const auto parsed = parseJson(text);
    if (const auto *error = std::get_if<JsonError>(&parsed)) {
        const bool isBare = !error->field.empty() && !error->field.starts_with("query");
        return JsonErrors{{(isBare ? "query." : "") + error->field, error->description, error->place}};
    }
    const auto &root = std::get<JsonNode>(parsed);
    if (root.kind != JsonNode::Kind::Object)
        return JsonErrors{{{}, std::string(notAnObject), placeIn(text, root.offset, root.length)}};
    const bool isWrapped = memberOf(root, "query") != nullptr;
    QueryRequest request;
    const JsonErrors errors = isWrapped
        ? readMessageJson(text, root, request, "", calendar)
        : readMessageJson(text, root, *request.mutable_query(), "query", calendar, {"query"});
    if (!errors.empty())
        return errors;
    return request.query();
}

std::optional<TextPlace> placeOf(std::string_view text, std::string_view path)
{
    const auto parsed = parseJson(text);
    const auto *root = std::get_if<JsonNode>(&parsed);
    if (root == nullptr)
        return std::nullopt;
    const bool isWrapped = memberOf(*root, "query") != nullptr;
    const JsonNode *node = root;
    std::vector<std::string> steps = absl::StrSplit(std::string(path), absl::ByAnyChar(".[]"), absl::SkipEmpty());
    if (!isWrapped && !steps.empty() && steps.front() == "query")
        steps.erase(steps.begin());
    for (const std::string &step : steps) {
        const JsonNode *next = stepInto(*node, step);
        if (next == nullptr && node->nameLength > 0)
            return placeIn(text, node->nameOffset, node->nameLength);
        if (next == nullptr)
            return placeIn(text, node->offset, 1); // the bracket of the object that lacks it
        node = next;
    }
    return placeIn(text, node->offset, node->length);
}
