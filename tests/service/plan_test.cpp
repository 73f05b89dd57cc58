// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/calendar.h"
#include "service/plan/conditions.h"
#include "service/plan/trends.h"

#include <QRegularExpression>
#include <QTest>

using namespace insights::v1;

namespace {

ProjectTable shop()
{
    ProjectTable table;
    table.project = "shop";
    table.table = "insights.`shop`";
    table.properties = {{"plan", "p0"}, {"revenue", "p1", PropertyKind::Number}};
    return table;
}

QuerySpec spec()
{
    QuerySpec spec;
    spec.add_events()->set_name("page_view");
    *spec.mutable_time_range()->mutable_start() = timestamp(1'777'593'600'000);
    *spec.mutable_time_range()->mutable_end() = timestamp(1'777'680'000'000);
    spec.set_granularity(GRANULARITY_DAY);
    return spec;
}

} // namespace

class PlanTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAUserTypedIsNeverPartOfTheSql_data()
    {
        QTest::addColumn<QByteArray>("hostile");
        for (const char *text : {"'; DROP TABLE insights.shop; --", "\\' OR 1 = 1", "{p0:String}", "`x`", "a\nb\tc"})
            QTest::addRow("%s", text) << QByteArray(text);
    }

    void whatAUserTypedIsNeverPartOfTheSql()
    {
        QFETCH(const QByteArray, hostile);
        const std::string text = hostile.toStdString();
        QuerySpec question = spec();
        question.mutable_events(0)->set_name(text);
        question.mutable_breakdown()->set_property(text);
        question.set_aggregation(AGGREGATION_SUM);
        question.set_aggregation_property(text);
        for (const std::string &property : {std::string("plan"), text}) {
            for (int op = OPERATOR_EQUALS; op <= OPERATOR_NOT_IN; ++op) {
                if (op >= OPERATOR_LTE && op <= OPERATOR_GT)
                    continue; // take numbers only
                PropertyFilter &filter = *question.add_filters();
                filter.set_property(property);
                filter.set_operator_(Operator(op));
                filter.set_value(text);
                filter.add_values(text);
            }
        }
        const Statement statement = planTrend(question, 0, {1'777'593'600'000}, shop());
        QVERIFY(statement.sql.find(text) == std::string::npos || text == "{p0:String}");
        const auto bound = std::count_if(statement.parameters.begin(), statement.parameters.end(),
                                         [&](const Parameter &parameter) { return parameter.value == text; });
        QVERIFY(bound >= 9); // the event, and a value for each filter that takes one
    }

    void aPropertyNobodyHasIsEmptyText()
    {
        Statement statement;
        QCOMPARE(textOf("nobody", shop(), statement), std::string("''"));
        QCOMPARE(textOf("plan", shop(), statement), std::string("p0"));
        QVERIFY(statement.parameters.empty());
    }

    void anArrayIsEscapedOnce()
    {
        Statement statement;
        QCOMPARE(statement.bind(std::vector<std::string>{"it's", "a\\b", "c\nd"}), std::string("{p0:Array(String)}"));
        QCOMPARE(statement.parameters.at(0).value, std::string(R"(['it\'s','a\\b','c\nd'])"));
    }

    // The arithmetic of bucketIndex, evaluated here as the engine would, agrees with the calendar at every edge.
    void bucketsOfAClockChangeAreFoundByArithmetic_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("days");
        QTest::addRow("spring in New York") << "America/New_York"
                                            << "2026-03-01" << 20;
        QTest::addRow("autumn in New York") << "America/New_York"
                                            << "2026-10-25" << 20;
        QTest::addRow("a year of Berlin") << "Europe/Berlin"
                                          << "2026-01-01" << 365;
        QTest::addRow("no midnight in Beirut") << "Asia/Beirut"
                                               << "2026-03-20" << 20;
        QTest::addRow("half an hour in Lord Howe") << "Australia/Lord_Howe"
                                                   << "2026-03-30" << 20;
        QTest::addRow("Kathmandu has no changes") << "Asia/Kathmandu"
                                                  << "2026-03-01" << 20;
    }

    void bucketsOfAClockChangeAreFoundByArithmetic()
    {
        QFETCH(const QString, zone);
        QFETCH(const QString, from);
        QFETCH(const int, days);
        const Calendar calendar = Calendar::of(zone.toStdString(), WeekStart::Monday).value();
        const std::int64_t start = calendar.parseTime(from.toStdString()).value();
        const std::int64_t end = start + days * 86'400'000LL;
        for (const Granularity granularity : {GRANULARITY_DAY, GRANULARITY_WEEK}) {
            const auto buckets = calendar.buckets(start, end, granularity);
            const std::string sql = eventBucket(buckets, end, {});
            for (std::size_t i = 0; i + 1 < buckets.size(); ++i) {
                QCOMPARE(evaluate(sql, buckets[i]), std::int64_t(i));
                QCOMPARE(evaluate(sql, buckets[i + 1] - 1), std::int64_t(i));
            }
        }
    }

    void rowsOutsideTheRangeAreRefused()
    {
        SeriesColumns columns;
        std::string row(12, '\0');
        row[0] = 5;
        QVERIFY_EXCEPTION_THROWN(appendTrend(spec(), 0, 1, row, columns), std::runtime_error);
        QVERIFY_EXCEPTION_THROWN(appendTrend(spec(), 0, 1, row.substr(0, 7), columns), std::runtime_error);
    }

    void withoutRowsThereIsASeriesOfZeros()
    {
        SeriesColumns columns;
        QCOMPARE(appendTrend(spec(), 0, 3, {}, columns), std::uint64_t(0));
        QCOMPARE(columns.series_size(), 1);
        QCOMPARE(columns.series(0).values_size(), 3);

        QuerySpec brokenDown = spec();
        brokenDown.mutable_breakdown()->set_property("plan");
        SeriesColumns none;
        appendTrend(brokenDown, 0, 3, {}, none);
        QCOMPARE(none.series_size(), 0);
    }

private:
    // "toUInt16(intDiv(toUInt32(toUInt32(toUnixTimestamp(time) - A) + C * (toUnixTimestamp(time) >= T)) ..., LENGTH))"
    static std::int64_t evaluate(const std::string &sql, std::int64_t time)
    {
        static const QRegularExpression first(QStringLiteral(R"(toUnixTimestamp\(time\) - (\d+))"));
        static const QRegularExpression change(
            QStringLiteral(R"( ([+-]) (\d+) \* \(toUnixTimestamp\(time\) >= (\d+)\))"));
        static const QRegularExpression length(QStringLiteral(R"(, (\d+)\)\)$)"));
        const QString text = QString::fromStdString(sql);
        const std::int64_t second = time / 1000;
        std::int64_t value = second - first.match(text).captured(1).toLongLong();
        for (auto match = change.globalMatch(text); match.hasNext();) {
            const auto found = match.next();
            if (second >= found.captured(3).toLongLong())
                value += (found.captured(1) == u'+' ? 1 : -1) * found.captured(2).toLongLong();
        }
        return value / length.match(text).captured(1).toLongLong();
    }
};

QTEST_GUILESS_MAIN(PlanTest)
#include "plan_test.moc"
