// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "service/engine/engine_error.h"
#include "service/engine/http_connection.h"

// Whether the one who answered is ClickHouse, and not a proxy or another service.
bool isClickHouse(const HttpAnswer &answer);

// What ClickHouse says went wrong, also when it noticed in the middle of its rows, after a status of 200: in a frame
// (__exception__, since 25.11 with the tag of a header) or as plain text behind them (before 25).
std::optional<EngineError> exceptionIn(const HttpAnswer &answer);

// Of X-ClickHouse-Summary; 0 without one.
std::uint64_t rowsReadOf(const HttpAnswer &answer);
