// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/catalog/catalog_reader.h"

#include <algorithm>

#include "service/plan/conditions.h"
#include "service/plan/row_reader.h"

using namespace catalog::v1;

namespace {

constexpr int defaultValueLimit = 50;
constexpr int maximumValueLimit = 1000;

// The events the catalog looks at, or those of one name.
std::string fromEvents(const ProjectTable &table, const std::string &event, Statement &statement)
{
    std::string sql = fromProject(table, statement);
    if (table.catalogDays > 0)
        sql += table.columns.time + " >= now() - INTERVAL " + std::to_string(table.catalogDays) + " DAY AND ";
    return sql + (event.empty() ? std::string("1") : table.columns.event + " = " + statement.bind(event));
}

// How many events carry each property, in the order of the table's columns.
Statement propertyCounts(const ProjectTable &table, const std::string &event)
{
    Statement statement;
    std::string counts;
    for (const PropertyColumn &property : table.properties)
        counts += (counts.empty() ? "" : ", ") + ("countIf(" + property.column + " != '')");
    statement.sql = "SELECT " + counts + fromEvents(table, event, statement);
    return statement;
}

// Names and values of a source as a Map; a JSON column tells the types instead of the values.
std::string pairsIn(const PropertySource &source)
{
    return source.form == PropertySource::Form::Map ? source.column : "JSONAllPathsWithTypes(" + source.column + ")";
}

// Whether an event has its ie_name in a source that is looked through before `source`.
std::string isFoundBefore(const ProjectTable &table, std::size_t source, Statement &statement)
{
    std::string sql;
    for (std::size_t i = 0; i < source; ++i) {
        const PropertySource &before = table.sources[i];
        sql += sql.empty() ? "" : " OR ";
        if (!before.prefix.empty())
            sql += "startsWith(ie_name, " + statement.bind(before.prefix) + ") AND ";
        sql += "ifNull(toString(" + pairsIn(before) + "[ie_name]), '') != ''";
    }
    return sql.empty() ? "0" : sql;
}

// A row for each property of a source: name String, and how many of its values are there, are numbers, are true or false,
// are times (UInt64 each).
Statement sourceCounts(const ProjectTable &table, std::size_t place, const std::string &event)
{
    const PropertySource &source = table.sources[place];
    const bool isMap = source.form == PropertySource::Form::Map;
    const auto countMatching
        = [](const char *pattern) { return ", countIf(match(ie_text, '^(" + std::string(pattern) + ")$'))"; };
    Statement statement;
    statement.sql = "WITH arrayJoin(" + pairsIn(source) + ") AS ie_pair, toString(ie_pair.1) AS ie_name, if("
        + isFoundBefore(table, place, statement)
        + ", '', ifNull(toString(ie_pair.2), '')) AS ie_text SELECT ie_name, countIf(ie_text != '')"
        + countMatching(isMap ? "-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?" : "U?Int[0-9]+|Float[0-9]+")
        + countMatching(isMap ? "true|false" : "Bool")
        + countMatching(isMap ? "[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.]+(Z|[-+][0-9:]+)?)?" : "Date.*")
        + fromEvents(table, event, statement) + " GROUP BY ie_name";
    return statement;
}

Statement valuesOf(const ProjectTable &table, const ListPropertyValuesRequest &request)
{
    Statement statement;
    const std::string text = textOf(request.property(), table, statement);
    const int limit = request.limit() <= 0 ? defaultValueLimit : std::min(request.limit(), maximumValueLimit);
    std::string where = fromEvents(table, request.event(), statement) + " AND " + text + " != ''";
    std::string order;
    if (!request.prefix().empty()) {
        const std::string prefix = statement.bind(request.prefix());
        where += " AND positionCaseInsensitiveUTF8(" + text + ", " + prefix + ") > 0";
        order = "positionCaseInsensitiveUTF8(ie_value, " + prefix + ") = 1 DESC, ";
    }
    statement.sql = "SELECT toString(" + text + ") AS ie_value, count() AS ie_count" + where
        + " GROUP BY ie_value ORDER BY " + order + "ie_count DESC, ie_value LIMIT " + std::to_string(limit);
    return statement;
}

} // namespace

PropertyType typeOf(PropertyKind kind)
{
    switch (kind) {
    case PropertyKind::Number: return PROPERTY_TYPE_NUMBER;
    case PropertyKind::Boolean: return PROPERTY_TYPE_BOOLEAN;
    case PropertyKind::Time: return PROPERTY_TYPE_TIME;
    case PropertyKind::String: break;
    }
    return PROPERTY_TYPE_STRING;
}

Project projectMessage(const ProjectTable &table)
{
    Project project;
    project.set_id(table.project);
    project.set_name(table.name.empty() ? table.project : table.name);
    project.set_timezone(table.timezone);
    project.set_week_start(std::string(nameOf(table.weekStart)));
    project.set_event_count(table.eventCount);
    if (table.firstEvent)
        *project.mutable_first_event() = timestamp(*table.firstEvent);
    if (table.lastEvent)
        *project.mutable_last_event() = timestamp(*table.lastEvent);
    return project;
}

