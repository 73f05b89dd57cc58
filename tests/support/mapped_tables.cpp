// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mapped_tables.h"

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

#include "service/plan/conditions.h"

using insights::tablemap::v1::TableMap;

namespace {

constexpr char variant[] = "Variant(Bool, DateTime64(3), Float64, Int64, String)";

std::string shipped(const std::string &name)
{
    std::ifstream file(std::string(SHIPPED "/") + name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> commandsIn(const std::string &sql)
{
    std::vector<std::string> commands;
    std::istringstream text(sql);
    for (std::string command; std::getline(text, command, ';');)
        if (command.find_first_not_of(" \n") != std::string::npos)
            commands.push_back(command);
    return commands;
}

// Names and values of the properties that `isMeant`, as two arrays.
template <class IsMeant>
std::pair<std::string, std::string> arrays(const ProjectTable &stored, IsMeant isMeant, Statement &statement)
{
    std::vector<std::string> names;
    std::string values;
    for (const PropertyColumn &property : stored.properties) {
        if (!isMeant(property.name))
            continue;
        names.push_back(property.name);
        values += (values.empty() ? "" : ", ") + ("toString(" + property.column + ")");
    }
    return {statement.bind(names), "CAST([" + values + "], 'Array(String)')"};
}

std::string mapOf(const std::pair<std::string, std::string> &arrays)
{
    return "mapFilter((k, v) -> v != '', mapFromArrays(" + arrays.first + ", " + arrays.second + "))";
}

// As an SDK would send them: what looks like a number is one.
std::string variantsOf(const std::pair<std::string, std::string> &arrays)
{
    const std::string as = std::string(", '") + variant + "')";
    return "mapApply((k, v) -> (k, multiIf(v IN ('true', 'false'), CAST(CAST(v = 'true', 'Bool')" + as
        + ", toString(toInt64OrNull(v)) = v, CAST(toInt64OrZero(v)" + as
        + ", toString(toFloat64OrNull(v)) = v, CAST(toFloat64OrZero(v)" + as + ", CAST(v" + as + ")), " + mapOf(arrays)
        + ")";
}

} // namespace

const char *nameOf(Place place)
{
    return place == Place::Store ? "in the store" : place == Place::Cluster ? "on a cluster" : "in Pug's shape";
}

ClusterOptions optionsFor(const ClickhouseFront &front)
{
    ClusterOptions options;
    options.url = front.url();
    options.user = front.user;
    options.password = front.password;
    return options;
}

MappedTables::MappedTables(Chdb &chdb)
    : m_chdb(chdb)
    , m_connection(chdb.connect())
    , m_front(chdb)
    , m_engine(optionsFor(m_front))
{
    makeClusterTables();
    makePugTables();
    m_engine.setShardedByUser(shippedMap(Place::Cluster).sharded_by_user());
}

TableMap MappedTables::shippedMap(Place place)
{
    TableMap map = readTableMap(shipped(place == Place::Pug ? "pug.json" : "events.json"));
    map.clear_catalog_days();
    return map;
}

// The shipped definitions, but for what needs more than one process.
void MappedTables::makeClusterTables()
{
    std::string sql = shipped("events.sql");
    sql = std::regex_replace(sql, std::regex("--[^\n]*"), "");
    sql = std::regex_replace(sql, std::regex(R"( ON CLUSTER '\{cluster\}')"), "");
    sql = std::regex_replace(sql, std::regex(R"(ReplicatedMergeTree\([^)]*\))"), "MergeTree");
    const std::string shards = "remote('127.0.0.1,localhost', 'insights', 'events_of_shard', 'default', '', $1)";
    sql = std::regex_replace(
        sql, std::regex(R"(AS insights.events_local\s*ENGINE = Distributed\([^,]*, [^,]*, [^,]*, (\w+)\))"),
        "AS " + shards);
    std::vector<std::string> commands = commandsIn(sql);
    commands.insert(commands.end() - 1,
                    "CREATE VIEW insights.events_of_shard AS SELECT * FROM insights.events_local"
                    " WHERE uid % 2 = shardNum() - 1");
    for (const std::string &command : commands)
        m_connection.command(command);
}

void MappedTables::makePugTables()
{
    const TableMap map = shippedMap(Place::Pug);
    std::string promoted;
    for (const auto &column : map.columns())
        promoted += column.expression() + " LowCardinality(String), ";
    m_connection.command("CREATE DATABASE pug");
    m_connection.command("CREATE TABLE pug.events (project_id String, kind LowCardinality(String), occur_time"
                         " DateTime64(3), distinct_id String, event_id UUID DEFAULT generateUUIDv4(), insert_time"
                         " DateTime DEFAULT now(), "
                         + promoted + "auto_properties Map(String, " + variant + "), custom_properties Map(String, "
                         + variant
                         + ")) ENGINE = ReplacingMergeTree(insert_time) PARTITION BY toYYYYMM(occur_time)"
                           " ORDER BY (project_id, toStartOfMinute(occur_time), kind, event_id)");
    // Keeps what was put in twice.
    m_connection.command("SYSTEM STOP MERGES pug.events");
}

void MappedTables::fillCluster(const ProjectTable &stored)
{
    Statement statement;
    statement.sql = "INSERT INTO insights.events_local (project, event, time, user, properties) SELECT ";
    statement.sql += statement.bind(stored.project) + ", event, time, user, "
        + mapOf(arrays(
            stored, [](const std::string &) { return true; }, statement))
        + " FROM " + stored.table;
    m_connection.command(statement);
}

void MappedTables::fillPug(const ProjectTable &stored)
{
    const TableMap map = shippedMap(Place::Pug);
    const auto isPromoted = [&](const std::string &name) {
        return std::any_of(map.columns().begin(), map.columns().end(),
                           [&](const auto &column) { return column.name() == name; });
    };
    std::string names;
    std::string values;
    Statement statement;
    for (const auto &column : map.columns()) {
        names += column.expression() + ", ";
        values += textOf(column.name(), stored, statement) + ", ";
    }
    const auto isAuto = [&](const std::string &name) { return name.starts_with("$") && !isPromoted(name); };
    const auto isCustom = [&](const std::string &name) { return !name.starts_with("$"); };
    statement.sql = "INSERT INTO pug.events (project_id, kind, occur_time, distinct_id, " + names
        + "auto_properties, custom_properties) SELECT ";
    statement.sql += statement.bind(stored.project) + ", event, time, user, " + values
        + variantsOf(arrays(stored, isAuto, statement)) + ", " + variantsOf(arrays(stored, isCustom, statement))
        + " FROM " + stored.table;
    m_connection.command("SET cast_string_to_variant_use_inference = 0");
    m_connection.command(statement);
    Statement again;
    again.sql = "INSERT INTO pug.events SELECT * FROM pug.events WHERE project_id = ";
    again.sql += again.bind(stored.project);
    m_connection.command(again);
}

ProjectTablePtr MappedTables::copy(const ProjectTable &stored, Place place)
{
    if (place == Place::Cluster)
        fillCluster(stored);
    else
        fillPug(stored);
    TableMap map = shippedMap(place);
    auto &project = *map.add_projects();
    project.set_id(stored.project);
    project.set_timezone(stored.timezone);
    project.set_week_start(std::string(nameOf(stored.weekStart)));
    return MappedProjects(map, m_engine).project(stored.project);
}
