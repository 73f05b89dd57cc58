// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/store.h"

#include <algorithm>
#include <chrono>

#include <spdlog/spdlog.h>

#include "query/nearest.h"
#include "service/datasets/dataset_error.h"
#include "service/datasets/tab_separated.h"

namespace fs = std::filesystem;

namespace {

// Tables on their way are in a database of their own, so that none can be taken for a project.
constexpr char liveDatabase[] = "insights";
constexpr char stagingDatabase[] = "insights_staging";

constexpr std::size_t longestProjectName = 64;

Statement withProject(std::string sql, const char *column, const std::string &id)
{
    Statement statement;
    statement.sql = std::move(sql);
    if (!id.empty())
        statement.sql += std::string(" AND ") + column + " = " + statement.bind(id);
    return statement;
}

std::uint64_t number(const std::string &text)
{
    return std::stoull(text);
}

} // namespace

void checkProjectName(const std::string &id)
{
    const auto allowed = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
            || c == '-';
    };
    if (id.empty() || id.size() > longestProjectName || !std::all_of(id.begin(), id.end(), allowed))
        throw DatasetError(DatasetError::Kind::Usage,
                           "\"" + id + "\" is no project name: it takes 1 to 64 of A-Z a-z 0-9 . _ -, as in my-shop.");
}

std::string liveTable(const std::string &id)
{
    return std::string(liveDatabase) + ".`" + id + "`";
}

std::string stagingTable(const std::string &id)
{
    return std::string(stagingDatabase) + ".`" + id + "`";
}

ProjectStore::ProjectStore(const fs::path &folder)
    : m_folder(folder)
    , m_lock(folder)
    , m_engine(Chdb::open((folder / "store").string()))
    , m_connection(m_engine.connect())
{
    m_connection.command(std::string("CREATE DATABASE IF NOT EXISTS ") + liveDatabase + " ENGINE = Atomic");
    m_connection.command(std::string("CREATE DATABASE IF NOT EXISTS ") + stagingDatabase + " ENGINE = Atomic");
    dropLeftovers();
    refresh({});
    for (const std::string &damage : putAside({}))
        spdlog::error(damage);
}

std::vector<ProjectTablePtr> ProjectStore::projects() const
{
    const std::lock_guard lock(m_recordsMutex);
    std::vector<ProjectTablePtr> tables;
    for (const auto &[id, record] : m_records)
        tables.emplace_back(record, &record->table);
    return tables;
}

ProjectTablePtr ProjectStore::project(const std::string &id) const
{
    const RecordPtr found = record(id);
    return found ? ProjectTablePtr(found, &found->table) : nullptr;
}

ProjectStore::RecordPtr ProjectStore::record(const std::string &id) const
{
    const std::lock_guard lock(m_recordsMutex);
    const auto found = m_records.find(id);
    return found == m_records.end() ? nullptr : found->second;
}

std::vector<ImportedFile> ProjectStore::importedFiles(const std::string &id) const
{
    const RecordPtr found = record(id);
    return found ? found->notes.files : std::vector<ImportedFile>();
}

void ProjectStore::remove(const std::string &id)
{
    checkProjectName(id);
    const auto change = beginChange([] { return false; });
    if (!record(id)) {
        std::vector<std::string> known;
        for (const ProjectTablePtr &table : projects())
            known.push_back(table->project);
        throw DatasetError(DatasetError::Kind::Usage, "There is no project \"" + id + "\"" + didYouMean(id, known));
    }
    {
        const std::lock_guard lock(m_connectionMutex);
        m_connection.command("DROP TABLE " + liveTable(id) + " SYNC");
    }
    const std::lock_guard lock(m_recordsMutex);
    m_records.erase(id);
    ++m_revision;
}

std::unique_lock<std::timed_mutex> ProjectStore::beginChange(const std::function<bool()> &cancelled)
{
    std::unique_lock lock(m_change, std::defer_lock);
    while (!lock.try_lock_for(std::chrono::milliseconds(100)))
        if (cancelled())
            throw DatasetError(DatasetError::Kind::Cancelled, "The import was cancelled.");
    return lock;
}

void ProjectStore::dropLeftovers()
{
    Statement statement;
    statement.sql = std::string("SELECT name FROM system.tables WHERE database = '") + stagingDatabase + "'";
    for (const auto &row : rowsOf(m_connection.query(statement, "TabSeparatedRaw").bytes))
        m_connection.command("DROP TABLE " + stagingTable(row.at(0)) + " SYNC");
}

void ProjectStore::refresh(const std::string &id)
{
    const std::lock_guard connectionLock(m_connectionMutex);
    std::map<std::string, Record> records = readNotes(id);
    readColumns(records, id);
    for (auto entry = records.begin(); entry != records.end();)
        entry = readExtent(entry->second) ? std::next(entry) : records.erase(entry);

    const std::lock_guard lock(m_recordsMutex);
    ++m_revision;
    for (auto &[name, record] : records) {
        record.table.revision = m_revision;
        m_records[name] = std::make_shared<const Record>(std::move(record));
    }
}

