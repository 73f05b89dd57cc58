// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <google/protobuf/descriptor.h>

#include "query/calendar.h"
#include "query/json_tree.h"

// A time in the text that protobuf would not read as it stands, and the one to put there.
struct RewrittenTime
{
    std::size_t offset = 0;
    std::size_t length = 0;
    std::string json;
};

struct FieldsRead
{
    std::vector<JsonError> errors; // in the order of the text; no more than 100
    std::vector<RewrittenTime> times;
};

// Holds an object of the text against a message of the contract: without errors, protobuf reads the text once the times
// are put in. `more` are names that may have been meant beside the fields.
FieldsRead readFields(std::string_view text, const JsonNode &object, const google::protobuf::Descriptor &type,
                      const std::string &path, const Calendar &calendar, const std::vector<std::string> &more = {});
