// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

// What is wrong with a question, at which field, and the way out.
struct Violation
{
    std::string field; // JSON path, as in "query.filters[0].value"
    std::string description;

    bool operator==(const Violation &) const = default;
};

using Violations = std::vector<Violation>;
