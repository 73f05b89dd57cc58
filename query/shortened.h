// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// What a user wrote, to be shown in a message: its first 60 bytes in whole characters, control characters as "?".
std::string shortened(std::string_view text);
