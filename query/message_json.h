// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <google/protobuf/message.h>

#include "query/calendar.h"
#include "query/json_tree.h"

using JsonErrors = std::vector<JsonError>;

// "3:14: query.filters[0].operator: is not known; ...", to be put behind the name of a file.
std::string toText(const JsonError &error);

// Reads an object of the text into an empty message, which is of no use when there are errors: all there are (the first
// 100), their fields under `path`. Times without an offset are times of the calendar's zone. `more` are names that may
// have been meant beside the fields.
JsonErrors readMessageJson(std::string_view text, const JsonNode &object, google::protobuf::Message &message,
                           const std::string &path, const Calendar &calendar,
                           const std::vector<std::string> &more = {});
