// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

// The same values in the same order, one a line, two spaces of indent; numbers and texts as they are written. Nothing
// when the text is no JSON.
std::optional<std::string> formattedJson(std::string_view text);
