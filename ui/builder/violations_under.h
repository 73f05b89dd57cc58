// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/violation.h"

#include <string>

// Those at `path` or below it, with paths that start there: "[0].value" under "query.filters".
Violations violationsUnder(const Violations &violations, const std::string &path);
