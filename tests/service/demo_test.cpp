// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/demo.h"

#include "import_fixture.h"

// The demo project: as many of everything as promised, the same each time, and with something to see in it.
class DemoTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto summary = makeDemo(m_fixture.store(), {});
        QCOMPARE(summary.events(), DemoFacts::events);
        QCOMPARE(Calendar::isoTime(milliseconds(summary.first_event())).substr(0, 11), "2026-01-02T");
        m_table = m_fixture.store().project(DemoFacts::project);
        m_contents = contents();
    }

    void itIsNamedAndPlaced()
    {
        QCOMPARE(m_table->name, "Acme Shop · demo");
        QCOMPARE(m_table->timezone, "America/New_York");
        QCOMPARE(m_table->weekStart, WeekStart::Sunday);
    }

    void everythingIsThereAsPromised()
    {
        QCOMPARE(number("count()"), double(DemoFacts::events));
        QCOMPARE(number("uniqExactIf(uid, cookieless = 0)"), double(DemoFacts::users));
        QCOMPARE(number("uniqExactIf([product_id], [product_id] != '')"), double(DemoFacts::products));
        QCOMPARE(number("uniqExact(toDate(time, 'America/New_York'))"), double(DemoFacts::days));
        QCOMPARE(text("toString(max(toDate(time, 'America/New_York')))"), "2026-05-31");
        QVERIFY(number("uniqExactIf([$geo.country], [$geo.country] != '')") > 55);
    }

    void someVisitorsAreCookieless()
    {
        const double share = number("countIf(cookieless = 1) / countIf(event = 'page_view')");
        QVERIFY2(share > 0.005 && share < 0.02, qPrintable(QString::number(share)));
        QVERIFY(number("uniqExactIf(user, cookieless = 1)") > 3'000);
        QCOMPARE(number("countIf(cookieless = 1 AND event NOT IN ('page_view', 'search'))"),
                 0.0); // no account, no purchase
    }

    void thePropertiesHaveTheirKinds()
    {
        for (const auto &[name, kind] : {std::pair("plan", PropertyKind::String),
                                         {"returning", PropertyKind::Boolean},
                                         {"revenue", PropertyKind::Number},
                                         {"trial_ends", PropertyKind::Time}})
            QCOMPARE(m_table->property(name)->kind, kind);
        QVERIFY(m_table->property("$browser")->lowCardinality);
        QVERIFY(!m_table->property("product_id")->lowCardinality);
    }

    void weekendsAreQuieter()
    {
        QVERIFY(
            number(
                "countIf(toDayOfWeek(time, 0, 'America/New_York') = 6) / countIf(toDayOfWeek(time, 0, 'America/New_York') = 2)")
            < 0.75);
    }

    void nightsAreQuieter()
    {
        QVERIFY(number("countIf(toHour(time, 'America/New_York') = 2) / countIf(toHour(time, 'America/New_York') = 10)")
                < 0.6);
    }

    void theShopGrows()
    {
        QVERIFY(
            number("countIf(toMonth(time, 'America/New_York') = 5) / countIf(toMonth(time, 'America/New_York') = 2)")
            > 1.4);
    }

    void theLaunchShows()
    {
        QVERIFY(number(onDay("event = 'signup_started'", "2026-03-17"))
                > 1.5 * number(onDay("event = 'signup_started'", "2026-03-10")));
        QCOMPARE(
            number("countIf([feature] = 'smart_search' AND time < toDateTime64('2026-03-17', 3, 'America/New_York'))"),
            0.0);
        QVERIFY(number(onDay("[feature] = 'smart_search'", "2026-03-18")) > 50);
    }

    void theCampaignShowsInOneCountry()
    {
        const auto jump = [this](const std::string &country) {
            const std::string of = "[$geo.country] = '" + country + "'";
            return number(onDay(of, "2026-05-05")) / number(onDay(of, "2026-04-28"));
        };
        QVERIFY2(jump("Brazil") > 2, qPrintable(QString::number(jump("Brazil"))));
        QVERIFY2(jump("Germany") < 1.5, qPrintable(QString::number(jump("Germany"))));
    }

    void theOutageIsAHoleAndPaymentsFailAfterIt()
    {
        const std::string outage
            = "toDate(time, 'America/New_York') = '2026-04-14' AND toHour(time, 'America/New_York') ";
        QCOMPARE(number("countIf(" + outage + "BETWEEN 10 AND 13)"), 0.0);
        QVERIFY(number("countIf(" + outage + "BETWEEN 15 AND 16)") > 300);
        QVERIFY(number(onDay("event = 'payment_failed'", "2026-04-14"))
                > 3 * number(onDay("event = 'payment_failed'", "2026-04-15")));
    }

    void theFunnelNarrows()
    {
        const auto users = [this](const std::string &event) {
            return number("uniqExactIf(uid, event = '" + event + "' AND cookieless = 0)");
        };
        QVERIFY(users("page_view") > 39'000);
        QVERIFY(users("signup_started") < 0.5 * users("page_view"));
        QVERIFY(users("signup_completed") < 0.8 * users("signup_started"));
        QVERIFY(users("signup_completed") > 0.4 * users("signup_started"));
        QVERIFY(users("refund") < 0.1 * users("purchase"));
        QCOMPARE(number("countIf(event = 'purchase' AND toFloat64OrZero([revenue]) <= 0)"), 0.0);
    }

    void itIsTheSameEachTime()
    {
        makeDemo(m_fixture.store(), {});
        m_table = m_fixture.store().project(DemoFacts::project);
        QCOMPARE(number("count()"), double(DemoFacts::events));
        QCOMPARE(contents(), m_contents);
    }

private:
    // An aggregate over the demo; [name] stands for a property's column.
    std::string text(std::string expression)
    {
        for (const PropertyColumn &property : m_table->properties)
            for (std::size_t at; (at = expression.find("[" + property.name + "]")) != std::string::npos;)
                expression.replace(at, property.name.size() + 2, property.column);
        return m_fixture.scalar("SELECT " + expression + " FROM " + m_table->table);
    }
    double number(const std::string &expression) { return std::stod(text(expression)); }

    static std::string onDay(const std::string &condition, const std::string &day)
    {
        return "countIf(" + condition + " AND toDate(time, 'America/New_York') = '" + day + "')";
    }

    std::string contents()
    {
        std::string columns = "event, time, user";
        for (const PropertyColumn &property : m_table->properties)
            columns += ", [" + property.name + "]";
        return text("hex(groupBitXor(cityHash64(" + columns + ")))");
    }

    ImportFixture m_fixture;
    ProjectTablePtr m_table;
    std::string m_contents;
};

QTEST_GUILESS_MAIN(DemoTest)
#include "demo_test.moc"
