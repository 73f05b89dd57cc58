// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "query/nearest.h"
#include "service/catalog/table_map.h"
#include "service/engine/engine_error.h"
#include "service/plan/row_reader.h"

using insights::tablemap::v1::TableMap;

namespace {

constexpr int codeUnknownIdentifier = 47;
constexpr int codeUnknownTable = 60;
constexpr int codeUnknownDatabase = 81;

std::string backquoted(const std::string &name)
{
    std::string out = "`";
    for (const char c : name)
        out += c == '`' || c == '\\' ? std::string{'\\', c} : std::string{c};
    return out + "`";
}

// "events" or "insights.events".
std::string quotedTable(const std::string &name)
{
    const std::size_t dot = name.find('.');
    return dot == std::string::npos ? backquoted(name)
                                    : backquoted(name.substr(0, dot)) + "." + backquoted(name.substr(dot + 1));
}

// Without Nullable(...) and LowCardinality(...) around it.
std::string bareType(std::string type)
{
    for (const std::string wrapper : {"LowCardinality(", "Nullable("})
        if (type.starts_with(wrapper))
            type = type.substr(wrapper.size(), type.size() - wrapper.size() - 1);
    return type;
}

// The text form of a value, '' for NULL.
std::string textForm(const std::string &expression, const std::string &type)
{
    if (type == "String" || type == "LowCardinality(String)")
        return expression;
    if (bareType(type).starts_with("DateTime"))
        return "ifNull(concat(replaceOne(toString(toDateTime64(" + expression + ", 3, 'UTC')), ' ', 'T'), 'Z'), '')";
    return "ifNull(toString(" + expression + "), '')";
}

PropertyKind kindOf(const std::string &type)
{
    const std::string bare = bareType(type);
    const auto is = [&](const char *name) { return bare.starts_with(name); };
    return is("Date")                                             ? PropertyKind::Time
        : is("Bool")                                              ? PropertyKind::Boolean
        : is("Int") || is("UInt") || is("Float") || is("Decimal") ? PropertyKind::Number
                                                                  : PropertyKind::String;
}

bool isText(const std::string &type)
{
    return type == "String" || type == "LowCardinality(String)";
}

// Asks the server for the types of a map's expressions and collects what is wrong with them.
class Mapping
{
public:
    Mapping(const TableMap &map, QueryEngine &engine)
        : m_map(map)
        , m_engine(engine)
    {
        m_table.table = quotedTable(map.table());
    }

    ProjectTable table()
    {
        readColumns();
        EventColumns &columns = m_table.columns;
        columns.event = text("event", m_map.event());
        columns.time = typed("time", m_map.time(), "DateTime64", "a DateTime64, as in toDateTime64(time, 3, 'UTC')");
        columns.user = text("user", m_map.user());
        columns.uid = "cityHash64(" + columns.user + ")";
        if (!m_map.user_hash().empty() && !typeOf("userHash", m_map.user_hash()).empty())
            columns.uid = inBrackets(m_map.user_hash());
        columns.cookieless = "startsWith(" + columns.user + ", 'cookieless-')";
        if (!m_map.project().empty())
            columns.project = text("project", m_map.project());
        mapProperties();
        m_table.catalogDays = m_map.catalog_days();
        if (m_map.final())
            m_table.table += " FINAL";
        if (!m_complaints.empty())
            throw TableMapError(m_complaints);
        return m_table;
    }

private:
    static std::string inBrackets(const std::string &expression) { return "(" + expression + ")"; }

    void complain(const std::string &field, const std::string &description)
    {
        m_complaints += (m_complaints.empty() ? "" : "\n") + field + ": " + description;
    }

    void readColumns()
    {
        try {
            for (const auto &[name, type] : described(m_table.table))
                m_columns.push_back(name);
        } catch (const EngineError &error) {
            if (error.code() != codeUnknownTable && error.code() != codeUnknownDatabase)
                throw;
            throw TableMapError("table: there is no table " + m_map.table() + didYouMean(m_map.table(), tables()));
        }
    }

