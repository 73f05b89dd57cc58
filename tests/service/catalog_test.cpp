// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/ask.h"
#include "service/catalog/catalog_reader.h"
#include "service/datasets/importer.h"
#include "service/datasets/store.h"
#include "service/engine/embedded_engine.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace catalog::v1;

const Caller never;

// Names and values that would be something else if they ever became SQL, a parameter's syntax, or a path.
const QStringList hostile{"it's",         "'; DROP TABLE insights.`shop`; --",
                          "{p0:String}",  "back\\slash\\",
                          "`tick`",       "a.b",
                          "$geo.country", "\"double\"",
                          "ünï 😀",        "$others",
                          "a\tb\nc",      "%_",
                          "NULL",         "\\N"};

QByteArray line(const QString &event, const QString &user, const QString &time, const QJsonObject &properties)
{
    return QJsonDocument(QJsonObject{{"event", event}, {"user", user}, {"time", time}, {"properties", properties}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

} // namespace

// What there is to ask about, and hostile names through every field, on the real engine.
class CatalogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_store = std::make_unique<ProjectStore>(m_folder.path().toStdString());
        m_engine = std::make_unique<EmbeddedEngine>(m_store->engine());
        QByteArray events;
        for (int i = 0; i < 5; ++i)
            events += line("page_view", QString::number(i), QStringLiteral("2026-05-0%1T10:00:00Z").arg(i + 1),
                           {{"plan", i < 3 ? "pro" : "Premium"}, {"count", i}, {"isNew", i == 0}});
        events += line("purchase", "1", "2026-05-02T11:00:00Z", {{"plan", "free"}, {"price", "12.5"}});
        import("shop", events);

        QByteArray hostileEvents;
        for (const QString &text : hostile)
            hostileEvents += line(text, text, "2026-05-01T10:00:00Z", {{text, text}});
        import("hostile", hostileEvents);
    }

    void eventsComeMostFrequentFirst()
    {
        const ListEventsResponse events = CatalogReader(*m_engine).events(*m_store->project("shop"), never);
        QCOMPARE(events.events_size(), 2);
        QCOMPARE(events.events(0).name(), std::string("page_view"));
        QCOMPARE(events.events(0).count(), std::uint64_t(5));
        QCOMPARE(Calendar::isoTime(milliseconds(events.events(0).last_seen())),
                 std::string("2026-05-05T10:00:00.000Z"));
    }

    void propertiesHaveTypesAndCounts_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<QStringList>("expected"); // "name type count"
        QTest::addRow("all") << "" << QStringList{"plan 1 6", "count 2 5", "isNew 3 5", "price 2 1"};
        QTest::addRow("of one event") << "purchase" << QStringList{"plan 1 1", "price 2 1"};
        QTest::addRow("of no event") << "nothing" << QStringList{};
    }

    void propertiesHaveTypesAndCounts()
    {
        QFETCH(const QString, event);
        QFETCH(const QStringList, expected);
        ListPropertiesRequest request;
        request.set_event(event.toStdString());
        QStringList found;
        const ListPropertiesResponse answer
            = CatalogReader(*m_engine).properties(*m_store->project("shop"), request, never);
        for (const Property &property : answer.properties())
            found << QStringLiteral("%1 %2 %3")
                         .arg(QString::fromStdString(property.name()))
                         .arg(int(property.type()))
                         .arg(property.count());
        QCOMPARE(found, expected);
    }

    void valuesAreCountedAndSearched_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QStringList>("expected");
        QTest::addRow("all") << ""
                             << "" << 0 << QStringList{"pro 3", "Premium 2", "free 1"};
        QTest::addRow("of one event") << "purchase"
                                      << "" << 0 << QStringList{"free 1"};
        QTest::addRow("searched, any case") << ""
                                            << "PR" << 0 << QStringList{"pro 3", "Premium 2"};
        QTest::addRow("those that begin with it first") << ""
                                                        << "re" << 0 << QStringList{"Premium 2", "free 1"};
        QTest::addRow("limited") << ""
                                 << "" << 1 << QStringList{"pro 3"};
        QTest::addRow("nothing like it") << ""
                                         << "zzz" << 0 << QStringList{};
    }

    void valuesAreCountedAndSearched()
    {
        QFETCH(const QString, event);
        QFETCH(const QString, prefix);
        QFETCH(const int, limit);
        QFETCH(const QStringList, expected);
        ListPropertyValuesRequest request;
        request.set_property("plan");
        request.set_event(event.toStdString());
        request.set_prefix(prefix.toStdString());
        request.set_limit(limit);
        QStringList found;
        const ListPropertyValuesResponse answer
            = CatalogReader(*m_engine).values(*m_store->project("shop"), request, never);
        for (const PropertyValue &value : answer.values())
            found << QStringLiteral("%1 %2").arg(QString::fromStdString(value.value())).arg(value.count());
        QCOMPARE(found, expected);
    }

    void whatWasCountedIsCountedAnewAfterAnImport()
    {
        import("growing", line("a", "1", "2026-05-01T10:00:00Z", {}));
        CatalogReader reader(*m_engine);
        QCOMPARE(reader.events(*m_store->project("growing"), never).events_size(), 1);
        import("growing", line("b", "1", "2026-05-01T10:00:00Z", {}));
        QCOMPARE(reader.events(*m_store->project("growing"), never).events_size(), 2);
    }

    void hostileTextIsDataInEveryField_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : hostile)
            QTest::addRow("%s", qPrintable(text)) << text;
    }

    void hostileTextIsDataInEveryField()
    {
        QFETCH(const QString, text);
        using namespace insights::v1;
        const std::string name = text.toStdString();
        QueryRequest request;
        QuerySpec &spec = *request.mutable_query();
        spec.add_events()->set_name(name);
        *spec.mutable_time_range()->mutable_start() = timestamp(1'777'593'600'000);
        *spec.mutable_time_range()->mutable_end() = timestamp(1'777'680'000'000);
        spec.set_granularity(GRANULARITY_DAY);
        spec.mutable_breakdown()->set_property(name);
        for (const Operator op : {OPERATOR_EQUALS, OPERATOR_CONTAINS}) {
            PropertyFilter &filter = *spec.add_filters();
            filter.set_property(name);
            filter.set_operator_(op);
            filter.set_value(name);
        }
        PropertyFilter &in = *spec.mutable_events(0)->add_filters();
        in.set_property(name);
        in.set_operator_(OPERATOR_IN);
        in.add_values("something else");
        in.add_values(name);

        const QueryResponse response = ask(request, *m_store->project("hostile"), *m_engine, never, 0);
        QCOMPARE(response.series_size(), 1);
        QCOMPARE(response.series(0).value(), 1.0);
        QCOMPARE(QString::fromStdString(response.series(0).breakdown()), text);
        QVERIFY(!response.series(0).is_others());

        ListPropertyValuesRequest values;
        values.set_property(name);
        values.set_event(name);
        values.set_prefix(name);
        QCOMPARE(CatalogReader(*m_engine).values(*m_store->project("hostile"), values, never).values_size(), 1);
        QVERIFY(m_store->check().intact);
    }

private:
    void import(const std::string &project, const QByteArray &events)
    {
        QFile file(m_folder.filePath(QStringLiteral("events-%1.ndjson").arg(m_files++)));
        if (!file.open(QIODevice::WriteOnly) || file.write(events) != events.size())
            qFatal("no room for a test file");
        file.close();
        datasets::v1::ImportRequest request;
        request.set_project(project);
        request.set_strict(true);
        request.add_paths(file.fileName().toStdString());
        importFiles(*m_store, request, {});
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ProjectStore> m_store;
    std::unique_ptr<EmbeddedEngine> m_engine;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "catalog_test.moc"
