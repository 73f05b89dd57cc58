// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "service/catalog/projects.h"
#include "service/catalog/table_map.h"

// The projects of a mapped table. How many events they have, and from when to when, is read again when it is asked for and
// five minutes old.
class MappedProjects final : public Projects
{
public:
    // Throws TableMapError, and what the engine throws.
    MappedProjects(const insights::tablemap::v1::TableMap &map, QueryEngine &engine);

    std::vector<ProjectTablePtr> projects() const override;
    ProjectTablePtr project(const std::string &id) const override;

private:
    void read() const;
    ProjectTable described(const std::string &id) const;

    const insights::tablemap::v1::TableMap m_map;
    QueryEngine &m_engine;
    const ProjectTable m_table; // of any of them
    mutable std::mutex m_mutex;
    mutable std::vector<ProjectTablePtr> m_projects; // by id
    mutable std::optional<std::chrono::steady_clock::time_point> m_readAt;
    mutable std::uint64_t m_revision = 0;
};
