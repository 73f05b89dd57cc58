// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/api/ask.h"
#include "service/api/list_users.h"
#include "service/engine/embedded_engine.h"
#include "tests/service/import_fixture.h"
#include "tests/support/questions.h"

#include <QJsonDocument>
#include <QJsonObject>

// An event of a file to import: {"event":...,"user":...,"time":...,"properties":...}
inline QByteArray eventLine(const QString &event, const QString &user, const QString &time,
                            const QJsonObject &properties = {})
{
    return QJsonDocument(QJsonObject{{QStringLiteral("event"), event},
                                     {QStringLiteral("user"), user},
                                     {QStringLiteral("time"), time},
                                     {QStringLiteral("properties"), properties}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

// A store and the engine over it, to import and to ask.
class AskedFixture : public ImportFixture
{
public:
    AskedFixture()
        : m_engine(store().engine())
    {
    }

    QueryEngine &queries() { return m_engine; }

    ProjectTablePtr imported(const std::string &project, const QByteArray &lines, const std::string &zone = "UTC",
                             WeekStart weekStart = WeekStart::Sunday)
    {
        const std::string name = project + "-" + std::to_string(++m_files) + ".ndjson";
        datasets::v1::ImportRequest request = ImportFixture::request(project, {file(name.c_str(), lines)});
        request.set_timezone(zone);
        request.set_week_start(std::string(nameOf(weekStart)));
        request.set_strict(true);
        import(request);
        return store().project(project);
    }

    insights::v1::QueryResponse ask(const insights::v1::QuerySpec &spec, const ProjectTable &table,
                                    std::int64_t now = at("2030-01-01"))
    {
        insights::v1::QueryRequest request;
        *request.mutable_query() = spec;
        return ::ask(request, table, m_engine, {}, now);
    }

    catalog::v1::ListUsersResponse listUsers(const catalog::v1::ListUsersRequest &request, const ProjectTable &table,
                                             std::int64_t now = at("2030-01-01"))
    {
        return ::listUsers(request, table, m_engine, {}, now);
    }

private:
    EmbeddedEngine m_engine;
    int m_files = 0;
};
