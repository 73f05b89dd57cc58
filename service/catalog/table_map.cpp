// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/catalog/table_map.h"

#include <google/protobuf/util/json_util.h>

#include "query/calendar.h"
#include "query/spec_fields.h"
#include "query/spec_json.h"

using insights::tablemap::v1::TableMap;

namespace {

using Complaints = std::vector<JsonError>;

void checkZone(const std::string &field, const std::string &zone, Complaints &complaints)
{
    if (zone.empty() || Calendar::of(zone, WeekStart::Sunday))
        return;
    const std::string near = nearestZone(zone);
    complaints.push_back({field,
                          "\"" + zone + "\" is no IANA time zone"
                              + (near.empty() ? std::string(", as in Europe/Berlin") : "; did you mean " + near + "?"),
                          {}});
}

void checkWeekStart(const std::string &field, const std::string &weekStart, Complaints &complaints)
{
    if (!weekStart.empty() && weekStart != "sunday" && weekStart != "monday")
        complaints.push_back({field, "is sunday or monday, got \"" + weekStart + "\"", {}});
}

void require(const std::string &field, const std::string &value, const char *what, Complaints &complaints)
{
    if (value.empty())
        complaints.push_back({field, std::string("is required: ") + what, {}});
}

Complaints complaintsOf(const TableMap &map)
{
    Complaints complaints;
    require("table", map.table(), "the table of the events, as in insights.events", complaints);
    require("event", map.event(), "the column, or an expression, that names an event", complaints);
    require("time", map.time(), "the column, or an expression, of its time", complaints);
    require("user", map.user(), "the column, or an expression, of its user", complaints);
    checkZone("timezone", map.timezone(), complaints);
    checkWeekStart("weekStart", map.week_start(), complaints);
    for (int i = 0; i < map.columns_size(); ++i) {
        const std::string field = "columns[" + std::to_string(i) + "].";
        require(field + "name", map.columns(i).name(), "the name of the property", complaints);
        require(field + "expression", map.columns(i).expression(), "the column, or an expression, of its value",
                complaints);
    }
    for (int i = 0; i < map.sources_size(); ++i)
        if (map.sources(i).map().empty() && map.sources(i).json().empty())
            complaints.push_back({"sources[" + std::to_string(i) + "]", "names neither a map nor a json column", {}});
    for (int i = 0; i < map.projects_size(); ++i) {
        const std::string field = "projects[" + std::to_string(i) + "].";
        require(field + "id", map.projects(i).id(), "what x-project-id says", complaints);
        checkZone(field + "timezone", map.projects(i).timezone(), complaints);
        checkWeekStart(field + "weekStart", map.projects(i).week_start(), complaints);
    }
    if (map.project().empty() && map.projects_size() != 1)
        complaints.push_back(
            {"projects", "names exactly one project where there is no `project` that tells them apart", {}});
    if (map.catalog_days() < 0)
        complaints.push_back({"catalogDays", "is a number of days, 0 for all", {}});
    return complaints;
}

[[noreturn]] void refuse(const Complaints &complaints)
{
    std::string text;
    for (const JsonError &error : complaints) {
        const bool isPlaced = error.place.length > 0;
        text += (text.empty() ? "" : "\n")
            + (isPlaced ? toText(error) : (error.field.empty() ? "" : error.field + ": ") + error.description);
    }
    throw TableMapError(text);
}

} // namespace

TableMap readTableMap(std::string_view text)
{
    const auto parsed = parseJson(text);
    if (const auto *error = std::get_if<JsonError>(&parsed))
        refuse({*error});
    const auto &root = std::get<JsonNode>(parsed);
    if (root.kind != JsonNode::Kind::Object)
        refuse({{{}, "a table map is an object, as in {\"table\": \"insights.events\", ...}", {}}});
    const FieldsRead read
        = readFields(text, root, *TableMap::descriptor(), "", *Calendar::of("UTC", WeekStart::Sunday));
    if (!read.errors.empty())
        refuse(read.errors);
    TableMap map;
    const auto status = google::protobuf::util::JsonStringToMessage(std::string(text), &map);
    if (!status.ok())
        refuse({{{}, std::string(status.message()), {}}});
    if (const Complaints complaints = complaintsOf(map); !complaints.empty())
        refuse(complaints);
    return map;
}
