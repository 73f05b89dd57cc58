// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <catalog/v1/catalog.pb.h>

#include "service/plan/project_table.h"
#include "service/plan/statement.h"

// Which groups of a breakdown are meant: one value, or all but some.
struct GroupChoice
{
    std::optional<std::string> only;
    std::vector<std::string> allBut; // when there is no `only`; empty means every group
};

// A page of users, in the order of their ids (bytes).
struct UserPage
{
    std::string after; // users past this id; empty from the first
    int size = 0;
};

// User ids behind a point of a series (`bucket` is its [start, end) in ms, within the range) or of a table, a row each:
// user String.
Statement planSeriesUsers(const insights::v1::QuerySpec &spec, int eventIndex, std::int64_t start, std::int64_t end,
                          const GroupChoice &groups, const UserPage &page, const ProjectTable &table);

// Those of a retention's cohort (its place in `buckets`); of those who came back in `period` unless it is negative.
Statement planCohortUsers(const insights::v1::QuerySpec &spec, const std::vector<std::int64_t> &buckets,
                          std::size_t cohort, int period, const GroupChoice &groups, const UserPage &page,
                          const ProjectTable &table);

// Those behind a step of a funnel, from the rows of planFunnel with users.
std::vector<std::string> funnelUsers(const insights::v1::QuerySpec &spec, std::string_view rows,
                                     const catalog::v1::FunnelPlace &place, const GroupChoice &groups,
                                     const UserPage &page);
