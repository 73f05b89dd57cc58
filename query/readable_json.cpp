// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/readable_json.h"

#include <google/protobuf/util/json_util.h>

std::string readableJson(const google::protobuf::Message &message, Zeros zeros)
{
    google::protobuf::util::JsonPrintOptions options;
    options.add_whitespace = true;
    options.always_print_primitive_fields = zeros == Zeros::Written;
    std::string text;
    if (!google::protobuf::util::MessageToJsonString(message, &text, options).ok())
        return {};
    // protobuf indents by one space.
    std::string indented;
    indented.reserve(text.size() + text.size() / 4);
    bool inIndent = true;
    for (const char c : text) {
        inIndent = c == '\n' || (inIndent && c == ' ');
        indented.append(inIndent && c == ' ' ? 2 : 1, c);
    }
    return indented;
}
