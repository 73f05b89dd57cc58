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

// A row for each property of a source: name String, and how many of its values are there, are numbers, are true or false
// (UInt64 each). A JSON column tells the types instead of the values.
Statement sourceCounts(const ProjectTable &table, const PropertySource &source, const std::string &event)
{
    const bool isMap = source.form == PropertySource::Form::Map;
    const std::string pairs = isMap ? source.column : "JSONAllPathsWithTypes(" + source.column + ")";
    const std::string isNumber = isMap ? "isFinite(toFloat64OrNull(ie_text))" : "match(ie_text, '^(U?Int|Float)')";
    const std::string isBoolean = isMap ? "ie_text IN ('true', 'false')" : "ie_text = 'Bool'";
    Statement statement;
    statement.sql = "WITH arrayJoin(" + pairs
        + ") AS ie_pair, ifNull(toString(ie_pair.2), '') AS ie_text SELECT toString(ie_pair.1) AS ie_name,"
          " countIf(ie_text != ''), countIf("
        + isNumber + "), countIf(" + isBoolean + ")" + fromEvents(table, event, statement) + " GROUP BY ie_name";
    return statement;
}

PropertyType typeOf(std::uint64_t count, std::uint64_t numbers, std::uint64_t booleans)
{
    return numbers == count ? PROPERTY_TYPE_NUMBER : booleans == count ? PROPERTY_TYPE_BOOLEAN : PROPERTY_TYPE_STRING;
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
        for (const PropertySource &source : table.sources)
            addSourceProperties(table, source, request.event(), caller, properties);
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

void CatalogReader::addSourceProperties(const ProjectTable &table, const PropertySource &source,
                                        const std::string &event, const Caller &caller,
                                        std::vector<Property> &properties)
{
    const EngineRows rows = m_engine.execute(sourceCounts(table, source, event), caller);
    for (RowReader reader(rows.bytes); !reader.atEnd();) {
        Property property;
        property.set_name(std::string(reader.text()));
        property.set_count(reader.number<std::uint64_t>());
        const auto numbers = reader.number<std::uint64_t>();
        property.set_type(typeOf(property.count(), numbers, reader.number<std::uint64_t>()));
        // What has a column of its own is read there.
        if (table.property(property.name()) != nullptr || !property.name().starts_with(source.prefix))
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
