// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

#include "service/datasets/event_reader.h"
#include "service/datasets/input_file.h"
#include "service/datasets/store.h"

// Reads a file of any format into `sink`. `read` hears how many of the file's bytes have been read, after each piece;
// what it throws ends the reading. Unspecified format: by the file itself.
void readLines(ProjectStore &store, InputFile &file, datasets::v1::FileFormat format, LineSink &sink,
               const std::function<void(std::uint64_t position)> &read);
