// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

#include "service/datasets/store.h"

// The rows of a Parquet file as JSON objects, one a line, in pieces; `share` of the rows, 0 to 1, has been handed on.
// The engine reads the file. What `take` throws ends the reading.
void readParquet(ProjectStore &store, const std::filesystem::path &file,
                 const std::function<void(std::string_view piece, double share)> &take);
