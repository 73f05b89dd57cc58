// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasets/v1/datasets.pb.h>

#include "service/datasets/import_journal.h"
#include "service/datasets/store.h"

// Brings files into a project, which is made when there is none. Each file is taken in as a whole or not at all; those
// before one that fails stay. With `replace` the project starts anew with exactly the files named, and it is all of
// them or the project as it was. A file whose bytes were imported before is refused.
// Reports to `watch`, last with the summary; throws DatasetError and EngineError. Blocks until done.
datasets::v1::ImportSummary importFiles(ProjectStore &store, const datasets::v1::ImportRequest &request,
                                        const ImportWatch &watch);
