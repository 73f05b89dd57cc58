// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <insights/v1/insights.pb.h>

#include "service/engine/query_engine.h"
#include "service/plan/project_table.h"

// Answers a question: checked, planned, executed, assembled. `now` (ms) decides which buckets are not over.
// Throws InvalidQuestion, NotAnswered, and what the engine throws.
insights::v1::QueryResponse ask(const insights::v1::QueryRequest &request, const ProjectTable &table,
                                QueryEngine &engine, const Abandoned &abandoned, std::int64_t now);
