// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

// Where events are kept unless told otherwise: $XDG_DATA_HOME/insights-explorer, or ~/.local/share/insights-explorer.
std::string defaultDataDirectory();
