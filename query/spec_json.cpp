// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/spec_json.h"

#include <algorithm>

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

using google::protobuf::Struct;
using google::protobuf::Value;
using insights::v1::QueryRequest;
using insights::v1::QuerySpec;

namespace {

// The field under any of its two JSON spellings; null when it is not there or of another kind.
Value *member(Struct &object, const std::string &camel, const std::string &snake)
{
    auto &fields = *object.mutable_fields();
    for (const std::string &name : {camel, snake})
        if (const auto found = fields.find(name); found != fields.end())
            return &found->second;
    return nullptr;
}

// "boundaries use project timezone": protobuf's own reader refuses a time without an offset.
void placeTimes(Struct &query, const Calendar &calendar)
{
    Value *range = member(query, "timeRange", "time_range");
    if (range == nullptr || !range->has_struct_value())
        return;
    for (auto &[name, value] : *range->mutable_struct_value()->mutable_fields())
        if (value.has_string_value())
            if (const auto time = calendar.parseTime(value.string_value()))
                value.set_string_value(Calendar::isoTime(*time));
}

JsonError jsonError(std::string_view text, const google::protobuf::util::Status &status)
{
    JsonError error;
    error.message = std::string(status.message());
    // protobuf shows the text around the mistake below its message, and in a last line points into it with a caret.
    const std::size_t first = error.message.find('\n');
    const std::size_t last = error.message.rfind('\n');
    if (first == std::string::npos)
        return error;
    const std::string around = error.message.substr(first + 1, last - std::min(last, first + 1));
    const std::size_t place = around.empty() ? std::string_view::npos : text.find(around);
    if (place != std::string_view::npos && error.message.back() == '^') {
        const std::size_t at = std::min(place + (error.message.size() - last - 2), text.size());
        const std::string_view before = text.substr(0, at);
        error.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
        error.column = static_cast<int>(at - (before.rfind('\n') + 1)) + 1; // npos + 1 is 0
    }
    error.message.resize(first);
    return error;
}

} // namespace

std::string specJson(const QuerySpec &spec)
{
    QueryRequest request;
    *request.mutable_query() = spec;
    google::protobuf::util::JsonPrintOptions options;
    options.add_whitespace = true;
    std::string text;
    if (!google::protobuf::util::MessageToJsonString(request, &text, options).ok())
        return {}; // only for times outside year 1..9999, which check() has no way to let in
    return text;
}

std::variant<QuerySpec, JsonError> readSpecJson(std::string_view text, const Calendar &calendar)
{
    namespace json = google::protobuf::util;
    Struct tree;
    if (const auto status = json::JsonStringToMessage(std::string(text), &tree); !status.ok())
        return jsonError(text, status);
    const auto &fields = tree.fields();
    const auto wrapped = fields.find("query");
    const bool isWrapped = wrapped != fields.end();
    if (isWrapped && !wrapped->second.has_struct_value())
        return JsonError{"query must be an object"};
    if (isWrapped) {
        for (const auto &[name, value] : fields)
            if (name != "query" && name != "form")
                return JsonError{name + ": no such field beside query"};
    }
    Struct query = isWrapped ? wrapped->second.struct_value() : tree;
    placeTimes(query, calendar);

    std::string placed;
    QuerySpec spec;
    if (const auto status = json::MessageToJsonString(query, &placed); !status.ok())
        return JsonError{std::string(status.message())};
    if (const auto status = json::JsonStringToMessage(placed, &spec); !status.ok())
        return JsonError{"query: " + std::string(status.message())};
    return spec;
}
