// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/ask.h"
#include "service/api/list_users.h"
#include "service/catalog/catalog_reader.h"
#include "service/engine/embedded_engine.h"
#include "service/plan/funnel.h"
#include "service/plan/retention.h"
#include "tests/service/import_fixture.h"
#include "tests/support/mapped_tables.h"
#include "tests/support/questions.h"

#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>

using namespace catalog::v1;
using insights::tablemap::v1::TableMap;

namespace {

const Caller never;

QByteArray events()
{
    QByteArray lines;
    const auto add = [&](const char *event, int user, int minute, const QByteArray &properties) {
        lines += QByteArrayLiteral("{\"event\":\"") + event + "\",\"user\":\"u" + QByteArray::number(user)
            + "\",\"time\":" + QByteArray::number(1'777'723'200'000 + minute * 60'000ll)
            + ",\"properties\":" + properties + "}\n";
    };
    for (int i = 0; i < 40; ++i) {
        add("page_view", i, i, R"({"$geo.country":"US","$geo.city":"Rome","plan":"pro","count":7,"isNew":true})");
        add("purchase", i % 30, i + 60, R"({"$geo.country":"DE","plan":"free","price":12.5,"code":"007"})");
        add("purchase", i % 30, i + 90, "{\"plan\":\"free\",\"price\":3,\"it's \\\"odd\\\"\":\"x\"}");
    }
    return lines;
}

std::string jsonOf(const google::protobuf::Message &message)
{
    std::string json;
    google::protobuf::util::MessageToJsonString(message, &json);
    return json;
}

QString complaintOf(const std::function<void()> &work)
{
    try {
        work();
    } catch (const TableMapError &error) {
        return QString::fromUtf8(error.what());
    }
    return QStringLiteral("it was taken");
}

} // namespace

// Table maps: what is wrong with them, and the same answers through them as from the embedded store.
class TableMapTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_engine = std::make_unique<EmbeddedEngine>(m_fixture.store().engine());
        m_mapped = std::make_unique<MappedTables>(m_fixture.store().engine());
        m_fixture.import("shop", {m_fixture.file("shop.ndjson", events())});
        m_stored = m_fixture.store().project("shop");
        for (const Place place : {Place::Cluster, Place::Pug})
            m_tables[place] = m_mapped->copy(*m_stored, place);
    }

    void aMapThatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<QString>("change"); // merged into the shipped map
        QTest::addColumn<QString>("says");
        QTest::addRow("table") << R"({"table":"insights.event"})"
                               << R"(table: there is no table insights.event; did you mean "insights.events"?)";
        QTest::addRow("database") << R"({"table":"insight.events"})"
                                  << R"(did you mean "insights.events"?)";
        QTest::addRow("user") << R"({"user":"usr"})"
                              << R"(user: insights.events has no column "usr"; did you mean "user"?)";
        QTest::addRow("column in an expression")
            << "{\"user\":\"lower(usr)\"}"
            << R"(user: insights.events has no column "usr"; did you mean "user"?)";
        QTest::addRow("hash") << R"({"userHash":"uidd"})"
                              << R"(userHash: insights.events has no column "uidd")";
        QTest::addRow("project") << R"({"project":"projekt"})"
                                 << R"(did you mean "project"?)";
        QTest::addRow("number for text") << R"({"event":"uid"})"
                                         << "event: is UInt64 and must be a String";
        QTest::addRow("seconds") << "{\"time\":\"toDateTime(time)\"}"
                                 << "time: is DateTime('UTC') and must be a DateTime64";
        QTest::addRow("property") << R"({"columns":[{"name":"x","expression":"contry"}]})"
                                  << R"(columns[1].expression: insights.events has no column "contry")";
        QTest::addRow("many values") << R"({"columns":[{"name":"x","expression":"properties"}]})"
                                     << "columns[1].expression: is Map(LowCardinality(String), String) and must yield";
        QTest::addRow("no map") << R"({"sources":[{"map":"user"}]})"
                                << "sources[1].map: is String and must be a Map(String, ...)";
        QTest::addRow("no JSON") << R"({"sources":[{"json":"properties"}]})"
                                 << "sources[1].json: is Map(";
        QTest::addRow("no SQL") << R"({"user":"user +"})"
                                << "user: ClickHouse does not take it: Code: 62";
    }

    void aMapThatDoesNotFitIsRefused()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, says);
        TableMap map = MappedTables::shippedMap(Place::Cluster);
        TableMap changed;
        QVERIFY(google::protobuf::util::JsonStringToMessage(change.toStdString(), &changed).ok());
        map.MergeFrom(changed);
        const QString complaint = complaintOf([&] { mappedTable(map, m_mapped->engine()); });
        QVERIFY2(complaint.contains(says), qPrintable(complaint));
    }

    void allThatIsWrongIsSaidAtOnce()
    {
        TableMap map = MappedTables::shippedMap(Place::Cluster);
        map.set_user("usr");
        map.set_event("evnt");
        QCOMPARE(complaintOf([&] { mappedTable(map, m_mapped->engine()); }).split('\n').size(), 2);
    }

    void aFileThatIsNoMapIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::addRow("no JSON") << "{\n  \"table\" 1}"
                                 << "2:11: ";
        QTest::addRow("a list") << "[]"
                                << "a table map is an object";
        QTest::addRow("unknown field") << R"({"tabel":"x"})"
                                       << R"(1:2: tabel: no such field; did you mean "table"?)";
        QTest::addRow("nothing") << "{}"
                                 << "table: is required";
        QTest::addRow("zone") << R"({"timezone":"Europe/Berln"})"
                              << "did you mean Europe/Berlin?";
        QTest::addRow("week") << R"({"weekStart":"tuesday"})"
                              << "weekStart: is sunday or monday";
        QTest::addRow("a source of nothing") << R"({"sources":[{"prefix":"$"}]})"
                                             << "sources[0]: names neither";
        QTest::addRow("which project") << R"({"table":"x"})"
                                       << "projects: names exactly one project";
        QTest::addRow("project without an id") << R"({"projects":[{"name":"x"}]})"
                                               << "projects[0].id: is required";
    }

    void aFileThatIsNoMapIsRefused()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, says);
        const QString complaint = complaintOf([&] { readTableMap(text.toStdString()); });
        QVERIFY2(complaint.contains(says), qPrintable(complaint));
    }

    void projectsAreThoseOfTheTable()
    {
        TableMap map = MappedTables::shippedMap(Place::Cluster);
        map.set_timezone("Asia/Kathmandu");
        map.set_week_start("monday");
        const MappedProjects projects(map, m_mapped->engine());
        QCOMPARE(projects.projects().size(), std::size_t(1));
        const ProjectTable &shop = *projects.project("shop");
        QCOMPARE(shop.eventCount, std::uint64_t(120));
        QCOMPARE(shop.firstEvent, m_stored->firstEvent);
        QCOMPARE(shop.lastEvent, m_stored->lastEvent);
        QCOMPARE(shop.timezone, std::string("Asia/Kathmandu"));
        QVERIFY(shop.weekStart == WeekStart::Monday);
        QVERIFY(!projects.project("nobody"));
    }

    void aTableOfOneProjectNamesIt()
    {
        TableMap map = MappedTables::shippedMap(Place::Cluster);
        map.clear_project();
        map.add_projects()->set_id("all");
        const MappedProjects projects(map, m_mapped->engine());
        QCOMPARE(projects.projects().size(), std::size_t(1));
        QCOMPARE(projects.project("all")->eventCount, std::uint64_t(120));
    }

    void theCatalogLooksAtTheLastDaysOnly()
    {
        TableMap map = MappedTables::shippedMap(Place::Cluster);
        map.set_catalog_days(1); // the events are older
        map.add_projects()->set_id("shop");
        const ProjectTablePtr table = MappedProjects(map, m_mapped->engine()).project("shop");
        QCOMPARE(table->eventCount, std::uint64_t(0));
        QCOMPARE(CatalogReader(m_mapped->engine()).events(*table, never).events_size(), 0);
        QCOMPARE(values(*table, m_mapped->engine(), "plan").values_size(), 0);
    }

    void theCatalogIsThatOfTheStore_data() { addPlaces(); }

    void theCatalogIsThatOfTheStore()
    {
        QFETCH(const Place, place);
        CatalogReader stored(*m_engine);
        CatalogReader mapped(m_mapped->engine());
        const ProjectTable &table = *m_tables.at(place);
        QCOMPARE(jsonOf(mapped.events(table, never)), jsonOf(stored.events(*m_stored, never)));
        for (const char *event : {"", "purchase"}) {
            ListPropertiesRequest request;
            request.set_event(event);
            QCOMPARE(jsonOf(mapped.properties(table, request, never)),
                     jsonOf(stored.properties(*m_stored, request, never)));
        }
        for (const char *property : {"plan", "price", "$geo.country", "$geo.city", "isNew", "it's \"odd\"", "nobody's"})
            QCOMPARE(jsonOf(values(table, m_mapped->engine(), property)),
                     jsonOf(values(*m_stored, *m_engine, property)));
    }

    void theUsersBehindANumberAreThoseOfTheStore_data() { addPlaces(); }

    void theUsersBehindANumberAreThoseOfTheStore()
    {
        QFETCH(const Place, place);
        for (const ListUsersRequest &request : placesOfUsers()) {
            const auto expected = listUsers(request, *m_stored, *m_engine, never, at("2026-06-01"));
            QVERIFY(expected.users_size() > 0);
            const auto answered = listUsers(request, *m_tables.at(place), m_mapped->engine(), never, at("2026-06-01"));
            QCOMPARE(jsonOf(answered), jsonOf(expected));
        }
    }

    // The nodes finish the groups of their own users; otherwise one of them merges those of all.
    void nodesThatHoldWholeUsersGroupThem_data()
    {
        QTest::addColumn<bool>("isSharded");
        QTest::addRow("sharded by user") << true;
        QTest::addRow("sharded by something else") << false;
    }

    void nodesThatHoldWholeUsersGroupThem()
    {
        QFETCH(const bool, isSharded);
        insights::v1::QuerySpec spec = trendOf({"page_view", "purchase"});
        spec.mutable_starting_event()->set_name("page_view");
        m_mapped->engine().setShardedByUser(isSharded);
        const ProjectTable &table = *m_tables.at(Place::Cluster);
        for (Statement statement : {planFunnel(spec, table), planRetention(spec, {at("2026-05-01")}, table)}) {
            statement.sql = "EXPLAIN " + statement.sql;
            const EngineRows rows = m_mapped->engine().execute(statement, never);
            const bool isMerged = rows.bytes.find("MergingAggregated") != std::string_view::npos;
            QVERIFY2(isMerged != isSharded, std::string(rows.bytes).c_str());
        }
        m_mapped->engine().setShardedByUser(true);
    }

    void aJsonColumnHoldsPropertiesToo()
    {
        ChdbConnection connection = m_fixture.store().engine().connect();
        connection.command(
            "CREATE TABLE insights.json_events (event String, time DateTime64(6), user String, price"
            " Nullable(Float64), seen Nullable(DateTime), either Variant(DateTime64(3), String), data JSON) ENGINE = MergeTree ORDER BY time");
        connection.command(
            "INSERT INTO insights.json_events VALUES"
            " ('buy', '2026-05-02 10:00:00.123456', 'a', 2.5, '2026-05-01 00:00:00', 'text',"
            "  '{\"$geo\":{\"country\":\"US\"},\"n\":24.0,\"b\":true,\"it\\'s `odd`\":\"x\"}'),"
            " ('buy', '2026-05-02 11:00:00', 'b', NULL, NULL, NULL, '{\"$geo\":{\"country\":\"DE\"},\"n\":7}')");
        const TableMap map
            = readTableMap(R"({"table":"insights.json_events","event":"event","time":"time","user":"user",
            "columns":[{"name":"price","expression":"price"},{"name":"seen","expression":"seen"},
                {"name":"either","expression":"either"}],
            "sources":[{"json":"data"}],"projects":[{"id":"json"}]})");
        const ProjectTablePtr table = MappedProjects(map, m_mapped->engine()).project("json");
        QCOMPARE(listedProperties(*table),
                 (QStringList{"$geo.country 1 2", "n 2 2", "b 3 1", "either 1 1", "it's `odd` 1 1", "price 2 1",
                              "seen 4 1"}));
        for (const auto &[property, value] : {std::pair("n", "24"),
                                              {"b", "true"},
                                              {"$geo.country", "US"},
                                              {"it's `odd`", "x"},
                                              {"price", "2.5"},
                                              {"either", "text"}}) {
            insights::v1::QueryRequest request;
            *request.mutable_query() = trendOf("buy");
            request.mutable_query()->set_visualization(insights::v1::VISUALIZATION_KPI);
            auto &filter = *request.mutable_query()->add_filters();
            filter.set_property(property);
            filter.set_operator_(insights::v1::OPERATOR_EQUALS);
            filter.set_value(value);
            QCOMPARE(ask(request, *table, m_mapped->engine(), never, at("2026-06-01")).rows(0).value(), 1.0);
        }
        QCOMPARE(values(*table, m_mapped->engine(), "seen").values_size(), 1);
        QVERIFY(
            QByteArray::fromStdString(values(*table, m_mapped->engine(), "seen").values(0).value()).endsWith(".000Z"));
    }

    void aPropertyOfTwoSourcesCountsOnceAsTheFirst_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QStringList>("properties"); // name, type and count
        const QByteArray text(R"({"map":"text"})"), mixed(R"({"map":"mixed"})"), json(R"({"json":"data"})");
        const QByteArray dollars(R"({"map":"text","prefix":"$"})");
        const auto row = [](const char *name, const QByteArray &first, const QByteArray &second,
                            const QStringList &properties) { QTest::newRow(name) << first << second << properties; };
        row("maps", text, mixed, {"plan 1 3", "n 1 2", "$os 1 1", "code 2 1"});
        row("maps, the other first", mixed, text, {"plan 1 3", "n 2 2", "$os 1 1", "code 2 1"});
        row("a map and JSON", text, json, {"plan 1 3", "$os 1 1", "n 1 1"});
        row("JSON and a map", json, text, {"plan 1 3", "$os 1 1", "n 1 1"});
        row("two where one has a prefix", dollars, mixed, {"n 2 2", "plan 1 2", "$os 1 1", "code 2 1"});
    }

    void aPropertyOfTwoSourcesCountsOnceAsTheFirst()
    {
        QFETCH(const QByteArray, first);
        QFETCH(const QByteArray, second);
        QFETCH(const QStringList, properties);
        ChdbConnection connection = m_fixture.store().engine().connect();
        connection.command("CREATE OR REPLACE TABLE insights.two (event String, time DateTime64(3), user String, text"
                           " Map(LowCardinality(String), String), mixed Map(String, Variant(Int64, String)), data JSON)"
                           " ENGINE = MergeTree ORDER BY time");
        connection.command("INSERT INTO insights.two VALUES"
                           " ('buy', '2026-05-02 10:00:00', 'a', {'plan':'pro','n':'x','$os':'Linux'},"
                           " {'plan':'free','n':7}, '{\"plan\":\"free\"}'),"
                           " ('buy', '2026-05-02 11:00:00', 'b', {'plan':'free','n':''},"
                           " {'n':8,'code':9}, '{}'),"
                           " ('buy', '2026-05-02 12:00:00', 'c', {}, {'plan':'pro'}, '{\"plan\":\"pro\"}')");
        const std::string sources = (first + "," + second).toStdString();
        const TableMap map = readTableMap(R"({"table":"insights.two","event":"event","time":"time","user":"user",
            "sources":[)" + sources + R"(],"projects":[{"id":"two"}]})");
        const ProjectTablePtr table = MappedProjects(map, m_mapped->engine()).project("two");
        QCOMPARE(listedProperties(*table), properties);
        for (const QString &property : properties) { // as many as are found when it is asked for
            const QStringList words = property.split(' ');
            std::uint64_t asked = 0;
            const ListPropertyValuesResponse found = values(*table, m_mapped->engine(), words[0].toStdString());
            for (const PropertyValue &value : found.values())
                asked += value.count();
            QCOMPARE(asked, std::uint64_t(words[2].toInt()));
        }
    }

