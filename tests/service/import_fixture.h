// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/datasets/dataset_error.h"
#include "service/datasets/importer.h"
#include "service/datasets/store.h"
#include "service/datasets/tab_separated.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

// A store of its own for one test program (the engine takes one a process) and files to import into it.
class ImportFixture
{
public:
    ImportFixture()
        : m_store(std::make_unique<ProjectStore>(m_folder.filePath(QStringLiteral("data")).toStdString()))
    {
    }

    ProjectStore &store() { return *m_store; }

    // A project no test has used yet.
    std::string newProject() { return "project-" + std::to_string(++m_projects); }

    std::string path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }

    // Writes a file into the folder of the tests; its path.
    std::string file(const char *name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no room for a test file");
        return file.fileName().toStdString();
    }

    static datasets::v1::ImportRequest request(const std::string &project, const std::vector<std::string> &paths)
    {
        datasets::v1::ImportRequest request;
        request.set_project(project);
        for (const std::string &path : paths)
            request.add_paths(path);
        return request;
    }

    // Imports and keeps the last progress, bad lines included.
    datasets::v1::ImportSummary import(const datasets::v1::ImportRequest &request)
    {
        ImportWatch watch;
        watch.progress = [this](const datasets::v1::ImportProgress &progress) { lastProgress = progress; };
        lastProgress.Clear();
        return importFiles(*m_store, request, watch);
    }
    datasets::v1::ImportSummary import(const std::string &project, const std::vector<std::string> &paths)
    {
        return import(request(project, paths));
    }

    // Why an import did not happen.
    DatasetError failure(const datasets::v1::ImportRequest &request)
    {
        try {
            import(request);
        } catch (const DatasetError &error) {
            return error;
        }
        qFatal("the import succeeded");
    }

    // The bad lines as "17: it has no user".
    QStringList badLines() const
    {
        QStringList lines;
        for (const auto &bad : lastProgress.bad())
            lines << QStringLiteral("%1: %2").arg(bad.line()).arg(QString::fromStdString(bad.reason()));
        return lines;
    }

    // All values of a property in the order of time; "-" where the project has no such property.
    QStringList values(const std::string &project, const std::string &property)
    {
        const auto table = m_store->project(project);
        const auto *column = table->property(property);
        return column == nullptr ? QStringList(QStringLiteral("-")) : texts(*table, column->column);
    }
    QStringList users(const std::string &project) { return texts(*m_store->project(project), "user"); }
    QStringList events(const std::string &project) { return texts(*m_store->project(project), "event"); }
    QStringList times(const std::string &project)
    {
        return texts(*m_store->project(project), "toString(toUnixTimestamp64Milli(time))");
    }

    QStringList propertyNames(const std::string &project) const
    {
        QStringList names;
        for (const PropertyColumn &property : m_store->project(project)->properties)
            names << QString::fromStdString(property.name);
        names.sort();
        return names;
    }

    std::string scalar(const std::string &sql) { return m_store->engine().connect().scalar(sql); }

    datasets::v1::ImportProgress lastProgress;

private:
    QStringList texts(const ProjectTable &table, const std::string &expression)
    {
        Statement statement;
        statement.sql = "SELECT hex(" + expression + ") FROM " + table.table + " ORDER BY time, user";
        QStringList found;
        const EngineResult result = m_store->engine().connect().query(statement, "TabSeparatedRaw");
        const QByteArray bytes(result.bytes.data(), static_cast<qsizetype>(result.bytes.size()));
        for (const QByteArray &line : bytes.chopped(bytes.isEmpty() ? 0 : 1).split('\n'))
            found << QString::fromUtf8(QByteArray::fromHex(line));
        return found;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ProjectStore> m_store;
    int m_projects = 0;
};

// An event a minute: {"event":"e","user":"u","time":"2026-01-02T00:00:00Z","properties":...}
inline QByteArray eventLine(int minute, const QByteArray &properties)
{
    return QByteArrayLiteral("{\"event\":\"e\",\"user\":\"u\",\"time\":")
        + QByteArray::number(1'767'312'000'000 + minute * 60'000ll) + ",\"properties\":" + properties + "}\n";
}
