// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/calendar.h"

// A warning of the service that a program says in its own words: that the data ends before the range does.
std::string dataEndWarning(std::int64_t lastEvent, const Calendar &calendar); // ms
// When the data ends, to the second; nothing of any other warning.
std::optional<std::int64_t> dataEndOf(std::string_view warning);
