// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/check.h"

#include "query/spec_json.h"

#include <QTest>

namespace {

std::string steps(int count)
{
    std::string events;
    for (int i = 0; i < count; ++i)
        events += std::string(i == 0 ? "" : ",") + R"({"name":"a"})";
    return "\"events\":[" + events + "]";
}

// A good question from one instant to another, in seconds since the epoch.
insights::v1::QuerySpec askedFor(std::int64_t start, std::int64_t end, insights::v1::Granularity granularity)
{
    insights::v1::QuerySpec spec;
    spec.add_events()->set_name("a");
    spec.mutable_starting_event()->set_name("a");
    spec.mutable_time_range()->mutable_start()->set_seconds(start);
    spec.mutable_time_range()->mutable_end()->set_seconds(end);
    spec.set_granularity(granularity);
    return spec;
}

constexpr std::int64_t year1 = -62'135'596'800;
constexpr std::int64_t year10000 = 253'402'300'800;
constexpr std::int64_t hour = 3600;
constexpr std::int64_t day = 24 * hour;

} // namespace

class CheckTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aViolationNamesItsField_data()
    {
        QTest::addColumn<QString>("change"); // a member of the spec, instead of the good one
        QTest::addColumn<QStringList>("fields");
        const auto row = [](const char *name, const std::string &change, const QStringList &fields) {
            QTest::addRow("%s", name) << QString::fromStdString(change) << fields;
        };
        row("a good question", R"("breakdownLimit":0)", {});
        row("no events", R"("events":[])", {"query.events"});
        row("an event without a name", R"("events":[{"name":"a"},{"name":""}])", {"query.events[1].name"});
        row("start after end", R"("timeRange":{"start":"2026-05-02T00:00:00Z","end":"2026-05-01T00:00:00Z"})",
            {"query.timeRange"});
        row("no end", R"("timeRange":{"start":"2026-05-02T00:00:00Z"})", {"query.timeRange.end"});
        row("no start and no end", R"("timeRange":{})", {"query.timeRange.start", "query.timeRange.end"});
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
        row("a funnel of sums of nothing", R"("visualization":"VISUALIZATION_FUNNEL","aggregation":"AGGREGATION_SUM")",
            {"query.aggregation"});
        row("a retention of sums",
            R"("visualization":"VISUALIZATION_RETENTION","startingEvent":{"name":"a"},"aggregation":"AGGREGATION_SUM")",
            {"query.aggregation"});
        row("a funnel of one step", R"("visualization":"VISUALIZATION_FUNNEL")", {});
        row("twenty steps", "\"visualization\":\"VISUALIZATION_FUNNEL\"," + steps(20), {});
        row("twenty-one steps", "\"visualization\":\"VISUALIZATION_FUNNEL\"," + steps(21), {"query.events"});
        row("a window below nothing", R"("visualization":"VISUALIZATION_FUNNEL","conversionWindow":"-5s")",
            {"query.conversionWindow"});
        row("a window of nothing", R"("visualization":"VISUALIZATION_FUNNEL","conversionWindow":"0s")",
            {"query.conversionWindow"});
        row("a week", R"("visualization":"VISUALIZATION_FUNNEL","conversionWindow":"604800s")", {});
        row("what a trend leaves for a retention",
            R"("visualization":"VISUALIZATION_RETENTION","startingEvent":{"name":"a"},"events":[{"name":""}])", {});
        row("what a retention leaves for a trend", R"("startingEvent":{"name":""},"returnEvent":{})", {});
        row("a return to nothing",
            R"("visualization":"VISUALIZATION_RETENTION","startingEvent":{"name":"a"},"returnEvent":{})",
            {"query.returnEvent.name"});
        row("a table needs no granularity",
            R"("visualization":"VISUALIZATION_TABLE","granularity":"GRANULARITY_UNSPECIFIED")", {});
        row("a kind nobody knows", R"("visualization":12)", {"query.visualization"});
        row("retention of nothing", R"("visualization":"VISUALIZATION_RETENTION")", {"query.startingEvent"});
        row("a number that is none", R"("filters":[{"property":"p","operator":"OPERATOR_GT","value":"ten"}])",
            {"query.filters[0].value"});
        row("a number out of range", R"("filters":[{"property":"p","operator":"OPERATOR_GT","value":"1e999"}])",
            {"query.filters[0].value"});
        row("between numbers that are none",
            R"("filters":[{"property":"p","operator":"OPERATOR_NOT_BETWEEN","values":["a","1e-400"]}])",
            {"query.filters[0].values[0]", "query.filters[0].values[1]"});
        row("between very small numbers",
            R"("filters":[{"property":"p","operator":"OPERATOR_BETWEEN","values":["1e-310","2e-310"]}])", {});
        row("between three", R"("filters":[{"property":"p","operator":"OPERATOR_BETWEEN","values":["1","2","3"]}])",
            {"query.filters[0].values"});
        row("between one number", R"("filters":[{"property":"p","operator":"OPERATOR_BETWEEN","values":["1","1"]}])",
            {});
        row("among nothing", R"("filters":[{"property":"p","operator":"OPERATOR_NOT_IN","values":[]}])",
            {"query.filters[0].values"});
        row("equal to nothing", R"("filters":[{"property":"p","operator":"OPERATOR_EQUALS"}])",
            {"query.filters[0].value"});
        row("an operator nobody knows", R"("filters":[{"property":"p","operator":99,"value":"ten"}])",
            {"query.filters[0].operator"});
        row("values too many", R"("filters":[{"property":"p","operator":"OPERATOR_IS_NOT_SET","values":["x"]}])",
            {"query.filters[0].values"});
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

    void aTimeLiesInTheYears1To9999()
    {
        const auto fieldsOf = [](const insights::v1::QuerySpec &spec) {
            QStringList fields;
            for (const Violation &violation : check(spec))
                fields << QString::fromStdString(violation.field);
            return fields;
        };
        using insights::v1::GRANULARITY_WEEK;
        QCOMPARE(fieldsOf(askedFor(year1, year10000 - 1, GRANULARITY_WEEK)), QStringList());
        QCOMPARE(fieldsOf(askedFor(year1 - 1, year10000, GRANULARITY_WEEK)),
                 QStringList({"query.timeRange.start", "query.timeRange.end"}));
        QCOMPARE(fieldsOf(askedFor(INT64_MAX, INT64_MIN, GRANULARITY_WEEK)),
                 QStringList({"query.timeRange.start", "query.timeRange.end"}));
        auto spec = askedFor(0, 1, GRANULARITY_WEEK);
        spec.mutable_time_range()->mutable_start()->set_nanos(-1);
        spec.mutable_time_range()->mutable_end()->set_nanos(1'000'000'000);
        QCOMPARE(fieldsOf(spec), QStringList({"query.timeRange.start", "query.timeRange.end"}));
        spec = askedFor(0, 1, GRANULARITY_WEEK);
        spec.set_visualization(insights::v1::VISUALIZATION_FUNNEL);
        spec.mutable_conversion_window()->set_seconds(INT64_MAX);
        QCOMPARE(fieldsOf(spec), QStringList({"query.conversionWindow"}));
    }

    void whatTheUserWroteIsShownShortened()
    {
        auto spec = askedFor(0, 1, insights::v1::GRANULARITY_DAY);
        auto &filter = *spec.add_filters();
        filter.set_property("p");
        filter.set_operator_(insights::v1::OPERATOR_GT);
        filter.set_value(std::string(59, 'x') + "\xC3\xA9" + std::string(100'000, 'x'));
        const std::string description = check(spec).front().description;
        QVERIFY2(description.ends_with("xxx...\""), description.c_str());
        QVERIFY(description.size() < 120);
    }

    void anAnswerHasTwoMillionPointsAtMost_data()
    {
        QTest::addColumn<qint64>("start");
        QTest::addColumn<qint64>("end");
        QTest::addColumn<int>("granularity");
        QTest::addColumn<int>("visualization");
        QTest::addColumn<int>("limit"); // 0: no breakdown
        QTest::addColumn<bool>("tooMany");
        using namespace insights::v1;
        const auto row = [](const char *name, qint64 start, qint64 end, int granularity, int visualization, int limit,
                            bool tooMany) {
            QTest::addRow("%s", name) << start << end << granularity << visualization << limit << tooMany;
        };
        const int line = VISUALIZATION_LINE;
        const int retention = VISUALIZATION_RETENTION;
        row("a year of hours", 0, 365 * day, GRANULARITY_HOUR, line, 100, false);
        row("two million hours", 0, 2'000'000 * hour, GRANULARITY_HOUR, line, 0, false);
        row("an hour more", 0, 2'000'001 * hour, GRANULARITY_HOUR, line, 0, true);
        row("a second more", 0, 2'000'000 * hour + 1, GRANULARITY_HOUR, line, 0, true);
        row("with eleven groups", 0, 181'818 * hour, GRANULARITY_HOUR, line, 10, false);
        row("an hour more with eleven groups", 0, 181'819 * hour, GRANULARITY_HOUR, line, 10, true);
        row("all hours there are", year1, year10000 - 1, GRANULARITY_HOUR, line, 0, true);
        row("all days there are", year1, year10000 - 1, GRANULARITY_DAY, line, 0, true);
        row("all weeks there are", year1, year10000 - 1, GRANULARITY_WEEK, line, 0, false);
        row("all weeks there are, in groups", year1, year10000 - 1, GRANULARITY_WEEK, line, 10, true);
        row("no buckets in a table", year1, year10000 - 1, GRANULARITY_HOUR, VISUALIZATION_TABLE, 100, false);
        row("no buckets in a funnel", year1, year10000 - 1, GRANULARITY_HOUR, VISUALIZATION_FUNNEL, 100, false);
        row("1999 cohorts", 0, 1999 * day, GRANULARITY_DAY, retention, 0, false); // 1,999,000 cells
        row("2000 cohorts", 0, 2000 * day, GRANULARITY_DAY, retention, 0, true); // 2,001,000 cells
        row("602 cohorts in groups", 0, 602 * day, GRANULARITY_DAY, retention, 10, false); // 11 x 181,503 cells
        row("603 cohorts in groups", 0, 603 * day, GRANULARITY_DAY, retention, 10, true); // 11 x 182,106 cells
        row("all hours in cohorts", year1, year10000 - 1, GRANULARITY_HOUR, retention, 0, true);
        row("a range that is refused anyway", INT64_MIN, INT64_MAX, GRANULARITY_HOUR, line, 0, false);
    }

    void anAnswerHasTwoMillionPointsAtMost()
    {
        QFETCH(const qint64, start);
        QFETCH(const qint64, end);
        QFETCH(const int, granularity);
        QFETCH(const int, visualization);
        QFETCH(const int, limit);
        QFETCH(const bool, tooMany);
        auto spec = askedFor(start, end, insights::v1::Granularity(granularity));
        spec.set_visualization(insights::v1::Visualization(visualization));
        if (limit > 0) {
            spec.mutable_breakdown()->set_property("p");
            spec.set_breakdown_limit(limit);
        }
        const Violations violations = checkPoints(spec, Calendar::of("UTC", WeekStart::Sunday).value());
        QCOMPARE(violations.size(), std::size_t(tooMany ? 1 : 0));
        if (tooMany) {
            QCOMPARE(violations.front().field, std::string("query.timeRange"));
            QCOMPARE(violations.front().description.find("breakdownLimit") != std::string::npos, limit > 0);
        }
    }

    void everyEventHasPointsOfItsOwn()
    {
        auto spec = askedFor(0, 1'000'000 * hour, insights::v1::GRANULARITY_HOUR);
        const Calendar calendar = Calendar::of("Europe/Berlin", WeekStart::Monday).value();
        spec.add_events()->set_name("b");
        QVERIFY(checkPoints(spec, calendar).empty());
        spec.add_events()->set_name("c");
        QCOMPARE(checkPoints(spec, calendar).size(), std::size_t(1));
    }

    void onlyDecimalNumbersAreNumbers_data()
    {
        QTest::addColumn<bool>("number");
        for (const char *text : {"0", "-1", "+5", "1.5", ".5", "5.", "1e5", "-2.5E-3"})
            QTest::addRow("%s", text) << true;
        for (const char *text :
             {"", "ten", "nan", "inf", "-Infinity", "0x10", " 5", "5 ", "1,5", "--5", "+-5", "1e", "1e999", "-1e999"})
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
