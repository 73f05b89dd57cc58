// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/plan/funnel.h"
#include "tests/service/asked_fixture.h"

#include <QElapsedTimer>

using namespace insights::v1;

namespace {

QuerySpec funnelOf(std::initializer_list<std::string> steps, int window = 0)
{
    QuerySpec spec = trendOf(steps);
    spec.clear_granularity();
    spec.set_visualization(VISUALIZATION_FUNNEL);
    if (window > 0)
        spec.mutable_conversion_window()->set_seconds(window);
    return spec;
}

QString timeAt(qint64 milliseconds)
{
    return QString::fromStdString(Calendar::isoTime(at("2026-05-02") + milliseconds));
}

QStringList countsOf(const QueryResponse &response)
{
    QStringList counts;
    for (const FunnelStep &step : response.funnel().steps())
        counts << QString::number(step.count());
    return counts;
}

// "pro 1500 ms": the median of the second step of each group; "-" without one.
QStringList mediansOf(const QueryResponse &response)
{
    QStringList medians;
    for (int i = 1; i < response.funnel().steps_size(); i += 2) {
        const FunnelStep &step = response.funnel().steps(i);
        const auto &median = step.median_time_to_convert();
        const double ms = static_cast<double>(median.seconds()) * 1000 + median.nanos() / 1e6;
        const QString time = step.has_median_time_to_convert() ? QString::number(ms) : QStringLiteral("-");
        medians << (step.has_breakdown() ? QString::fromStdString(step.breakdown()) + u' ' + time : time);
    }
    return medians;
}

} // namespace

