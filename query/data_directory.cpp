// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/data_directory.h"

#include <cstdlib>

std::string defaultDataDirectory()
{
    const auto variable = [](const char *name) {
        const char *value = std::getenv(name);
        return std::string(value == nullptr ? "" : value);
    };
    // XDG: a relative path is as good as none.
    const std::string home = variable("XDG_DATA_HOME");
    return (home.starts_with('/') ? home : variable("HOME") + "/.local/share") + "/insights-explorer";
}
