// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <catalog/v1/catalog.pb.h>

#include "service/engine/query_engine.h"
#include "service/plan/project_table.h"

// The user ids behind a point of an answer, a page of them in the order of the ids. Throws InvalidQuestion for a place
// that the answer does not have, and what ask() throws.
catalog::v1::ListUsersResponse listUsers(const catalog::v1::ListUsersRequest &request, const ProjectTable &table,
                                         QueryEngine &engine, const Caller &caller, std::int64_t now);
