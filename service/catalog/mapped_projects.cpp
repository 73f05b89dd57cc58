// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/catalog/mapped_projects.h"

#include <map>

#include <spdlog/spdlog.h>

#include "service/plan/conditions.h"
#include "service/plan/row_reader.h"

namespace {

using Clock = std::chrono::steady_clock;

struct Extent
{
    std::uint64_t events = 0;
    std::int64_t first = 0; // ms
    std::int64_t last = 0;
};

std::map<std::string, Extent> extents(const ProjectTable &table, QueryEngine &engine, const Caller &caller)
{
    const bool isOne = table.columns.project.empty();
    const std::string time = eventMilliseconds(table);
    Statement statement;
    statement.sql = "SELECT " + (isOne ? "''" : "toString(" + table.columns.project + ")")
        + " AS ie_project, count(), min(" + time + "), max(" + time + ") FROM " + table.table;
    if (table.catalogDays > 0)
        statement.sql
            += " WHERE " + table.columns.time + " >= now() - INTERVAL " + std::to_string(table.catalogDays) + " DAY";
    statement.sql += " GROUP BY ie_project";
    const EngineRows rows = engine.execute(statement, caller);
    std::map<std::string, Extent> found;
    for (RowReader reader(rows.bytes); !reader.atEnd();) {
        Extent &extent = found[std::string(reader.text())];
        extent.events = reader.number<std::uint64_t>();
        extent.first = reader.number<std::int64_t>();
        extent.last = reader.number<std::int64_t>();
    }
    return found;
}

} // namespace

MappedProjects::MappedProjects(const insights::tablemap::v1::TableMap &map, QueryEngine &engine, const Pace &pace)
    : m_map(map)
    , m_engine(engine)
    , m_table(mappedTable(map, engine))
    , m_pace(pace)
    , m_projects(read(m_revision))
    , m_isOldAt(Clock::now() + pace.mostAge)
{
}

MappedProjects::~MappedProjects()
{
    m_isEnding = true;
}

std::vector<ProjectTablePtr> MappedProjects::projects() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_isReading && Clock::now() >= m_isOldAt) {
        m_reading = std::async(std::launch::async, [this] { refresh(); });
        m_isReading = true;
    }
    return m_projects;
}

ProjectTablePtr MappedProjects::project(const std::string &id) const
{
    for (const ProjectTablePtr &table : projects())
        if (table->project == id)
            return table;
    return nullptr;
}

// In a thread of its own. A failure is logged when it begins, and when it is over.
void MappedProjects::refresh() const
{
    std::vector<ProjectTablePtr> projects;
    std::string failure;
    try {
        projects = read(m_revision + 1); // nobody else changes it
    } catch (const std::exception &error) {
        failure = error.what();
    }
    const std::lock_guard lock(m_mutex);
    const bool isFailing = !failure.empty();
    if (isFailing && !m_isFailing && !m_isEnding)
        spdlog::error("the projects of {} cannot be read again, those known stay: {}", m_map.table(), failure);
    if (!isFailing && m_isFailing)
        spdlog::info("the projects of {} are read again", m_map.table());
    if (!isFailing) {
        m_projects = std::move(projects);
        ++m_revision;
    }
    m_isFailing = isFailing;
    m_isOldAt = Clock::now() + (isFailing ? m_pace.afterFailure : m_pace.mostAge);
    m_isReading = false;
}

std::vector<ProjectTablePtr> MappedProjects::read(std::uint64_t revision) const
{
    Caller ourselves{"projects"};
    ourselves.isGone = [this] { return m_isEnding.load(); };
    std::map<std::string, Extent> found = extents(m_table, m_engine, ourselves);
    if (!m_table.columns.project.empty())
        found.erase(""); // nobody's
    if (m_table.columns.project.empty()) {
        const auto all = found.extract("");
        found.clear();
        found[m_map.projects(0).id()] = all.empty() ? Extent{} : all.mapped();
    } else if (m_map.projects_size() > 0) {
        std::map<std::string, Extent> served;
        for (const auto &project : m_map.projects())
            served[project.id()] = found[project.id()];
        found = std::move(served);
    }
    std::vector<ProjectTablePtr> projects;
    for (const auto &[id, extent] : found) {
        auto table = std::make_shared<ProjectTable>(described(id));
        table->revision = revision;
        table->eventCount = extent.events;
        if (extent.events > 0) {
            table->firstEvent = extent.first;
            table->lastEvent = extent.last;
        }
        projects.push_back(std::move(table));
    }
    return projects;
}

ProjectTable MappedProjects::described(const std::string &id) const
{
    ProjectTable table = m_table;
    table.project = id;
    table.name = id;
    std::string weekStart = m_map.week_start();
    if (!m_map.timezone().empty())
        table.timezone = m_map.timezone();
    for (const auto &project : m_map.projects()) {
        if (project.id() != id)
            continue;
        if (!project.name().empty())
            table.name = project.name();
        if (!project.timezone().empty())
            table.timezone = project.timezone();
        if (!project.week_start().empty())
            weekStart = project.week_start();
    }
    table.weekStart = weekStartOf(weekStart);
    return table;
}
