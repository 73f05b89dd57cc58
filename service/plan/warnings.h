// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <insights/v1/insights.pb.h>

#include "query/calendar.h"
#include "service/plan/project_table.h"

// What a reader of the answer should know, a sentence each: steps that one event can satisfy together, groups that were
// cut, data that ends before the range does. `now` in ms: what lies ahead is not missing.
std::vector<std::string> warningsOf(const insights::v1::QuerySpec &spec, const insights::v1::ResultInfo &info,
                                    const ProjectTable &table, const Calendar &calendar, std::int64_t now);
