// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/question_words.h"
#include "tests/support/questions.h"

#include <QLocale>
#include <QTest>

using namespace insights::v1;

namespace {

// Names between asterisks.
QString marked(const Words &words)
{
    QString text;
    for (const Word &word : words)
        text += word.isName ? "*" + word.text + "*" : word.text;
    return text;
}

QuerySpec measured(QuerySpec spec, Aggregation aggregation, const char *property = "")
{
    spec.set_aggregation(aggregation);
    spec.set_aggregation_property(property);
    return spec;
}

QuerySpec by(const char *property, QuerySpec spec)
{
    spec.mutable_breakdown()->set_property(property);
    return spec;
}

QuerySpec each(Granularity granularity, QuerySpec spec)
{
    spec.set_granularity(granularity);
    return spec;
}

QuerySpec as(Visualization visualization, QuerySpec spec)
{
    spec.set_visualization(visualization);
    return spec;
}

QuerySpec within(std::int64_t seconds, QuerySpec spec)
{
    spec.mutable_conversion_window()->set_seconds(seconds);
    return as(VISUALIZATION_FUNNEL, spec);
}

QuerySpec retentionOf(const char *start, const char *comeBack)
{
    QuerySpec spec;
    spec.mutable_starting_event()->set_name(start);
    if (*comeBack)
        spec.mutable_return_event()->set_name(comeBack);
    return as(VISUALIZATION_RETENTION, each(GRANULARITY_WEEK, spec));
}

PropertyFilter filter(const char *property, Operator op, std::initializer_list<const char *> values = {})
{
    PropertyFilter filter;
    filter.set_property(property);
    filter.set_operator_(op);
    for (const char *value : values)
        filter.add_values(value);
    return filter;
}

PropertyFilter filterOn(const char *property, Operator op, const char *value)
{
    PropertyFilter one = filter(property, op);
    one.set_value(value);
    return one;
}

} // namespace

Q_DECLARE_METATYPE(WeekStart)

class QuestionWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aQuestionReadsAsASentence_data()
    {
        QTest::addColumn<QuerySpec>("spec");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QuerySpec &spec, const char *expected) {
            QTest::newRow(expected) << spec << QString::fromUtf8(expected);
        };
        const QuerySpec views = trendOf("page_view");
        row(by("$geo.country", measured(views, AGGREGATION_UNIQUE_USERS)),
            "*Unique users* of *page_view* by *$geo.country*, daily");
        row(each(GRANULARITY_UNSPECIFIED, trendOf({"page_view", "signup_started", "purchase"})),
            "*Events* of *page_view*, *signup_started* and *purchase*");
        row(trendOf({"page_view", "purchase"}), "*Events* of *page_view* and *purchase*, daily");
        row(each(GRANULARITY_WEEK, measured(trendOf("purchase"), AGGREGATION_SUM, "revenue")),
            "*Sum* of *revenue* of *purchase*, weekly");
        row(each(GRANULARITY_HOUR, measured(trendOf("purchase"), AGGREGATION_AVERAGE, "revenue")),
            "*Average* of *revenue* of *purchase*, hourly");
        row(trendOf({"a", "b", "c", "d"}), "*Events* of *a*, *b*, *c* and *d*, daily");
        row(trendOf({"a", "b", "c", "d", "e", "f", "g"}), "*Events* of *a*, *b*, *c* and 4 more, daily");
        row(by("%1", trendOf("%2 of %1")), "*Events* of *%2 of %1* by *%1*, daily");
        row(as(VISUALIZATION_TABLE, by("plan", views)), "*Events* of *page_view* by *plan*, in total");
        row(as(VISUALIZATION_KPI, measured(views, AGGREGATION_UNIQUE_USERS)),
            "*Unique users* of *page_view*, in total");
        row(as(VISUALIZATION_KPI, by("plan", views)), "*Events* of *page_view*, in total");

        row(by("plan", within(604'800, trendOf({"signup_started", "signup_completed", "purchase"}))),
            "*signup_started* then *signup_completed* then *purchase*, within 7 days, by *plan*");
        row(within(86'400, trendOf({"a", "b"})), "*a* then *b*, within 1 day");
        row(within(5'400, trendOf({"a", "b"})), "*a* then *b*, within 90 minutes");
        row(within(3'600, trendOf({"a", "b"})), "*a* then *b*, within 1 hour");
        row(within(1, trendOf({"a", "b"})), "*a* then *b*, within 1 second");
        row(as(VISUALIZATION_FUNNEL, trendOf({"a", "b", "c", "d", "e"})), "*a* then *b* then *c* and 2 more");

        row(retentionOf("signup_completed", "page_view"),
            "*Users who came back with* *page_view* after *signup_completed*, weekly");
        row(by("plan", retentionOf("page_view", "")),
            "*Users who came back with* *page_view* after *page_view* by *plan*, weekly");

        row({}, "*Events* of an event");
        row(by("", measured(trendOf(""), AGGREGATION_SUM)), "*Sum* of a property of an event by a property, daily");
        row(as(VISUALIZATION_RETENTION, {}), "*Users who came back with* an event after an event");
        row(as(VISUALIZATION_FUNNEL, {}), "an event");
    }
    void aQuestionReadsAsASentence()
    {
        QFETCH(QuerySpec, spec);
        QFETCH(QString, expected);

        QCOMPARE(marked(questionWords(spec)), expected);
        QCOMPARE(plainText(questionWords(spec)), expected.remove('*'));
    }

    void whatHoldsForTheSentenceIsListed_data()
    {
        QTest::addColumn<QuerySpec>("spec");
        QTest::addColumn<WeekStart>("weekStart");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QuerySpec &spec, WeekStart weekStart, const char *expected) {
            QTest::newRow(expected) << spec << weekStart << QString::fromUtf8(expected);
        };
        using enum WeekStart;
        const QuerySpec views = trendOf("page_view");
        row(views, Monday, "1 May – 31 May 2026 · UTC");
        row(each(GRANULARITY_WEEK, views), Monday, "1 May – 31 May 2026 · UTC · weeks start on Monday");
        row(each(GRANULARITY_WEEK, views), Sunday, "1 May – 31 May 2026 · UTC · weeks start on Sunday");
        row(as(VISUALIZATION_KPI, each(GRANULARITY_WEEK, views)), Sunday, "1 May – 31 May 2026 · UTC");
        row(retentionOf("a", "b"), Monday, "UTC · weeks start on Monday");

        QuerySpec filtered = trendOf({"page_view", "purchase"});
        *filtered.add_filters() = filterOn("plan", OPERATOR_EQUALS, "pro");
        *filtered.mutable_events(1)->add_filters() = filterOn("amount", OPERATOR_GT, "5");
        row(filtered, Sunday, "1 May – 31 May 2026 · UTC · plan is pro · purchase: amount is more than 5");
        QuerySpec cohort = retentionOf("signup", "");
        *cohort.mutable_starting_event()->add_filters() = filter("plan", OPERATOR_IS_SET);
        row(cohort, Monday, "UTC · weeks start on Monday · signup: plan is set");
    }
    void whatHoldsForTheSentenceIsListed()
    {
        QFETCH(QuerySpec, spec);
        QFETCH(WeekStart, weekStart);
        QFETCH(QString, expected);
        QCOMPARE(questionConditions(spec, ProjectTime{"UTC", weekStart, {}, {}}).join(" · "), expected);
    }

    void theAxisNamesItsUnit_data()
    {
        QTest::addColumn<QuerySpec>("spec");
        QTest::addColumn<QString>("expected");
        const QuerySpec views = trendOf("page_view");
        const auto row = [](const char *expected, const QuerySpec &spec) {
            QTest::newRow(expected) << spec << QString::fromUtf8(expected);
        };
        row("Events per day", views);
        row("Users per week", each(GRANULARITY_WEEK, measured(views, AGGREGATION_UNIQUE_USERS)));
        row("Sum of revenue per hour", each(GRANULARITY_HOUR, measured(views, AGGREGATION_SUM, "revenue")));
        row("Average of revenue", measured(views, AGGREGATION_AVERAGE, "revenue"));
        row("Users", as(VISUALIZATION_RETENTION, views));
        row("Events", as(VISUALIZATION_KPI, views));
    }
    void theAxisNamesItsUnit()
    {
        QFETCH(QuerySpec, spec);
        QFETCH(QString, expected);
        QCOMPARE(measureUnit(spec), expected);
    }

    void aFilterReadsAsAPhrase_data()
    {
        QTest::addColumn<PropertyFilter>("filter");
        QTest::addColumn<QString>("expected");
        const auto row = [](const PropertyFilter &one, const char *expected) {
            QTest::newRow(expected) << one << QString::fromUtf8(expected);
        };
        row(filter("plan", OPERATOR_IN, {"pro", "team"}), "plan is any of pro, team");
        row(filter("plan", OPERATOR_NOT_IN, {"a", "b", "c", "d", "e"}), "plan is none of a, b, c and 2 more");
        row(filter("price", OPERATOR_BETWEEN, {"1", "5"}), "price is between 1 and 5");
        row(filter("plan", OPERATOR_IS_NOT_SET), "plan is not set");
        row(filterOn("plan", OPERATOR_EQUALS, "pro"), "plan is pro");
        row(filterOn("%2", OPERATOR_NOT_EQUALS, "%1"), "%2 is not %1");
        row(filterOn("price", OPERATOR_GTE, "9.5"), "price is at least 9.5");
        row(filterOn("plan", OPERATOR_CONTAINS, ""), "plan contains …");
    }
    void aFilterReadsAsAPhrase()
    {
        QFETCH(PropertyFilter, filter);
        QFETCH(QString, expected);
        QCOMPARE(filterText(filter), expected);
    }

    void everyOperatorHasAName()
    {
        for (int op = OPERATOR_EQUALS; op <= OPERATOR_NOT_BETWEEN; ++op)
            QVERIFY2(!operatorName(static_cast<Operator>(op)).isEmpty(), Operator_Name(op).c_str());
    }

    void aRangeIsShownInTheProjectsZone_data()
    {
        QTest::addColumn<std::string>("zone");
        QTest::addColumn<std::string>("start");
        QTest::addColumn<std::string>("end");
        QTest::addColumn<QString>("expected");
        const auto row
            = [](const char *expected, const std::string &zone, const std::string &start, const std::string &end) {
                  QTest::newRow(expected) << zone << start << end << QString::fromUtf8(expected);
              };
        row("1 May – 31 May 2026", "UTC", "2026-05-01", "2026-06-01");
        row("2 May – 31 May 2026", "America/New_York", "2026-05-02T04:00:00Z", "2026-06-01T04:00:00Z");
        row("15 Dec 2025 – 8 Mar 2026", "UTC", "2025-12-15", "2026-03-09");
        row("30 Dec – 31 Dec 2025", "UTC", "2025-12-30", "2026-01-01");
        row("31 May 2026", "UTC", "2026-05-31", "2026-06-01");
        row("29 Mar 2026", "Asia/Beirut", "2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z");
        row("1 May, 05:30 – 1 Jun 2026, 05:30", "Asia/Kolkata", "2026-05-01", "2026-06-01");
        row("1 May 2026, 09:30 – 18:00", "UTC", "2026-05-01T09:30:00Z", "2026-05-01T18:00:00Z");
        row("1 May 2026, 09:30:15 – 18:00", "UTC", "2026-05-01T09:30:15Z", "2026-05-01T18:00:00Z");
        row("31 Dec 2025, 12:00 – 1 Jan 2026, 12:00", "UTC", "2025-12-31T12:00:00Z", "2026-01-01T12:00:00Z");
        row("2 May, 00:00 – 1 May 2026, 00:00", "UTC", "2026-05-02", "2026-05-01");
    }
    void aRangeIsShownInTheProjectsZone()
    {
        QFETCH(std::string, zone);
        QFETCH(std::string, start);
        QFETCH(std::string, end);
        QFETCH(QString, expected);

        QCOMPARE(rangeText(rangeOf(start, end), ProjectTime{zone}), expected);
    }

    void noRangeIsNoText() { QCOMPARE(rangeText({}, {}), QString()); }
};

QTEST_GUILESS_MAIN(QuestionWordsTest)
#include "question_words_test.moc"
