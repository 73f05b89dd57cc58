// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/server.h"
#include "service/api/status.h"
#include "service/catalog/catalog_reader.h"
#include "tests/service/asked_fixture.h"

#include <insights/v1/insights.grpc.pb.h>

#include <absl/strings/escaping.h>
#include <grpcpp/create_channel.h>

using namespace insights::v1;

namespace {

// What would be something else if it ever became SQL, a parameter's syntax, an array's text, a pattern, or a path.
const QList<QByteArray> hostile{"it's",
                                "\"double\"",
                                "back\\slash\\",
                                "\\",
                                "\\'",
                                "'",
                                "\\N",
                                "\\n",
                                "NULL",
                                "'; DROP TABLE insights.`hostile`; --",
                                "') OR 1 = 1 --",
                                "\\') OR 1 = 1 --",
                                "'] OR event IN ['",
                                "{p0:String}",
                                "{p0:Array(String)}",
                                "`tick`",
                                "`; DROP DATABASE insights",
                                "/* */",
                                "-- x",
                                "a,b",
                                "%",
                                "_",
                                "100%_",
                                "a\tb",
                                "line\nbreak",
                                "carriage\rreturn",
                                QByteArray("a\0b", 3),
                                "emoji 😀 ключ",
                                "a.b.c",
                                "$others",
                                "../../etc/passwd",
                                "p0",
                                "event",
                                "uid",
                                QByteArray(10'000, '\'')};

std::string textOf(const QByteArray &bytes)
{
    return bytes.toStdString();
}

QByteArray shown(const QByteArray &text)
{
    return QByteArray::number(hostile.indexOf(text)) + ' ' + text.left(30).toPercentEncoding(" '\"`;()[]{}*$,:=");
}

} // namespace

