// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <future>
#include <mutex>
#include <string>
#include <vector>

#include "service/catalog/projects.h"
#include "service/catalog/table_map.h"

// The projects of a mapped table. How many events they have, and from when to when, is read again when it is asked for and
// old; who asks gets what was read before, and waits for nothing.
class MappedProjects final : public Projects
{
public:
    struct Pace
    {
        std::chrono::milliseconds mostAge = std::chrono::minutes(5);
        std::chrono::milliseconds afterFailure = std::chrono::seconds(30);
    };

    // Throws TableMapError, and what the engine throws.
    MappedProjects(const insights::tablemap::v1::TableMap &map, QueryEngine &engine)
        : MappedProjects(map, engine, Pace())
    {
    }
    MappedProjects(const insights::tablemap::v1::TableMap &map, QueryEngine &engine, const Pace &pace);
    ~MappedProjects() override;

    std::vector<ProjectTablePtr> projects() const override;
    ProjectTablePtr project(const std::string &id) const override;

private:
    std::vector<ProjectTablePtr> read(std::uint64_t revision) const;
    void refresh() const;
    ProjectTable described(const std::string &id) const;

    const insights::tablemap::v1::TableMap m_map;
    QueryEngine &m_engine;
    const ProjectTable m_table; // of any of them
    const Pace m_pace;
    std::atomic<bool> m_isEnding = false;
    mutable std::mutex m_mutex; // of what follows
    mutable std::uint64_t m_revision = 1;
    mutable std::vector<ProjectTablePtr> m_projects; // by id
    mutable std::chrono::steady_clock::time_point m_isOldAt;
    mutable bool m_isFailing = false;
    mutable bool m_isReading = false;
    mutable std::future<void> m_reading; // waited for at the end, before all it uses goes
};