CatalogReader::CatalogReader(QueryEngine &engine)
    : m_engine(engine)
{
}

template <class Response, class Read>
Response CatalogReader::kept(const ProjectTable &table, const std::string &key, Read read)
{
    const std::pair place(table.project, key);
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_kept.find(place);
        Response response;
        if (found != m_kept.end() && found->second.first == table.revision
            && response.ParseFromString(found->second.second))
            return response;
    }
    const Response response = read();
    const std::lock_guard lock(m_mutex);
    m_kept[place] = {table.revision, response.SerializeAsString()};
    return response;
}

ListEventsResponse CatalogReader::events(const ProjectTable &table, const Caller &caller)
{
    return kept<ListEventsResponse>(table, "events", [&] {
        Statement statement;
        statement.sql = "SELECT toString(" + table.columns.event + ") AS ie_event, count() AS ie_count, max("
            + eventMilliseconds(table) + ")" + fromEvents(table, {}, statement)
            + " GROUP BY ie_event ORDER BY ie_count DESC, ie_event";
        const EngineRows rows = m_engine.execute(statement, caller);
        ListEventsResponse response;
        for (RowReader reader(rows.bytes); !reader.atEnd();) {
            Event &event = *response.add_events();
            event.set_name(std::string(reader.text()));
            event.set_count(reader.number<std::uint64_t>());
            *event.mutable_last_seen() = timestamp(reader.number<std::int64_t>());
        }
        return response;
    });
}

ListPropertiesResponse CatalogReader::properties(const ProjectTable &table, const ListPropertiesRequest &request,
                                                 const Caller &caller)
{
    return kept<ListPropertiesResponse>(table, "properties " + request.event(), [&] {
        std::vector<Property> properties = columnProperties(table, request.event(), caller);
        for (std::size_t i = 0; i < table.sources.size(); ++i)
            addSourceProperties(table, i, request.event(), caller, properties);
        std::erase_if(properties, [](const Property &property) { return property.count() == 0; });
        std::stable_sort(properties.begin(), properties.end(), [](const Property &a, const Property &b) {
            return a.count() != b.count() ? a.count() > b.count() : a.name() < b.name();
        });
        ListPropertiesResponse response;
        for (Property &property : properties)
            *response.add_properties() = std::move(property);
        return response;
    });
}

std::vector<Property> CatalogReader::columnProperties(const ProjectTable &table, const std::string &event,
                                                      const Caller &caller)
{
    std::vector<Property> properties;
    if (table.properties.empty())
        return properties;
    const EngineRows rows = m_engine.execute(propertyCounts(table, event), caller);
    RowReader reader(rows.bytes);
    for (const PropertyColumn &column : table.properties) {
        Property &property = properties.emplace_back();
        property.set_name(column.name);
        property.set_type(typeOf(column.kind));
        property.set_count(reader.number<std::uint64_t>());
    }
    return properties;
}

void CatalogReader::addSourceProperties(const ProjectTable &table, std::size_t place, const std::string &event,
                                        const Caller &caller, std::vector<Property> &properties)
{
    const PropertySource &source = table.sources[place];
    const EngineRows rows = m_engine.execute(sourceCounts(table, place, event), caller);
    for (RowReader reader(rows.bytes); !reader.atEnd();) {
        Property property;
        property.set_name(std::string(reader.text()));
        property.set_count(reader.number<std::uint64_t>());
        property.set_type(PROPERTY_TYPE_STRING);
        for (const PropertyType type : {PROPERTY_TYPE_NUMBER, PROPERTY_TYPE_BOOLEAN, PROPERTY_TYPE_TIME})
            if (reader.number<std::uint64_t>() == property.count())
                property.set_type(type);
        // What has a column of its own is read there.
        if (property.count() == 0 || table.property(property.name()) != nullptr
            || !property.name().starts_with(source.prefix))
            continue;
        const auto known = std::find_if(properties.begin(), properties.end(),
                                        [&](const Property &other) { return other.name() == property.name(); });
        if (known == properties.end()) {
            properties.push_back(std::move(property));
            continue;
        }
        known->set_type(known->type() == property.type() ? known->type() : PROPERTY_TYPE_STRING);
        known->set_count(known->count() + property.count());
    }
}

ListPropertyValuesResponse CatalogReader::values(const ProjectTable &table, const ListPropertyValuesRequest &request,
                                                 const Caller &caller)
{
    if (!table.knows(request.property()))
        return {};
    const EngineRows rows = m_engine.execute(valuesOf(table, request), caller);
    ListPropertyValuesResponse response;
    for (RowReader reader(rows.bytes); !reader.atEnd();) {
        PropertyValue &value = *response.add_values();
        value.set_value(std::string(reader.text()));
        value.set_count(reader.number<std::uint64_t>());
    }
    return response;
}
