// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/violations_under.h"

Violations violationsUnder(const Violations &violations, const std::string &path)
{
    Violations below;
    for (const Violation &violation : violations) {
        const std::string &field = violation.field;
        if (!field.starts_with(path))
            continue;
        const bool isField = field.size() == path.size();
        if (isField || field[path.size()] == '[')
            below.push_back({field.substr(path.size()), violation.description});
        else if (field[path.size()] == '.')
            below.push_back({field.substr(path.size() + 1), violation.description});
    }
    return below;
}
