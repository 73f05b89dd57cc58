// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

// The unix socket at which the service of a data directory is found, by the service and by the program alike:
// insightsd.sock in that directory. A kernel takes no more than 107 bytes of path; for a directory too deep it is a
// name made from the directory, in $XDG_RUNTIME_DIR or in a directory under /tmp that is this user's alone (made here).
// Empty when there is no safe place. The data directory need not exist yet.
std::string socketPath(const std::string &dataDirectory);

// The file on which a service holds a lock (flock) while it has the data directory open.
std::string lockPath(const std::string &dataDirectory);