// Funnels on the real engine: users with very many events, and the times between steps.
class BigFunnelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QByteArray lines;
        for (int i = 0; i < 100'000; ++i)
            lines += eventLine(i % 3 == 0       ? QStringLiteral("a")
                                   : i % 3 == 1 ? QStringLiteral("b")
                                                : QStringLiteral("c"),
                               QStringLiteral("busy"), timeAt(i * 1000ll));
        lines += eventLine(QStringLiteral("a"), QStringLiteral("calm"), timeAt(0));
        m_busy = m_fixture.imported("busy", lines);
    }

    void aUserWithManyEventsIsWalkedInTime_data()
    {
        QTest::addColumn<QuerySpec>("spec");
        QTest::addColumn<QString>("counts");
        QTest::addRow("steps apart") << funnelOf({"a", "b", "c"}, 2) << "2 1 1";
        QTest::addRow("steps apart, just out of the window") << funnelOf({"a", "b", "c"}, 1) << "2 1 0";
        QTest::addRow("one event again and again") << funnelOf({"a", "a", "a", "a", "a"}, 12) << "2 1 1 1 1";
        QTest::addRow("again, just out of the window") << funnelOf({"a", "a", "a", "a", "a"}, 11) << "2 1 1 1 0";
        QTest::addRow("without a window") << funnelOf({"a", "b", "a", "c", "a"}) << "2 1 1 1 1";
        QTest::addRow("20 steps") << funnelOf(
            {"a", "b", "c", "a", "b", "c", "a", "b", "c", "a", "b", "c", "a", "b", "c", "a", "b", "c", "a", "a"})
                                  << QString(QStringLiteral("2") + QStringLiteral(" 1").repeated(19));
    }

    void aUserWithManyEventsIsWalkedInTime()
    {
        QFETCH(const QuerySpec, spec);
        QFETCH(const QString, counts);
        QElapsedTimer time;
        time.start();
        QCOMPARE(countsOf(m_fixture.ask(spec, *m_busy)).join(u' '), counts);
        QVERIFY2(time.elapsed() < 10'000, QByteArray::number(time.elapsed())); // some tenths on an idle machine
    }

    void theWindowCountsMilliseconds()
    {
        const auto table
            = m_fixture.imported("edges",
                                 eventLine("a", "in time", timeAt(500)) + eventLine("b", "in time", timeAt(1500))
                                     + eventLine("a", "late", timeAt(500)) + eventLine("b", "late", timeAt(1501)));
        QCOMPARE(countsOf(m_fixture.ask(funnelOf({"a", "b"}, 1), *table)), (QStringList{"2", "1"}));
    }

    void theMedianIsOfTheTimesBetweenSteps_data()
    {
        QTest::addColumn<QList<int>>("times"); // ms from a to b, a user each
        QTest::addColumn<QString>("median");
        QTest::addRow("nobody") << QList<int>{} << "-";
        QTest::addRow("one") << QList<int>{1500} << "1500";
        QTest::addRow("an odd number") << QList<int>{9000, 10, 200} << "200";
        QTest::addRow("an even number") << QList<int>{9000, 10, 200, 301} << "250.5";
        QTest::addRow("two") << QList<int>{0, 1} << "0.5";
        QTest::addRow("all alike") << QList<int>{7, 7, 7, 7} << "7";
    }

    void theMedianIsOfTheTimesBetweenSteps()
    {
        QFETCH(const QList<int>, times);
        QFETCH(const QString, median);
        QByteArray lines = eventLine("a", "never converts", timeAt(0));
        for (int i = 0; i < times.size(); ++i) {
            lines += eventLine("a", QString::number(i), timeAt(i * 60'000));
            lines += eventLine("b", QString::number(i), timeAt(i * 60'000 + times[i]));
        }
        const auto table = m_fixture.imported(m_fixture.newProject(), lines);
        const QueryResponse response = m_fixture.ask(funnelOf({"a", "b"}), *table);
        QCOMPARE(mediansOf(response), QStringList{median});
        QVERIFY(!response.funnel().steps(0).has_median_time_to_convert());
    }

    // The median of the rest is of all its users, not of its groups.
    void theRestHasAMedianOfItsOwn()
    {
        const QList<std::pair<QString, QList<int>>> groups{{"pro", {100, 200, 300, 400, 500}},
                                                           {"free", {1, 2, 3}},
                                                           {"trial", {1000, 2000}},
                                                           {"team", {5000}},
                                                           {"", {}}};
        QByteArray lines;
        int user = 0;
        for (const auto &[plan, times] : groups) {
            for (const int time : times) {
                const QString name = QString::number(++user);
                lines += eventLine("a", name, timeAt(0), {{"plan", plan}});
                lines += eventLine("b", name, timeAt(time), {{"plan", "later"}});
            }
            lines += eventLine("a", plan + " never converts", timeAt(0), {{"plan", plan}});
        }
        const auto table = m_fixture.imported("medians", lines);
        QuerySpec spec = funnelOf({"a", "b"});
        spec.mutable_breakdown()->set_property("plan");
        spec.set_breakdown_limit(2);
        const QueryResponse response = m_fixture.ask(spec, *table);
        QCOMPARE(mediansOf(response), (QStringList{"pro 300", "free 2", "$others 2000"}));
        QCOMPARE(countsOf(response), (QStringList{"6", "5", "4", "3", "6", "3"}));
        QVERIFY(response.funnel().steps(5).is_others());
        QCOMPARE(response.info().groups_total(), std::uint64_t(5));
        spec.set_breakdown_limit(5);
        QCOMPARE(mediansOf(m_fixture.ask(spec, *table)),
                 (QStringList{"pro 300", "free 2", "trial 1500", "team 5000", " -"}));
    }

    void whoseWindowStillRunsIsStillConverting()
    {
        const auto table
            = m_fixture.imported("converting",
                                 eventLine("a", "old", timeAt(0)) + eventLine("a", "new", timeAt(60'000))
                                     + eventLine("a", "done", timeAt(60'000)) + eventLine("b", "done", timeAt(60'001)));
        const QueryResponse response = m_fixture.ask(funnelOf({"a", "b"}, 30), *table, at("2026-05-02") + 90'000);
        QCOMPARE(response.funnel().steps(0).still_converting(), 0.0);
        QCOMPARE(response.funnel().steps(1).still_converting(), 1.0);
        const QueryResponse later = m_fixture.ask(funnelOf({"a", "b"}, 30), *table, at("2026-05-02") + 90'001);
        QCOMPARE(later.funnel().steps(1).still_converting(), 0.0);
    }

private:
    AskedFixture m_fixture;
    ProjectTablePtr m_busy;
};

QTEST_GUILESS_MAIN(BigFunnelTest)
#include "big_funnel_test.moc"