private:
    // Name, type and count, in the order of the list.
    QStringList listedProperties(const ProjectTable &table)
    {
        QStringList properties;
        const ListPropertiesResponse listed = CatalogReader(m_mapped->engine()).properties(table, {}, never);
        for (const Property &property : listed.properties())
            properties << QStringLiteral("%1 %2 %3")
                              .arg(QString::fromStdString(property.name()))
                              .arg(property.type())
                              .arg(property.count());
        return properties;
    }

    static void addPlaces()
    {
        QTest::addColumn<Place>("place");
        for (const Place place : {Place::Cluster, Place::Pug})
            QTest::addRow("%s", nameOf(place)) << place;
    }

    static ListPropertyValuesResponse values(const ProjectTable &table, QueryEngine &engine,
                                             const std::string &property)
    {
        ListPropertyValuesRequest request;
        request.set_property(property);
        return CatalogReader(engine).values(table, request, never);
    }

    static std::vector<ListUsersRequest> placesOfUsers()
    {
        std::vector<ListUsersRequest> requests(3);
        for (ListUsersRequest &request : requests)
            *request.mutable_query() = trendOf({"page_view", "purchase"});
        *requests[0].mutable_series()->mutable_timestamp() = timestamp(at("2026-05-02"));
        requests[1].mutable_query()->set_visualization(insights::v1::VISUALIZATION_FUNNEL);
        requests[1].mutable_funnel()->set_step(1);
        insights::v1::QuerySpec &retention = *requests[2].mutable_query();
        retention.clear_events();
        retention.set_visualization(insights::v1::VISUALIZATION_RETENTION);
        retention.mutable_starting_event()->set_name("page_view");
        *requests[2].mutable_retention()->mutable_cohort_date() = timestamp(at("2026-05-02"));
        return requests;
    }

    ImportFixture m_fixture;
    std::unique_ptr<QueryEngine> m_engine;
    std::unique_ptr<MappedTables> m_mapped;
    ProjectTablePtr m_stored;
    std::map<Place, ProjectTablePtr> m_tables;
};

QTEST_GUILESS_MAIN(TableMapTest)
#include "table_map_test.moc"
