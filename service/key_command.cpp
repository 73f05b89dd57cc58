// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "service/access/api_keys.h"
#include "service/commands.h"

int makeKey(const std::string &file, const std::string &project, const std::string &name)
{
    const std::string key = makeApiKey(file, project, name);
    std::printf("%s\n", key.c_str());
    return 0;
}
