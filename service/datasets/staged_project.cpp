// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/staged_project.h"

#include <chrono>

#include "service/datasets/tab_separated.h"

namespace {

// User ids are hashed once, when they come in: counting users by UInt64 is 2.5 times as fast as by text.
// Parts of up to 64 MB are one file, not four a column: a thousand properties would make thousands of files a block.
constexpr char tableDefinition[]
    = " (event LowCardinality(String), time DateTime64(3, 'UTC') CODEC(Delta(8), LZ4), user String,"
      " uid UInt64 MATERIALIZED cityHash64(user), cookieless UInt8 MATERIALIZED startsWith(user, 'cookieless-'))"
      " ENGINE = MergeTree PARTITION BY toYYYYMM(time) ORDER BY (event, time)"
      " SETTINGS ratio_of_defaults_for_sparse_serialization = 0.9, min_bytes_for_wide_part = 67108864";

// Beyond these the engine merges by and by in the background.
constexpr std::size_t mostMergedCells = 40'000'000; // of a month; a second's work
constexpr int mostMergedMonths = 120;

constexpr std::size_t fixedColumns = 5;

std::string additions(const EventBlock &block, std::vector<PropertyDraft> &drafts)
{
    std::string list;
    for (std::size_t i = 0; i < block.properties.size(); ++i) {
        PropertyDraft &draft = drafts[i];
        if (draft.made || block.properties[i].empty())
            continue;
        draft.made = true;
        list += (list.empty() ? "" : ", ") + ("ADD COLUMN " + draft.column) + ' ' + draft.type() + " COMMENT '"
            + commentOf(PropertyNotes{PropertyKind::String, draft.name}) + "'";
    }
    return list;
}

} // namespace

StagedProject::StagedProject(ProjectStore &store, const std::string &project, Start start,
                             const std::function<bool()> &cancelled, Tick tick)
    : m_store(store)
    , m_project(project)
    , m_tick(std::move(tick))
    , m_change(store.beginChange(cancelled))
    , m_connection(store.engine().connect())
{
    checkProjectName(project);
    m_connection.command("SET max_partitions_per_insert_block = 0, throw_on_max_partitions_per_insert_block = 0");
    create(start);
}

StagedProject::~StagedProject()
{
    if (m_writing.valid())
        m_writing.wait();
    try {
        m_connection.command("DROP TABLE IF EXISTS " + stagingTable(m_project) + " SYNC");
    } catch (const EngineError &) {
        // Opening the store again clears it away.
    }
}

void StagedProject::create(Start start)
{
    const auto present = m_store.record(m_project);
    const std::string table = stagingTable(m_project);
    m_connection.command("DROP TABLE IF EXISTS " + table + " SYNC");
    if (present && start == Start::Present)
        m_connection.command("CREATE TABLE " + table + " CLONE AS " + liveTable(m_project));
    else
        m_connection.command("CREATE TABLE " + table + tableDefinition);
    notes.name = m_project;
    if (!present)
        return;
    notes = present->notes;
    if (start == Start::Empty)
        notes.files.clear();
    else
        adoptDrafts();
}

void StagedProject::adoptDrafts()
{
    for (const PropertyColumn &property : m_store.record(m_project)->table.properties) {
        PropertyDraft draft{property.name, property.column, true, property.lowCardinality, {}};
        draft.kinds.add(property.kind);
        m_drafts.push_back(std::move(draft));
    }
}

EventBlock StagedProject::write(EventBlock &&block, std::vector<PropertyDraft> &drafts)
{
    wait();
    const std::string table = stagingTable(m_project);
    const std::string newColumns = additions(block, drafts);
    m_writing = std::async(std::launch::async, [this, table, newColumns, drafts, block = std::move(block)]() mutable {
        if (!newColumns.empty())
            m_connection.command("ALTER TABLE " + table + ' ' + newColumns);
        m_connection.insert("INSERT INTO " + table + " (" + columnList(block, drafts) + ")", "Native",
                            nativeOf(block, drafts));
        return std::move(block);
    });
    return std::move(m_spare);
}

void StagedProject::wait()
{
    if (!m_writing.valid())
        return;
    while (m_writing.wait_for(std::chrono::milliseconds(100)) == std::future_status::timeout)
        m_tick();
    m_spare = m_writing.get();
}

void StagedProject::commit(const std::vector<PropertyDraft> &drafts)
{
    wait();
    m_tick();
    mergeParts(drafts.size());
    describe(drafts);
    const bool isNew = m_store.record(m_project) == nullptr;
    const std::string staging = stagingTable(m_project);
    const std::string live = liveTable(m_project);
    m_connection.command(isNew ? "RENAME TABLE " + staging + " TO " + live
                               : "EXCHANGE TABLES " + staging + " AND " + live);
    m_store.refresh(m_project);
}

void StagedProject::mergeParts(std::size_t properties)
{
    Statement statement;
    statement.sql = "SELECT partition_id FROM system.parts WHERE active AND concat(database, '.`', table, '`') = "
        + statement.bind(stagingTable(m_project)) + " GROUP BY partition_id HAVING count() > 1 AND sum(rows) <= "
        + std::to_string(mostMergedCells / (fixedColumns + properties)) + " ORDER BY sum(rows) DESC LIMIT "
        + std::to_string(mostMergedMonths);
    for (const auto &row : rowsOf(m_connection.query(statement, "TabSeparatedRaw").bytes)) {
        m_connection.command("OPTIMIZE TABLE " + stagingTable(m_project) + " PARTITION ID '" + row.at(0) + "' FINAL");
        m_tick();
    }
}

void StagedProject::describe(const std::vector<PropertyDraft> &drafts)
{
    std::string changes = "MODIFY COMMENT '" + commentOf(notes) + "'";
    for (const PropertyDraft &draft : drafts)
        if (draft.made)
            changes += ", COMMENT COLUMN " + draft.column + " '"
                + commentOf(PropertyNotes{draft.kinds.common(), draft.name}) + "'";
    m_connection.command("ALTER TABLE " + stagingTable(m_project) + ' ' + changes);
}
