// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <insights/v1/insights.pb.h>

#include "query/calendar.h"
#include "service/engine/query_engine.h"
#include "service/plan/project_table.h"

// Answers a question: checked, planned, executed, assembled. `now` (ms) decides which buckets are not over.
// Throws InvalidQuestion and what the engine throws.
insights::v1::QueryResponse ask(const insights::v1::QueryRequest &request, const ProjectTable &table,
                                QueryEngine &engine, const Caller &caller, std::int64_t now);

// The project's days. Throws std::runtime_error when this machine does not know its zone.
Calendar calendarOf(const ProjectTable &table);

// Throws InvalidQuestion with all that is wrong with a question.
void refuseWrong(const insights::v1::QuerySpec &spec, const Calendar &calendar);
