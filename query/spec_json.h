// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include <insights/v1/insights.pb.h>

#include "query/calendar.h"

struct JsonError
{
    std::string message; // names the field where there is one
    int line = 0; // from 1; 0 when the place is not known
    int column = 0;
};

// The text of the API document: {"query": {...}}, two spaces of indent, fields in the order of the document.
std::string specJson(const insights::v1::QuerySpec &spec);

// Reads {"query": {...}} or the bare inner object. Times without an offset are times of the calendar's zone.
std::variant<insights::v1::QuerySpec, JsonError> readSpecJson(std::string_view text, const Calendar &calendar);
