// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/check.h"

#include "query/spec_json.h"

#include <QTest>

class CheckTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aViolationNamesItsField_data()
    {
        QTest::addColumn<QString>("change"); // a member of the spec, instead of the good one
        QTest::addColumn<QStringList>("fields");
        const auto row = [](const char *name, const char *change, const QStringList &fields) {
            QTest::addRow("%s", name) << change << fields;
        };
        row("a good question", R"("breakdownLimit":0)", {});
        row("no events", R"("events":[])", {"query.events"});
        row("an event without a name", R"("events":[{"name":"a"},{"name":""}])", {"query.events[1].name"});
        row("start after end", R"("timeRange":{"start":"2026-05-02T00:00:00Z","end":"2026-05-01T00:00:00Z"})",
            {"query.timeRange"});
        row("no end", R"("timeRange":{"start":"2026-05-02T00:00:00Z"})", {"query.timeRange.end"});
        row("no granularity", R"("granularity":"GRANULARITY_UNSPECIFIED")", {"query.granularity"});
        row("a number nobody knows", R"("granularity":9)", {"query.granularity"});
        row("sum of nothing", R"("aggregation":"AGGREGATION_SUM")", {"query.aggregationProperty"});
        row("limit without breakdown", R"("breakdownLimit":5)", {"query.breakdownLimit"});
        row("limit too great", R"("breakdown":{"property":"p"},"breakdownLimit":101)", {"query.breakdownLimit"});
        row("breakdown by nothing", R"("breakdown":{})", {"query.breakdown.property"});
        row("a window on a trend", R"("conversionWindow":"60s")", {"query.conversionWindow"});
        row("half a second", R"("visualization":"VISUALIZATION_FUNNEL","conversionWindow":"0.5s")",
            {"query.conversionWindow"});
        row("a funnel of averages",
            R"("visualization":"VISUALIZATION_FUNNEL","aggregation":"AGGREGATION_AVERAGE","aggregationProperty":"p")",
            {"query.aggregation"});
        row("retention of nothing", R"("visualization":"VISUALIZATION_RETENTION")", {"query.startingEvent"});
        row("a number that is none", R"("filters":[{"property":"p","operator":"OPERATOR_GT","value":"ten"}])",
            {"query.filters[0].value"});
        row("no operator", R"("filters":[{"property":"p","value":"ten"}])", {"query.filters[0].operator"});
        row("no property", R"("filters":[{"operator":"OPERATOR_EQUALS","value":"ten"}])",
            {"query.filters[0].property"});
        row("a value too many", R"("filters":[{"property":"p","operator":"OPERATOR_IS_SET","value":"x"}])",
            {"query.filters[0].value"});
        row("values for one", R"("filters":[{"property":"p","operator":"OPERATOR_EQUALS","values":["x"]}])",
            {"query.filters[0].values"});
        row("one for values", R"("filters":[{"property":"p","operator":"OPERATOR_IN","value":"x"}])",
            {"query.filters[0].value", "query.filters[0].values"});
        row("between one", R"("filters":[{"property":"p","operator":"OPERATOR_BETWEEN","values":["1"]}])",
            {"query.filters[0].values"});
        row("between backwards", R"("filters":[{"property":"p","operator":"OPERATOR_BETWEEN","values":["2","1"]}])",
            {"query.filters[0].values"});
        row("everything at once", R"("events":[{"name":"","filters":[{"property":"p"}]}],"breakdownLimit":-1)",
            {"query.events[0].name", "query.events[0].filters[0].operator", "query.breakdownLimit"});
    }

    void aViolationNamesItsField()
    {
        QFETCH(const QString, change);
        QFETCH(const QStringList, fields);
        QString json = QStringLiteral("{");
        const std::pair<const char *, const char *> good[]
            = {{"events", R"("events":[{"name":"page_view"}])"},
               {"timeRange", R"("timeRange":{"start":"2026-05-01T00:00:00Z","end":"2026-06-01T00:00:00Z"})"},
               {"granularity", R"("granularity":"GRANULARITY_DAY")"}};
        for (const auto &[name, text] : good)
            if (!change.contains(QStringLiteral("\"%1\"").arg(QLatin1String(name))))
                json += QLatin1String(text) + u',';
        json += change + u'}';

        const auto read = readSpecJson(json.toStdString(), Calendar::of("UTC", WeekStart::Sunday).value());
        QVERIFY2(std::holds_alternative<insights::v1::QuerySpec>(read), qPrintable(json));
        QStringList found;
        for (const Violation &violation : check(std::get<insights::v1::QuerySpec>(read))) {
            found << QString::fromStdString(violation.field);
            QVERIFY(!violation.description.empty());
        }
        QCOMPARE(found, fields);
    }

    void onlyDecimalNumbersAreNumbers_data()
    {
        QTest::addColumn<bool>("number");
        for (const char *text : {"0", "-1", "+5", "1.5", ".5", "5.", "1e5", "-2.5E-3"})
            QTest::addRow("%s", text) << true;
        for (const char *text : {"", "ten", "nan", "inf", "-Infinity", "0x10", " 5", "5 ", "1,5", "--5", "+-5", "1e"})
            QTest::addRow("'%s'", text) << false;
    }

    void onlyDecimalNumbersAreNumbers()
    {
        QFETCH(const bool, number);
        QCOMPARE(isNumber(QByteArray(QTest::currentDataTag()).replace('\'', "").toStdString()), number);
    }
};

QTEST_GUILESS_MAIN(CheckTest)
#include "check_test.moc"
