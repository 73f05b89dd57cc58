// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/asked_fixture.h"

using namespace insights::v1;

namespace {

QByteArray lineAt(int second, const QByteArray &properties)
{
    return QByteArrayLiteral("{\"event\":\"e\",\"user\":\"u") + QByteArray::number(second)
        + QByteArrayLiteral("\",\"time\":") + QByteArray::number(qint64(at("2026-05-02") + second * 1000ll))
        + ",\"properties\":" + properties + "}\n";
}

QuerySpec filtered(const std::string &property, Operator op, const std::string &value)
{
    QuerySpec spec = trendOf("e");
    PropertyFilter &filter = *spec.add_filters();
    filter.set_property(property);
    filter.set_operator_(op);
    filter.set_value(value);
    return spec;
}

double sumOf(const QueryResponse &response)
{
    double sum = 0;
    for (const SeriesPoint &point : response.series())
        sum += point.value();
    return sum;
}

} // namespace

// Properties as questions see them, after a real import.
class PropertiesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anyNameCanBeAskedFor_data()
    {
        QTest::addColumn<QByteArray>("properties"); // of an event
        QTest::addColumn<QString>("name");
        const auto row = [](const char *name, const char *properties) {
            QTest::addRow("%s in %s", name, properties) << QByteArray(properties) << QString::fromUtf8(name);
        };
        row("$geo.country", R"({"$geo":{"country":"CH"}})");
        row("$geo.country", R"({"$geo.country":"CH"})");
        row("a.b.c.d", R"({"a":{"b":{"c":{"d":"CH"}}}})");
        row("a.b.c.d", R"({"a.b":{"c.d":"CH"}})");
        row("$browser", R"({"$browser":"CH"})");
        row("with spaces", R"({"with spaces":"CH"})");
        row(" at its ends ", R"({" at its ends ":"CH"})");
        row("it's", "{\"it's\":\"CH\"}");
        row("\"quoted\"", "{\"\\\"quoted\\\"\":\"CH\"}");
        row("`tick`", R"({"`tick`":"CH"})");
        row("ключ 🎉", R"({"ключ 🎉":"CH"})");
        row("Plan", R"({"Plan":"CH","plan":"DE","PLAN":"FR"})");
        row("event", R"({"event":"CH"})");
        row("time", R"({"time":"CH"})");
    }

    void anyNameCanBeAskedFor()
    {
        QFETCH(const QByteArray, properties);
        QFETCH(const QString, name);
        const auto table = m_fixture.imported(m_fixture.newProject(), lineAt(0, properties) + lineAt(1, "{}"));
        QCOMPARE(sumOf(m_fixture.ask(filtered(name.toStdString(), OPERATOR_EQUALS, "CH"), *table)), 1.0);
        QuerySpec spec = trendOf("e");
        spec.set_visualization(VISUALIZATION_TABLE);
        spec.mutable_breakdown()->set_property(name.toStdString());
        QCOMPARE(rowsOf(m_fixture.ask(spec, *table)), (QStringList{" 1", "CH 1"}));
    }

    void bothWritingsOfANestedNameAreOneProperty()
    {
        const auto table
            = m_fixture.imported(m_fixture.newProject(),
                                 lineAt(0, R"({"$geo":{"country":"CH"}})") + lineAt(1, R"({"$geo.country":"CH"})")
                                     + lineAt(2, R"({"$geo.country":"DE"})"));
        QCOMPARE(table->properties.size(), std::size_t(1));
        QCOMPARE(sumOf(m_fixture.ask(filtered("$geo.country", OPERATOR_EQUALS, "CH"), *table)), 2.0);
    }

    void onePropertyMayHoldValuesOfEveryKind()
    {
        QByteArray lines;
        int second = 0;
        for (const char *value : {"5", "5.0", "\"5\"", "\"5.0\"", "2.5", "\"1e1\"", "true", "\"true\"", "\"text\"",
                                  "\"\"", "null", "[1,2]", "\"inf\"", "-3"})
            lines += lineAt(second++, QByteArray("{\"mixed\":") + value + "}");
        const auto table = m_fixture.imported(m_fixture.newProject(), lines);
        QuerySpec spec = trendOf("e");
        spec.set_aggregation_property("mixed");
        spec.set_aggregation(AGGREGATION_SUM);
        QCOMPARE(sumOf(m_fixture.ask(spec, *table)), 5 + 5 + 5 + 5 + 2.5 + 10 - 3);
        spec.set_aggregation(AGGREGATION_AVERAGE);
        QCOMPARE(sumOf(m_fixture.ask(spec, *table)), 29.5 / 7);
        const auto count = [&](Operator op, const char *value) {
            return sumOf(m_fixture.ask(filtered("mixed", op, value), *table));
        };
        QCOMPARE(count(OPERATOR_EQUALS, "5"), 3.0); // 5, 5.0 and "5"
        QCOMPARE(count(OPERATOR_EQUALS, "5.0"), 1.0); // "5.0"
        QCOMPARE(count(OPERATOR_EQUALS, "true"), 2.0);
        QCOMPARE(count(OPERATOR_EQUALS, "[1,2]"), 1.0);
        QCOMPARE(count(OPERATOR_GTE, "5"), 5.0);
        QCOMPARE(count(OPERATOR_LT, "0"), 1.0);
        QCOMPARE(count(OPERATOR_IS_SET, ""), 12.0);
        QCOMPARE(count(OPERATOR_IS_NOT_SET, ""), 2.0);
    }

    void whatAppearsLateIsThereForAll()
    {
        const std::string project = m_fixture.newProject();
        QByteArray lines;
        constexpr int events = 550'000; // more than two blocks of an import
        for (int i = 0; i < events; ++i)
            lines += lineAt(i, i == events - 1 ? R"({"early":"x","late":"y"})" : R"({"early":"x"})");
        auto table = m_fixture.imported(project, lines);
        QCOMPARE(sumOf(m_fixture.ask(filtered("late", OPERATOR_EQUALS, "y"), *table)), 1.0);
        QCOMPARE(sumOf(m_fixture.ask(filtered("late", OPERATOR_NOT_EQUALS, "y"), *table)), double(events - 1));
        QCOMPARE(sumOf(m_fixture.ask(filtered("early", OPERATOR_EQUALS, "x"), *table)), double(events));

        table = m_fixture.imported(project, lineAt(0, R"({"later":"z","late":"w"})"));
        QCOMPARE(sumOf(m_fixture.ask(filtered("later", OPERATOR_EQUALS, "z"), *table)), 1.0);
        QCOMPARE(sumOf(m_fixture.ask(filtered("late", OPERATOR_IS_SET, ""), *table)), 2.0);
        QCOMPARE(sumOf(m_fixture.ask(filtered("early", OPERATOR_IS_NOT_SET, ""), *table)), 1.0);
        QuerySpec spec = trendOf("e");
        spec.set_visualization(VISUALIZATION_TABLE);
        spec.mutable_breakdown()->set_property("late");
        QCOMPARE(rowsOf(m_fixture.ask(spec, *table)),
                 (QStringList{QStringLiteral(" %1").arg(events - 1), "w 1", "y 1"}));
    }

    void hundredsOfPropertiesCanBeAskedFor()
    {
        constexpr int count = 300;
        QByteArray lines;
        for (int i = 0; i < count; ++i)
            lines += lineAt(i, QStringLiteral(R"({"property %1":"value %1","all":%1})").arg(i).toUtf8());
        const auto table = m_fixture.imported(m_fixture.newProject(), lines);
        QCOMPARE(table->properties.size(), std::size_t(count + 1));
        QuerySpec everyFilter = trendOf("e");
        for (int i = 0; i < count; ++i) {
            const std::string number = std::to_string(i);
            QCOMPARE(sumOf(m_fixture.ask(filtered("property " + number, OPERATOR_EQUALS, "value " + number), *table)),
                     1.0);
            QuerySpec spec = trendOf("e");
            spec.set_visualization(VISUALIZATION_TABLE);
            spec.mutable_breakdown()->set_property("property " + number);
            QCOMPARE(rowsOf(m_fixture.ask(spec, *table)),
                     (QStringList{QStringLiteral(" %1").arg(count - 1), QStringLiteral("value %1 1").arg(i)}));
            PropertyFilter &filter = *everyFilter.add_filters();
            filter.set_property("property " + number);
            filter.set_operator_(OPERATOR_NOT_EQUALS);
            filter.set_value("value " + number);
        }
        QCOMPARE(sumOf(m_fixture.ask(everyFilter, *table)), 0.0);
        everyFilter.mutable_filters()->RemoveLast();
        QCOMPARE(sumOf(m_fixture.ask(everyFilter, *table)), 1.0);
    }

private:
    // "value count"
    static QStringList rowsOf(const QueryResponse &response)
    {
        QStringList rows;
        for (const TableRow &row : response.rows())
            rows << QStringLiteral("%1 %2").arg(QString::fromStdString(row.dimensions(0))).arg(row.value(), 0, 'f', 0);
        return rows;
    }

    AskedFixture m_fixture;
};

QTEST_GUILESS_MAIN(PropertiesTest)
#include "properties_test.moc"