    // Names and types of what a table, or a query in brackets, yields.
    std::vector<std::pair<std::string, std::string>> described(const std::string &source)
    {
        Statement statement;
        statement.sql = "DESCRIBE TABLE " + source;
        std::vector<std::pair<std::string, std::string>> columns;
        const EngineRows rows = m_engine.execute(statement, {});
        for (RowReader reader(rows.bytes); !reader.atEnd();) {
            const std::string name(reader.text());
            columns.emplace_back(name, reader.text());
            for (int more = 0; more < 5; ++more) // default, comment, codec, TTL
                reader.text();
        }
        return columns;
    }

    std::vector<std::string> tables()
    {
        Statement statement;
        statement.sql = "SELECT concat(database, '.', name) FROM system.tables WHERE database NOT IN ('system', "
                        "'INFORMATION_SCHEMA', 'information_schema')";
        const EngineRows rows = m_engine.execute(statement, {});
        std::vector<std::string> names;
        for (RowReader reader(rows.bytes); !reader.atEnd();)
            names.emplace_back(reader.text());
        return names;
    }

    // Empty, and complained of, when the expression does not work.
    std::string typeOf(const std::string &field, const std::string &expression)
    {
        try {
            return described("(SELECT " + inBrackets(expression) + " AS ie_value FROM " + m_table.table + ")")
                .at(0)
                .second;
        } catch (const EngineError &error) {
            const std::string words = error.what();
            const std::size_t from = words.find('`') + 1;
            const std::string column = words.substr(from, words.find('`', from) - from);
            if (error.code() == codeUnknownIdentifier && from > 0)
                complain(field, m_map.table() + " has no column \"" + column + "\"" + didYouMean(column, m_columns));
            else
                complain(field, "ClickHouse does not take it: " + words.substr(0, 300));
            return {};
        }
    }

    std::string typed(const std::string &field, const std::string &expression, const std::string &type,
                      const std::string &wanted)
    {
        const std::string is = typeOf(field, expression);
        if (!is.empty() && !is.starts_with(type))
            complain(field, "is " + is + " and must be " + wanted);
        return inBrackets(expression);
    }

    std::string text(const std::string &field, const std::string &expression)
    {
        const std::string type = typeOf(field, expression);
        if (!type.empty() && !isText(type))
            complain(field, "is " + type + " and must be a String, as in ifNull(toString(" + expression + "), '')");
        return inBrackets(expression);
    }

    void mapProperties()
    {
        for (int i = 0; i < m_map.columns_size(); ++i) {
            const auto &column = m_map.columns(i);
            const std::string field = "columns[" + std::to_string(i) + "].expression";
            const std::string type = typeOf(field, column.expression());
            if (type.starts_with("Array(") || type.starts_with("Map(") || type.starts_with("Tuple("))
                complain(field, "is " + type + " and must yield one value");
            m_table.properties.push_back({column.name(), textForm(inBrackets(column.expression()), type), kindOf(type),
                                          type.starts_with("LowCardinality")});
        }
        for (int i = 0; i < m_map.sources_size(); ++i) {
            const auto &source = m_map.sources(i);
            const std::string field = "sources[" + std::to_string(i) + "].";
            const bool isMap = !source.map().empty();
            const std::string column = isMap ? typed(field + "map", source.map(), "Map(", "a Map(String, ...)")
                                             : typed(field + "json", source.json(), "JSON", "a JSON column");
            m_table.sources.push_back(
                {source.prefix(), column, isMap ? PropertySource::Form::Map : PropertySource::Form::Json});
        }
    }

    const TableMap &m_map;
    QueryEngine &m_engine;
    ProjectTable m_table;
    std::vector<std::string> m_columns;
    std::string m_complaints;
};

} // namespace

ProjectTable mappedTable(const TableMap &map, QueryEngine &engine)
{
    return Mapping(map, engine).table();
}
