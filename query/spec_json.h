// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <insights/v1/insights.pb.h>

#include "query/calendar.h"
#include "query/message_json.h"

// The text of the API document: {"query": {...}}, one value a line, two spaces of indent, fields in the order of the
// contract. Empty for times outside the years 1 to 9999, which check() refuses.
std::string specJson(const insights::v1::QuerySpec &spec);

// Reads {"query": {...}} or the bare inner object, no more than 4 MiB. Times without an offset are times of the
// calendar's zone. The errors are all there are (the first 100), or the first mistake where the text is no JSON.
std::variant<insights::v1::QuerySpec, JsonErrors> readSpecJson(std::string_view text, const Calendar &calendar);

// Where the value at a JSON path of the spec stands ("query.filters[0].value"), in either form of the text; for what is
// not there, the name of the nearest field around it. Nothing when the text is no JSON object.
std::optional<TextPlace> placeOf(std::string_view text, std::string_view path);
