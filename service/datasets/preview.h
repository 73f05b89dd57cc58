// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <datasets/v1/datasets.pb.h>

#include "service/datasets/store.h"

// What an import would make of a file, read by what the import reads it with. Stores nothing. What is wrong with the
// file or the map is the answer's `problem`; throws DatasetError only when `cancelled` says so.
datasets::v1::PreviewResponse previewFile(ProjectStore &store, const datasets::v1::PreviewRequest &request,
                                          const std::function<bool()> &cancelled);
