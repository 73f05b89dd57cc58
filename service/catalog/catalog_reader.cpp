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

std::string ofEvent(const std::string &event, Statement &statement)
{
    return event.empty() ? std::string("1") : "event = " + statement.bind(event);
}

// How many events carry each property, in the order of the table's columns.
Statement propertyCounts(const ProjectTable &table, const std::string &event)
{
    Statement statement;
    std::string counts;
    for (const PropertyColumn &property : table.properties)
        counts += (counts.empty() ? "" : ", ") + ("countIf(" + property.column + " != '')");
    statement.sql = "SELECT " + counts + " FROM " + table.table + " WHERE ";
    statement.sql += ofEvent(event, statement);
    return statement;
}

Statement valuesOf(const ProjectTable &table, const ListPropertyValuesRequest &request)
{
    Statement statement;
    const std::string text = textOf(request.property(), table);
    const int limit = request.limit() <= 0 ? defaultValueLimit : std::min(request.limit(), maximumValueLimit);
    std::string where = text + " != '' AND " + ofEvent(request.event(), statement);
    std::string order;
    if (!request.prefix().empty()) {
        const std::string prefix = statement.bind(request.prefix());
        where += " AND positionCaseInsensitiveUTF8(" + text + ", " + prefix + ") > 0";
        order = "positionCaseInsensitiveUTF8(value, " + prefix + ") = 1 DESC, ";
    }
    statement.sql = "SELECT toString(" + text + ") AS value, count() AS n FROM " + table.table + " WHERE " + where
        + " GROUP BY value ORDER BY " + order + "n DESC, value LIMIT " + std::to_string(limit);
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
        statement.sql = "SELECT toString(event), count() AS n, toUnixTimestamp64Milli(max(time)) FROM " + table.table
            + " GROUP BY event ORDER BY n DESC, event";
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
    if (table.properties.empty())
        return {};
    return kept<ListPropertiesResponse>(table, "properties " + request.event(), [&] {
        const EngineRows rows = m_engine.execute(propertyCounts(table, request.event()), caller);
        RowReader reader(rows.bytes);
        std::vector<Property> properties;
        for (const PropertyColumn &column : table.properties) {
            Property property;
            property.set_name(column.name);
            property.set_type(typeOf(column.kind));
            property.set_count(reader.number<std::uint64_t>());
            if (property.count() > 0)
                properties.push_back(std::move(property));
        }
        std::stable_sort(properties.begin(), properties.end(), [](const Property &a, const Property &b) {
            return a.count() != b.count() ? a.count() > b.count() : a.name() < b.name();
        });
        ListPropertiesResponse response;
        for (Property &property : properties)
            *response.add_properties() = std::move(property);
        return response;
    });
}

ListPropertyValuesResponse CatalogReader::values(const ProjectTable &table, const ListPropertyValuesRequest &request,
                                                 const Caller &caller)
{
    if (table.property(request.property()) == nullptr)
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