// Hostile text in every field there is: the store is unharmed, and what is found is what has that very name.
class HostileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QByteArray lines;
        for (const QByteArray &bytes : hostile) {
            const QString text = QString::fromUtf8(bytes);
            lines += eventLine(text, text, "2026-05-02T10:00:00Z", {{text, text}, {"shared", text}});
            lines += eventLine("start", text, "2026-05-02T09:00:00Z", {{"shared", text}});
        }
        m_table = m_fixture.imported("hostile", lines);
        m_fixture.imported("bystander", eventLine("e", "u", "2026-05-02T10:00:00Z", {{"p", 1}}));
        m_before = storeText();
        QVERIFY(m_before.contains("hostile"));
    }

    void cleanup() { QCOMPARE(storeText(), m_before); }

    void cleanupTestCase() { QVERIFY(m_fixture.store().check().intact); }

    void onlyItsOwnIsFound_data() { addHostileRows(); }

    void onlyItsOwnIsFound()
    {
        QFETCH(const QByteArray, bytes);
        const std::string text = textOf(bytes);
        QuerySpec spec = trendOf(text);
        QCOMPARE(sum(m_fixture.ask(spec, *m_table)), 1.0);

        spec.mutable_breakdown()->set_property(text);
        spec.set_aggregation(AGGREGATION_UNIQUE_USERS);
        const QueryResponse response = m_fixture.ask(spec, *m_table);
        QCOMPARE(sum(response), 1.0);
        QCOMPARE(QByteArray::fromStdString(response.series(0).breakdown()), bytes);
        QVERIFY(!response.series(0).is_others());
    }

    void everyOperatorComparesText_data() { addHostileRows(); }

    // Among the starts of all users, each with another value.
    void everyOperatorComparesText()
    {
        QFETCH(const QByteArray, bytes);
        const auto count = [&](Operator op, bool takesList) {
            QuerySpec spec = trendOf("start");
            PropertyFilter &filter = *spec.add_filters();
            filter.set_property("shared");
            filter.set_operator_(op);
            if (takesList) {
                filter.add_values(textOf(bytes));
                filter.add_values("nobody's");
            } else {
                filter.set_value(textOf(bytes));
            }
            return sum(m_fixture.ask(spec, *m_table));
        };
        const double all = static_cast<double>(hostile.size());
        const auto containing = static_cast<double>(std::count_if(
            hostile.begin(), hostile.end(), [&](const QByteArray &other) { return other.contains(bytes); }));
        QCOMPARE(count(OPERATOR_EQUALS, false), 1.0);
        QCOMPARE(count(OPERATOR_NOT_EQUALS, false), all - 1);
        QCOMPARE(count(OPERATOR_CONTAINS, false), containing);
        QCOMPARE(count(OPERATOR_NOT_CONTAINS, false), all - containing);
        QCOMPARE(count(OPERATOR_IN, true), 1.0);
        QCOMPARE(count(OPERATOR_NOT_IN, true), all - 1);
    }

    void numbersAreNotReadFromIt_data() { addHostileRows(); }

    void numbersAreNotReadFromIt()
    {
        QFETCH(const QByteArray, bytes);
        for (const Operator op : {OPERATOR_LT, OPERATOR_LTE, OPERATOR_GT, OPERATOR_GTE, OPERATOR_BETWEEN}) {
            QuerySpec spec = trendOf("start");
            PropertyFilter &filter = *spec.add_filters();
            filter.set_property(textOf(bytes));
            filter.set_operator_(op);
            if (op == OPERATOR_BETWEEN) {
                filter.add_values("1");
                filter.add_values(textOf(bytes));
            } else {
                filter.set_value(textOf(bytes));
            }
            QVERIFY_EXCEPTION_THROWN(m_fixture.ask(spec, *m_table), InvalidQuestion);
        }
        QuerySpec sumOf = trendOf(textOf(bytes));
        for (const Aggregation aggregation : {AGGREGATION_SUM, AGGREGATION_AVERAGE}) {
            sumOf.set_aggregation(aggregation);
            sumOf.set_aggregation_property(textOf(bytes));
            QCOMPARE(sum(m_fixture.ask(sumOf, *m_table)), 0.0);
        }
    }

    void funnelsRetentionsAndTablesFindIt_data() { addHostileRows(); }

    void funnelsRetentionsAndTablesFindIt()
    {
        QFETCH(const QByteArray, bytes);
        const std::string text = textOf(bytes);
        QuerySpec funnel = trendOf({"start", text});
        funnel.set_visualization(VISUALIZATION_FUNNEL);
        const QueryResponse steps = m_fixture.ask(funnel, *m_table);
        QCOMPARE(steps.funnel().steps(0).count(), double(hostile.size()));
        QCOMPARE(steps.funnel().steps(1).count(), 1.0);
        QCOMPARE(steps.funnel().steps(1).event(), text);

        QuerySpec retention = trendOf(text);
        retention.set_visualization(VISUALIZATION_RETENTION);
        *retention.mutable_starting_event() = retention.events(0);
        retention.mutable_return_event()->set_name(text);
        retention.mutable_breakdown()->set_property(text);
        retention.clear_events();
        const QueryResponse cohorts = m_fixture.ask(retention, *m_table);
        QCOMPARE(cohorts.retention().cohorts_size(), 1);
        QCOMPARE(cohorts.retention().cohorts(0).size(), 1.0);
        QCOMPARE(cohorts.retention().cohorts(0).breakdown(), text);

        QuerySpec table = trendOf({text, "start"});
        table.set_visualization(VISUALIZATION_TABLE);
        table.mutable_breakdown()->set_property("shared");
        table.set_breakdown_limit(100);
        const QueryResponse rows = m_fixture.ask(table, *m_table);
        QCOMPARE(rows.rows_size(), int(hostile.size()) + 1);
        QVERIFY(
            std::all_of(rows.rows().begin(), rows.rows().end(), [](const TableRow &row) { return row.value() == 1; }));
    }

    void itsUserIsListed_data() { addHostileRows(); }

    void itsUserIsListed()
    {
        QFETCH(const QByteArray, bytes);
        catalog::v1::ListUsersRequest request;
        *request.mutable_query() = trendOf("start");
        request.mutable_query()->mutable_breakdown()->set_property("shared");
        request.mutable_series()->set_breakdown(textOf(bytes));
        const auto listed = m_fixture.listUsers(request, *m_table);
        QCOMPARE(listed.users_size(), 1);
        QCOMPARE(listed.users(0), textOf(bytes));

        request.mutable_series()->clear_breakdown();
        request.set_page_token(absl::WebSafeBase64Escape(textOf(bytes)));
        const auto after = m_fixture.listUsers(request, *m_table);
        const auto later = std::count_if(hostile.begin(), hostile.end(),
                                         [&](const QByteArray &other) { return textOf(other) > textOf(bytes); });
        QCOMPARE(after.users_size(), int(later));
    }

    void theCatalogKnowsIt_data() { addHostileRows(); }

    void theCatalogKnowsIt()
    {
        QFETCH(const QByteArray, bytes);
        CatalogReader reader(m_fixture.queries());
        catalog::v1::ListPropertyValuesRequest values;
        values.set_property(textOf(bytes));
        values.set_event(textOf(bytes));
        values.set_prefix(textOf(bytes));
        const auto found = reader.values(*m_table, values, {});
        QCOMPARE(found.values_size(), 1);
        QCOMPARE(found.values(0).value(), textOf(bytes));
        catalog::v1::ListPropertiesRequest properties;
        properties.set_event(textOf(bytes));
        QCOMPARE(reader.properties(*m_table, properties, {}).properties_size(), 2);
    }

    void noProjectIsFoundByIt_data()
    {
        QTest::addColumn<QByteArray>("project");
        for (const char *project : {"'; DROP TABLE insights.`hostile`; --", "hostile`", "`hostile`",
                                    "hostile' OR '1'='1", "../hostile", "HOSTILE", "{p0:String}", "%"})
            QTest::addRow("%s", project) << QByteArray(project);
    }

    void noProjectIsFoundByIt()
    {
        QFETCH(const QByteArray, project);
        QTemporaryDir folder;
        ApiServer server(m_fixture.queries(), m_fixture.store(), nullptr,
                         ServerOptions{"unix:" + folder.filePath("s.sock").toStdString()});
        const auto stub
            = InsightsService::NewStub(grpc::CreateChannel(server.address(), grpc::InsecureChannelCredentials()));
        const auto codeFor = [&](const std::string &name) {
            grpc::ClientContext context;
            context.AddMetadata("x-project-id", name);
            QueryRequest request;
            QueryResponse response;
            *request.mutable_query() = trendOf("start");
            return stub->Query(&context, request, &response).error_code();
        };
        QCOMPARE(int(codeFor("hostile")), int(grpc::StatusCode::OK));
        QCOMPARE(int(codeFor(textOf(project))), int(grpc::StatusCode::NOT_FOUND));
    }

private:
    static void addHostileRows()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const QByteArray &bytes : hostile)
            QTest::addRow("%s", shown(bytes).constData()) << bytes;
    }

    static double sum(const QueryResponse &response)
    {
        double sum = 0;
        for (const SeriesPoint &point : response.series())
            sum += point.value();
        return sum;
    }

    // Every database and table with what it holds.
    QByteArray storeText()
    {
        Statement statement;
        statement.sql = "SELECT database, name, total_rows FROM system.tables WHERE database NOT IN ('system', "
                        "'INFORMATION_SCHEMA', 'information_schema') ORDER BY database, name";
        const EngineResult result = m_fixture.store().engine().connect().query(statement, "TabSeparated");
        return {result.bytes.data(), static_cast<qsizetype>(result.bytes.size())};
    }

    AskedFixture m_fixture;
    ProjectTablePtr m_table;
    QByteArray m_before;
};

QTEST_GUILESS_MAIN(HostileTest)
#include "hostile_test.moc"
