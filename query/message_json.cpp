// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/message_json.h"

#include <google/protobuf/util/json_util.h>

#include "query/spec_fields.h"

static std::string withTimes(std::string_view text, const std::vector<RewrittenTime> &times)
{
    std::string out;
    std::size_t from = 0;
    for (const RewrittenTime &time : times) {
        out += text.substr(from, time.offset - from);
        out += time.json;
        from = time.offset + time.length;
    }
    return out.append(text.substr(from));
}

std::string toText(const JsonError &error)
{
    return std::to_string(error.place.line) + ":" + std::to_string(error.place.column) + ": "
        + (error.field.empty() ? "" : error.field + ": ") + error.description;
}

JsonErrors readMessageJson(std::string_view text, const JsonNode &object, google::protobuf::Message &message,
                           const std::string &path, const Calendar &calendar, const std::vector<std::string> &more)
{
    const FieldsRead read = readFields(text, object, *message.GetDescriptor(), path, calendar, more);
    if (!read.errors.empty())
        return read.errors;
    const auto status = google::protobuf::util::JsonStringToMessage(withTimes(text, read.times), &message);
    if (!status.ok())
        return {{path, std::string(status.message()), placeIn(text, object.offset, object.length)}};
    return {};
}