std::map<std::string, ProjectStore::Record> ProjectStore::readNotes(const std::string &id)
{
    std::map<std::string, Record> records;
    const Statement statement = withProject(
        std::string("SELECT name, comment FROM system.tables WHERE database = '") + liveDatabase + "'", "name", id);
    for (const auto &row : rowsOf(m_connection.query(statement, "TabSeparatedRaw").bytes)) {
        auto notes = readProjectComment(row.at(1));
        if (!notes)
            continue; // not ours; check() tells
        Record record;
        record.table.project = row[0];
        record.table.name = notes->name;
        record.table.table = liveTable(row[0]);
        record.table.timezone = notes->timezone;
        record.table.weekStart = notes->weekStart;
        record.notes = std::move(*notes);
        records.emplace(row[0], std::move(record));
    }
    return records;
}

void ProjectStore::readColumns(std::map<std::string, Record> &records, const std::string &id)
{
    Statement statement = withProject(
        std::string(
            "SELECT table, name, startsWith(type, 'LowCardinality'), comment FROM system.columns WHERE database = '")
            + liveDatabase + "' AND match(name, '^p[0-9]+$')",
        "table", id);
    statement.sql += " ORDER BY table, position";
    for (const auto &row : rowsOf(m_connection.query(statement, "TabSeparatedRaw").bytes)) {
        const auto record = records.find(row.at(0));
        const auto notes = readPropertyComment(row.at(3));
        if (record != records.end() && notes)
            record->second.table.properties.push_back({notes->name, row[1], notes->kind, row[2] == "1"});
    }
}

bool ProjectStore::readExtent(Record &record)
try {
    Statement statement;
    statement.sql = "SELECT count(), toUnixTimestamp64Milli(min(time)), toUnixTimestamp64Milli(max(time)) FROM "
        + record.table.table;
    const auto rows = rowsOf(m_connection.query(statement, "TabSeparatedRaw").bytes);
    record.table.eventCount = number(rows.at(0).at(0));
    if (record.table.eventCount > 0) {
        record.table.firstEvent = number(rows[0].at(1));
        record.table.lastEvent = number(rows[0].at(2));
    }
    return true;
} catch (const EngineError &error) {
    // A damaged table hides itself only; check() tells more.
    spdlog::error("project {}: cannot be read and is left out: {}", record.table.project, error.what());
    return false;
}

std::vector<std::string> ProjectStore::putAside(const std::string &id)
{
    const Statement statement = withProject(
        std::string("SELECT table, name FROM system.detached_parts WHERE startsWith(reason, 'broken') AND database = '")
            + liveDatabase + "'",
        "table", id);
    std::vector<std::string> sentences;
    for (const auto &row : rowsOf(m_connection.query(statement, "TabSeparatedRaw").bytes))
        sentences.push_back("project " + row.at(0) + ": part " + row.at(1)
                            + " is damaged, and its events are missing: import its files again with --replace");
    return sentences;
}

StoreReport ProjectStore::check()
{
    const auto change = beginChange([] { return false; });
    StoreReport report;
    Statement statement;
    statement.sql = std::string("SELECT name FROM system.tables WHERE database = '") + liveDatabase + "' ORDER BY name";
    const std::lock_guard lock(m_connectionMutex);
    for (const auto &row : rowsOf(m_connection.query(statement, "TabSeparatedRaw").bytes))
        checkProject(row.at(0), report);
    if (report.lines.empty())
        report.lines.push_back("The store holds no project.");
    return report;
}

void ProjectStore::checkProject(const std::string &id, StoreReport &report)
{
    const std::size_t before = report.lines.size();
    const RecordPtr known = record(id);
    if (!known)
        report.lines.push_back("project " + id + ": its description cannot be read");
    try {
        for (std::string &damage : putAside(id))
            report.lines.push_back(std::move(damage));
        Statement statement;
        statement.sql = "CHECK TABLE " + liveTable(id) + " SETTINGS check_query_single_value_result = 0";
        for (const auto &row : rowsOf(m_connection.query(statement, "TabSeparatedRaw").bytes))
            if (row.at(1) != "1")
                report.lines.push_back("project " + id + ": part " + row[0] + " is damaged: " + row.at(2));
        statement.sql = "SELECT count() FROM system.columns WHERE database = '" + std::string(liveDatabase)
            + "' AND match(name, '^p[0-9]+$') AND table = " + statement.bind(id);
        const auto columns = rowsOf(m_connection.query(statement, "TabSeparatedRaw").bytes);
        if (known && number(columns.at(0).at(0)) != known->table.properties.size())
            report.lines.push_back("project " + id + ": a property's name cannot be read");
    } catch (const EngineError &error) {
        report.lines.push_back("project " + id + ": " + error.what());
    }
    if (report.lines.size() > before) {
        report.intact = false;
        return;
    }
    report.lines.push_back("project " + id + ": intact, " + std::to_string(known->table.eventCount) + " events, "
                           + std::to_string(known->table.properties.size()) + " properties");
}
