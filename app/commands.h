// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

// Each runs to its end and answers the exit code: 0 done, 1 the query failed (message on stderr), 2 bad usage.
int runWindow(int argc, char **argv, const Options &options);
int runQuery(int argc, char **argv, const Options &options);
int runRender(int argc, char **argv, const Options &options);
int runGallery(int argc, char **argv, const Options &options);
