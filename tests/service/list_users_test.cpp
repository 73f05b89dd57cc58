// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/status.h"
#include "tests/service/asked_fixture.h"
#include "tests/service/place_of_users.h"

#include <algorithm>

using namespace insights::v1;
using namespace catalog::v1;

namespace {

QuerySpec questionOf(std::initializer_list<std::string> events, Visualization visualization = VISUALIZATION_LINE)
{
    QuerySpec spec = trendOf(events);
    *spec.mutable_time_range() = rangeOf("2026-05-01T12:00:00Z", "2026-05-04");
    spec.set_visualization(visualization);
    if (visualization == VISUALIZATION_RETENTION) {
        *spec.mutable_starting_event() = spec.events(0);
        spec.clear_events();
    }
    return spec;
}

QuerySpec byPlan(QuerySpec spec, int limit = 0)
{
    spec.mutable_breakdown()->set_property("plan");
    spec.set_breakdown_limit(limit);
    return spec;
}

QuerySpec measured(QuerySpec spec, Aggregation aggregation)
{
    spec.set_aggregation(aggregation);
    if (aggregation == AGGREGATION_SUM)
        spec.set_aggregation_property("price");
    return spec;
}

} // namespace

// The users behind a number, on the real engine.
class ListUsersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QByteArray lines;
        const auto add = [&](const char *event, const char *user, const char *time, const QJsonObject &properties) {
            lines += eventLine(event, user, QStringLiteral("2026-05-%1Z").arg(QLatin1String(time)), properties);
        };
        add("view", "early", "01T11:59:59.999", {{"plan", "pro"}}); // the day begins before the range
        add("view", "ann", "01T12:00:00.000", {{"plan", "pro"}});
        add("view", "ann", "01T13:00:00.000", {{"plan", "pro"}});
        add("view", "bob", "01T14:00:00.000", {{"plan", "free"}});
        add("view", "cy", "01T15:00:00.000", {});
        add("view", "dee", "01T16:00:00.000", {{"plan", "trial"}});
        add("view", "cookieless-1", "01T17:00:00.000", {{"plan", "pro"}});
        add("buy", "ann", "02T10:00:00.000", {{"plan", "pro"}, {"price", 5}});
        add("buy", "bob", "02T11:00:00.000", {{"plan", "free"}, {"price", "none"}});
        add("buy", "eve", "02T12:00:00.000", {{"plan", "free"}, {"price", "7.5"}});
        add("view", "ann", "03T23:59:59.999", {{"plan", "free"}});
        add("view", "late", "04T00:00:00.000", {{"plan", "pro"}});
        m_table = m_fixture.imported("shop", lines);
    }

    void theUsersBehindANumberAreListed_data()
    {
        QTest::addColumn<QuerySpec>("spec");
        QTest::addColumn<PlaceOfUsers>("place");
        QTest::addColumn<QString>("users");
        const auto row = [](const char *name, const QuerySpec &spec, const PlaceOfUsers &place, const char *users) {
            QTest::addRow("%s", name) << spec << place << users;
        };
        const std::string first = "2026-05-01";
        const QuerySpec trend = questionOf({"view", "buy"});
        row("a partial first bucket", trend, {first}, "ann bob cy dee");
        row("the other event", trend, {"2026-05-02", 1}, "ann bob eve");
        row("a bucket of nobody", trend, {"2026-05-02", 0}, "");
        row("the last bucket, to its last millisecond", trend, {"2026-05-03"}, "ann");
        row("the whole range", trend, {}, "ann bob cy dee");
        row("unique users", measured(trend, AGGREGATION_UNIQUE_USERS), {first}, "ann bob cy dee");
        row("a sum: who has a number", measured(trend, AGGREGATION_SUM), {"2026-05-02", 1}, "ann eve");
        row("a group", byPlan(trend), {first, 0, false, "pro"}, "ann");
        row("the group without a value", byPlan(trend), {first, 0, false, ""}, "cy");
        row("a group that is not there", byPlan(trend), {first, 0, false, "none"}, "");
        row("the rest", byPlan(trend, 1), {first, 0, false, {}, true}, "bob cy dee");
        row("the rest, named as well", byPlan(trend, 1), {first, 0, false, "$others", true}, "bob cy dee");
        row("a value called $others", byPlan(trend, 1), {first, 0, false, "$others"}, "");
        row("all groups", byPlan(trend, 1), {first}, "ann bob cy dee");

        const QuerySpec table = questionOf({"view", "buy"}, VISUALIZATION_TABLE);
        row("table", table, {}, "ann bob cy dee");
        row("table, the other event", table, {"", 1}, "ann bob eve");
        row("table, a group", byPlan(table), {"", 1, false, "free"}, "bob eve");
        row("table, the rest", byPlan(table, 1), {"", 1, false, {}, true}, "ann");
        row("kpi", questionOf({"buy"}, VISUALIZATION_KPI), {}, "ann bob eve");

        const QuerySpec funnel = questionOf({"view", "buy", "view"}, VISUALIZATION_FUNNEL);
        row("who took the first step", funnel, {"", 0}, "ann bob cy dee");
        row("the second", funnel, {"", 1}, "ann bob");
        row("the third", funnel, {"", 2}, "ann");
        row("who did not take the second", funnel, {"", 1, true}, "cy dee");
        row("the third", funnel, {"", 2, true}, "bob");
        row("step of a group", byPlan(funnel), {"", 1, false, "free"}, "bob");
        row("step without a value", byPlan(funnel), {"", 1, true, ""}, "cy");
        row("step of the rest", byPlan(funnel, 1), {"", 0, false, {}, true}, "ann bob dee");

        const QuerySpec retention = questionOf({"view"}, VISUALIZATION_RETENTION);
        row("cohort", retention, {first, -1}, "ann bob cy dee");
        row("a period", retention, {first, 2}, "ann");
        row("a period of nobody", retention, {first, 1}, "");
        row("a cohort of nobody", retention, {"2026-05-02", -1}, "");
        row("cohort of a group", byPlan(retention), {first, -1, false, "pro"}, "ann");
        row("cohort without a value", byPlan(retention), {first, -1, false, ""}, "cy");
        row("cohort of the rest", byPlan(retention, 1), {first, -1, false, {}, true}, "ann bob dee");
    }

    void theUsersBehindANumberAreListed()
    {
        QFETCH(const QuerySpec, spec);
        QFETCH(const PlaceOfUsers, place);
        QFETCH(const QString, users);
        QCOMPARE(allPages(requestOf(spec, place), *m_table, 100).join(u' '), users);
    }

    void rotatingIdsAreListedWhenAskedFor()
    {
        QuerySpec spec = questionOf({"view"});
        spec.set_include_cookieless(true);
        QCOMPARE(allPages(requestOf(spec, {"2026-05-01"}), *m_table, 100).join(u' '),
                 QStringLiteral("ann bob cookieless-1 cy dee"));
    }

    void pagesTogetherAreTheWhole_data()
    {
        QTest::addColumn<QuerySpec>("spec");
        QTest::addRow("trend") << questionOf({"view"});
        QTest::addRow("funnel") << questionOf({"view", "buy"}, VISUALIZATION_FUNNEL);
        QTest::addRow("retention") << questionOf({"view"}, VISUALIZATION_RETENTION);
    }

    void pagesTogetherAreTheWhole()
    {
        QFETCH(QuerySpec, spec);
        QByteArray lines;
        for (int i = 0; i < 105; ++i)
            lines += eventLine("view", QStringLiteral("user '%1' ключ").arg(i * 7919 % 105), "2026-05-02T10:00:00Z");
        const auto table = m_fixture.imported(m_fixture.newProject(), lines);
        const ListUsersRequest request
            = requestOf(spec, {"2026-05-02", spec.visualization() == VISUALIZATION_RETENTION ? -1 : 0});

        const QStringList whole = allPages(request, *table, 10'000);
        QCOMPARE(whole.size(), 105);
        std::vector<std::string> sorted;
        for (const QString &user : whole)
            sorted.push_back(user.toStdString());
        QVERIFY(std::is_sorted(sorted.begin(), sorted.end()));
        QVERIFY(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end());
        for (const int size : {1, 21, 52, 104, 105})
            QCOMPARE(allPages(request, *table, size), whole);
        QCOMPARE(m_fixture.listUsers(request, *table).users_size(), 100); // unless it is said
    }

    void aWrongPlaceIsRefused_data()
    {
        QTest::addColumn<ListUsersRequest>("request");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const ListUsersRequest &request, const char *field) {
            QTest::addRow("%s", name) << request << field;
        };
        const QuerySpec trend = questionOf({"view", "buy"});
        const QuerySpec funnel = questionOf({"view", "buy"}, VISUALIZATION_FUNNEL);
        const QuerySpec retention = questionOf({"view"}, VISUALIZATION_RETENTION);
        ListUsersRequest request = requestOf(trend, {});
        request.clear_point();
        row("no place", request, "point");
        for (const int size : {-1, 10'001}) {
            request = requestOf(trend, {});
            request.set_page_size(size);
            QTest::addRow("page size %d", size) << request << "pageSize";
        }
        request = requestOf(trend, {});
        request.set_page_token("no token!");
        row("page token", request, "pageToken");
        row("a negative event", requestOf(trend, {"", -1}), "series.eventIndex");
        row("an event too far", requestOf(trend, {"", 2}), "series.eventIndex");
        row("no start of a bucket", requestOf(trend, {"2026-05-01T12:00:00Z"}), "series.timestamp");
        row("a bucket before the range", requestOf(trend, {"2026-04-30"}), "series.timestamp");
        row("a bucket after the range", requestOf(trend, {"2026-05-04"}), "series.timestamp");
        row("a bucket of a table", requestOf(questionOf({"view"}, VISUALIZATION_TABLE), {"2026-05-01"}),
            "series.timestamp");
        row("a group without a breakdown", requestOf(trend, {"", 0, false, "pro"}), "series.breakdown");
        row("the rest without a breakdown", requestOf(trend, {"", 0, false, {}, true}), "series.breakdown");
        row("a negative step", requestOf(funnel, {"", -1}), "funnel.step");
        row("a step too far", requestOf(funnel, {"", 2}), "funnel.step");
        row("dropped before the first", requestOf(funnel, {"", 0, true}), "funnel.dropped");
        row("a step's group without a breakdown", requestOf(funnel, {"", 0, false, "x"}), "funnel.breakdown");
        row("no cohort", requestOf(retention, {"2026-05-01T01:00:00Z"}), "retention.cohortDate");
        row("a period too far", requestOf(retention, {"2026-05-01", 3}), "retention.period");
        row("a cohort's group without a breakdown", requestOf(retention, {"2026-05-01", 0, false, "x"}),
            "retention.breakdown");
        request = requestOf(retention, {"2026-05-01"});
        request.mutable_retention()->set_period(-1);
        row("a negative period", request, "retention.period");
        for (const auto &[name, spec, of] : {std::tuple{"a point of a funnel", funnel, trend},
                                             {"a step of a trend", trend, funnel},
                                             {"a cell of a trend", trend, retention},
                                             {"a point of a retention", retention, trend}}) {
            request = requestOf(of, {"2026-05-01"});
            *request.mutable_query() = spec;
            row(name, request,
                of.visualization() == VISUALIZATION_LINE         ? "series"
                    : of.visualization() == VISUALIZATION_FUNNEL ? "funnel"
                                                                 : "retention");
        }
        request = requestOf(trend, {});
        request.mutable_query()->clear_granularity();
        row("a wrong question", request, "query.granularity");
    }

    void aWrongPlaceIsRefused()
    {
        QFETCH(const ListUsersRequest, request);
        QFETCH(const QString, field);
        try {
            m_fixture.listUsers(request, *m_table);
            QFAIL("it was answered");
        } catch (const InvalidQuestion &refusal) {
            QCOMPARE(QString::fromStdString(refusal.violations().at(0).field), field);
        }
    }

private:
    QStringList allPages(ListUsersRequest request, const ProjectTable &table, int size)
    {
        QStringList users;
        request.set_page_size(size);
        do {
            const ListUsersResponse page = m_fixture.listUsers(request, table);
            for (const std::string &user : page.users())
                users << QString::fromStdString(user);
            request.set_page_token(page.next_page_token());
        } while (!request.page_token().empty());
        return users;
    }

    AskedFixture m_fixture;
    ProjectTablePtr m_table;
};

QTEST_GUILESS_MAIN(ListUsersTest)
#include "list_users_test.moc"
