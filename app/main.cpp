// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"

int main(int argc, char **argv)
{
    const Parsed parsed = parseOptions(argc, argv);
    if (!parsed.options)
        return parsed.exitCode;
    switch (parsed.options->command) {
    case Command::Query: return runQuery(argc, argv, *parsed.options);
    case Command::Render: return runRender(argc, argv, *parsed.options);
    case Command::Gallery: return runGallery(argc, argv, *parsed.options);
    case Command::Window: break;
    }
    return runWindow(argc, argv, *parsed.options);
}
