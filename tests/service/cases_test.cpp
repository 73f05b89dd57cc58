// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer_frames.h"
#include "query/spec_json.h"
#include "service/api/ask.h"
#include "service/api/status.h"
#include "service/datasets/importer.h"
#include "service/datasets/store.h"
#include "service/engine/embedded_engine.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <map>

namespace {

using namespace insights::v1;

QJsonArray casesOf(const QString &family)
{
    QFile file(QStringLiteral(TEST_DATA "/cases/%1.json").arg(family));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.fileName() + ": " + file.errorString()));
    return QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("cases")).toArray();
}

Calendar calendarOf(const QJsonObject &testCase)
{
    const auto zone = testCase.value(QStringLiteral("projectTimezone")).toString(QStringLiteral("UTC"));
    return Calendar::of(zone.toStdString(),
                        weekStartOf(testCase.value(QStringLiteral("weekStart")).toString().toStdString()))
        .value();
}

QuerySpec specOf(const QJsonObject &testCase)
{
    const QByteArray json = QJsonDocument(testCase.value(QStringLiteral("query")).toObject()).toJson();
    return std::get<QuerySpec>(readSpecJson(json.toStdString(), calendarOf(testCase)));
}

// "event|breakdown|time" -> value, of what was answered and of what was expected.
using Points = std::map<QString, double>;

QString key(const QString &event, const QString &breakdown, std::int64_t time)
{
    return QStringLiteral("%1|%2|%3").arg(event, breakdown, QString::fromStdString(Calendar::isoTime(time)));
}

Points expectedPoints(const QJsonObject &testCase, const QuerySpec &spec)
{
    const Calendar calendar = calendarOf(testCase);
    Points points;
    for (const QJsonValue value : testCase[QStringLiteral("expect")][QStringLiteral("series")].toArray()) {
        const QJsonObject point = value.toObject();
        const QString event
            = point.value(QStringLiteral("event")).toString(QString::fromStdString(spec.events(0).name()));
        const auto time = calendar.parseTime(point.value(QStringLiteral("timestamp")).toString().toStdString());
        points[key(event, point.value(QStringLiteral("breakdown")).toString(QStringLiteral("-")), time.value())]
            = point.value(QStringLiteral("value")).toDouble();
    }
    return points;
}

Points pointsOf(const QueryResponse &response)
{
    Points points;
    for (const SeriesPoint &point : response.series())
        points[key(QString::fromStdString(point.event()),
                   point.has_breakdown() ? QString::fromStdString(point.breakdown()) : QStringLiteral("-"),
                   milliseconds(point.timestamp()))]
            = point.value();
    return points;
}

Points pointsOf(const AnswerFrames &answer)
{
    Points points;
    for (const SeriesFrame &series : answer.series)
        for (std::size_t i = 0; i < answer.timestamps.size(); ++i)
            points[key(QString::fromStdString(series.event),
                       series.breakdown ? QString::fromStdString(*series.breakdown) : QStringLiteral("-"),
                       answer.timestamps[i])]
                = series.values[i];
    return points;
}

void compare(const Points &answered, const Points &expected)
{
    for (const auto &[place, value] : expected) {
        QVERIFY2(answered.contains(place), qPrintable(QStringLiteral("missing: ") + place));
        QVERIFY2(std::abs(answered.at(place) - value) <= 1e-9,
                 qPrintable(QStringLiteral("%1: %2, expected %3").arg(place).arg(answered.at(place)).arg(value)));
    }
    for (const auto &[place, value] : answered)
        QVERIFY2(expected.contains(place), qPrintable(QStringLiteral("unexpected: ") + place));
}

} // namespace

// The worked examples of tests/data/cases: events in, spec in, numbers out, through the importer and the real engine.
class CasesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_store = std::make_unique<ProjectStore>(m_folder.path().toStdString());
        m_engine = std::make_unique<EmbeddedEngine>(m_store->engine());
    }

    void aSpecIsAnsweredAsTheExampleSays_data()
    {
        QTest::addColumn<QJsonObject>("testCase");
        for (const char *family : {"trends", "filters", "breakdown", "timezone", "own"})
            for (const QJsonValue value : casesOf(QString::fromLatin1(family)))
                QTest::addRow("%s", qPrintable(value[QStringLiteral("id")].toString())) << value.toObject();
    }

    void aSpecIsAnsweredAsTheExampleSays()
    {
        QFETCH(const QJsonObject, testCase);
        const ProjectTablePtr table = import(testCase);
        const QuerySpec spec = specOf(testCase);
        const Points expected = expectedPoints(testCase, spec);
        QVERIFY(!expected.empty());

        compare(pointsOf(answer(spec, *table, RESULT_FORM_POINTS)), expected);
        compare(pointsOf(answerFrames(answer(spec, *table, RESULT_FORM_COLUMNS))), expected);
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
        for (const QJsonValue value : casesOf(QStringLiteral("errors"))) {
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
            answer(specOf(testCase), {}, RESULT_FORM_POINTS);
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
        importFiles(*m_store, request, {});
        return m_store->project(project);
    }

    QueryResponse answer(const QuerySpec &spec, const ProjectTable &table, ResultForm form)
    {
        QueryRequest request;
        *request.mutable_query() = spec;
        request.set_form(form);
        return ask(request, table, *m_engine, {}, 1'800'000'000'000);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ProjectStore> m_store;
    std::unique_ptr<EmbeddedEngine> m_engine;
};

QTEST_GUILESS_MAIN(CasesTest)
#include "cases_test.moc"
