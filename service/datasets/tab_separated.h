// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

// The rows of an answer in TabSeparatedRaw whose values hold no tab and no line break.
inline std::vector<std::vector<std::string>> rowsOf(std::string_view bytes)
{
    std::vector<std::vector<std::string>> rows;
    bool newRow = true;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find_first_of("\t\n");
        if (newRow)
            rows.emplace_back();
        rows.back().emplace_back(bytes.substr(0, end));
        newRow = end == std::string_view::npos || bytes[end] == '\n';
        bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    }
    return rows;
}
