// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/ask.h"
#include "service/api/status.h"
#include "service/datasets/importer.h"
#include "service/datasets/store.h"
#include "service/engine/embedded_engine.h"
#include "tests/support/mapped_tables.h"
#include "tests/support/worked_examples.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace insights::v1;

// The worked examples of tests/data/cases: events in, spec in, numbers out, through the importer and the real engine; and
// the same from the tables of a cluster.
class CasesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_store = std::make_unique<ProjectStore>(m_folder.path().toStdString());
        m_engine = std::make_unique<EmbeddedEngine>(m_store->engine());
        m_mapped = std::make_unique<MappedTables>(m_store->engine());
    }

    void aSpecIsAnsweredAsTheExampleSays_data()
    {
        QTest::addColumn<QJsonObject>("testCase");
        QTest::addColumn<Place>("place");
        for (const char *family : {"trends", "filters", "breakdown", "timezone", "own", "funnel", "retention", "table"})
            for (const QJsonValue value : workedExamples(QString::fromLatin1(family)))
                for (const Place place : allPlaces)
                    QTest::addRow("%s %s", qPrintable(value[QStringLiteral("id")].toString()), nameOf(place))
                        << value.toObject() << place;
    }

    void aSpecIsAnsweredAsTheExampleSays()
    {
        QFETCH(const QJsonObject, testCase);
        QFETCH(const Place, place);
        const ProjectTablePtr stored = import(testCase);
        const ProjectTablePtr table = place == Place::Store ? stored : m_mapped->copy(*stored, place);
        QueryEngine &engine = place == Place::Store ? *m_engine : m_mapped->engine();
        const QuerySpec spec = specOf(testCase);
        const Facts expected = sortedNumbersOf(expectedOf(testCase, spec));
        QVERIFY(!expected.empty());

        for (const ResultForm form : {RESULT_FORM_POINTS, RESULT_FORM_COLUMNS})
            QCOMPARE(firstDifference(sortedNumbersOf(answer(spec, *table, engine, form)), expected), std::string());
    }

    void aWrongSpecIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("testCase");
        QTest::addColumn<QString>("field");
        const std::map<QString, QString> fields{
            {QStringLiteral("errors-001"), QStringLiteral("query.timeRange")},
            {QStringLiteral("errors-002"), QStringLiteral("query.timeRange")},
            {QStringLiteral("errors-008"), QStringLiteral("query.aggregationProperty")},
            {QStringLiteral("errors-010"), QStringLiteral("query.events")},
            {QStringLiteral("errors-011"), QStringLiteral("query.startingEvent")},
            {QStringLiteral("errors-013"), QStringLiteral("query.conversionWindow")},
            {QStringLiteral("errors-016"), QStringLiteral("query.filters[0].value")},
            {QStringLiteral("errors-017"), QStringLiteral("query.filters[0].value")},
            {QStringLiteral("errors-019"), QStringLiteral("query.filters[0].values")},
        };
        for (const QJsonValue value : workedExamples(QStringLiteral("errors"))) {
            const QString id = value[QStringLiteral("id")].toString();
            if (fields.contains(id)) // the others need credentials, or are caps of another product
                QTest::addRow("%s", qPrintable(id)) << value.toObject() << fields.at(id);
        }
    }

    void aWrongSpecIsRefused()
    {
        QFETCH(const QJsonObject, testCase);
        QFETCH(const QString, field);
        try {
            answer(specOf(testCase), {}, *m_engine, RESULT_FORM_POINTS);
            QFAIL("it was answered");
        } catch (const InvalidQuestion &refusal) {
            QCOMPARE(QString::fromStdString(refusal.violations().at(0).field), field);
        }
    }

private:
    ProjectTablePtr import(const QJsonObject &testCase)
    {
        QFile file(m_folder.filePath(QStringLiteral("%1.ndjson").arg(testCase[QStringLiteral("id")].toString())));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no room for a test file");
        for (const QJsonValue event : testCase[QStringLiteral("events")].toArray())
            file.write(QJsonDocument(event.toObject()).toJson(QJsonDocument::Compact) + "\n");
        file.close();

        const std::string project = testCase[QStringLiteral("id")].toString().toStdString();
        datasets::v1::ImportRequest request;
        request.set_project(project);
        request.set_timezone(calendarOf(testCase).zone());
        request.set_week_start(std::string(nameOf(calendarOf(testCase).weekStart())));
        request.set_strict(true);
        request.add_paths(file.fileName().toStdString());
        if (!m_store->project(project))
            importFiles(*m_store, request, {});
        return m_store->project(project);
    }

    static QueryResponse answer(const QuerySpec &spec, const ProjectTable &table, QueryEngine &engine, ResultForm form)
    {
        QueryRequest request;
        *request.mutable_query() = spec;
        request.set_form(form);
        return ask(request, table, engine, {}, 1'893'456'000'000); // 2030
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ProjectStore> m_store;
    std::unique_ptr<QueryEngine> m_engine;
    std::unique_ptr<MappedTables> m_mapped;
};

QTEST_GUILESS_MAIN(CasesTest)
#include "cases_test.moc"
