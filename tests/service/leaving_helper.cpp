// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// leaving_helper DIR STATUS: opens a store, and ends with STATUS. Says so if what was registered to run at exit after the
// engine was opened, as the engine's own statics are, still runs.
#include <cstdio>
#include <cstdlib>

#include "service/engine/chdb.h"

int main(int, char **arguments)
{
    Chdb::open(arguments[1]).connect().command("SELECT 1");
    std::atexit([] { std::puts("An exit handler ran under the engine's threads."); });
    std::fputs("left", stdout); // what is written is not lost
    return std::atoi(arguments[2]);
}
