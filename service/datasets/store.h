// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "service/catalog/projects.h"
#include "service/datasets/project_notes.h"
#include "service/datasets/store_lock.h"
#include "service/engine/chdb.h"
#include "service/plan/project_table.h"

struct StoreReport
{
    bool intact = true;
    std::vector<std::string> lines; // a sentence each
};

// The projects of one data folder: a table each in the embedded engine's store. Any thread may call any function.
// All throw DatasetError and EngineError.
class ProjectStore : public Projects
{
public:
    // One per process, because the engine has one store per process. Clears away what a killed import left.
    explicit ProjectStore(const std::filesystem::path &folder);

    Chdb &engine() { return m_engine; }
    const std::filesystem::path &folder() const { return m_folder; }

    // By id. What they show does not change; a later call shows what imports have done since.
    std::vector<ProjectTablePtr> projects() const override;
    ProjectTablePtr project(const std::string &id) const override; // null when there is none

    std::vector<ImportedFile> importedFiles(const std::string &id) const;

    void remove(const std::string &id);

    // Reads every part of every table.
    StoreReport check();

private:
    friend class StagedProject;

    struct Record
    {
        ProjectTable table;
        ProjectNotes notes;
    };
    using RecordPtr = std::shared_ptr<const Record>;

    // One import or removal at a time; a second one waits, and gives up when `cancelled` says so.
    std::unique_lock<std::timed_mutex> beginChange(const std::function<bool()> &cancelled);
    RecordPtr record(const std::string &id) const;
    void dropLeftovers();
    // Reads one project from the engine, or all when `id` is empty, and puts it in the place of what was known of it.
    void refresh(const std::string &id);
    std::map<std::string, Record> readNotes(const std::string &id);
    void readColumns(std::map<std::string, Record> &records, const std::string &id);
    bool readExtent(Record &record);
    void checkProject(const std::string &id, StoreReport &report);
    // Sentences of parts that the engine found damaged when it opened the store and leaves out since; of all projects
    // when `id` is empty.
    std::vector<std::string> putAside(const std::string &id);

    std::filesystem::path m_folder;
    StoreLock m_lock;
    Chdb &m_engine;

    std::mutex m_connectionMutex;
    ChdbConnection m_connection;

    std::timed_mutex m_change;

    mutable std::mutex m_recordsMutex;
    std::map<std::string, RecordPtr> m_records;
    std::uint64_t m_revision = 0;
};

// 1 to 64 of A-Z a-z 0-9 . _ -; throws DatasetError otherwise.
void checkProjectName(const std::string &id);

// `id` as a table, present or coming; ids need no escaping.
std::string liveTable(const std::string &id);
std::string stagingTable(const std::string &id);
