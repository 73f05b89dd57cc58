// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/retention_answers.h"

#include "ui/charts/retention_text.h"

#include <QTest>

#include <cmath>

using namespace insights::v1;

namespace {

std::vector<std::int64_t> weeks(int count)
{
    return bucketsFrom("UTC", "2026-03-09", GRANULARITY_WEEK, count);
}

// Two cohorts of 100 and 300 with a week that is not over and one that has not begun.
RetentionContent unfinishedContent()
{
    const auto buckets = weeks(5);
    auto answer = noCohorts();
    *answer->retention.add_cohorts() = cohortOf(buckets[0], 100, {100, 50, 40, 30, 0});
    *answer->retention.add_cohorts() = cohortOf(buckets[1], 300, {300, 90, 60, 0});
    unfinishedFrom(*answer, buckets, 3);
    return retentionContent(*answer, retentionSpec(GRANULARITY_WEEK));
}

} // namespace

class RetentionContentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meansWeighTheFinishedCellsBySize()
    {
        const auto &means = unfinishedContent().all.means;
        QCOMPARE(means.size(), 4U);
        QCOMPARE(means[1].rate(), 140.0 / 400);
        QCOMPARE(means[1].cohorts, 2);
        QCOMPARE(means[2].rate(), 40.0 / 100); // the other cohort's is unfinished
        QVERIFY(std::isnan(means[3].rate()));
    }

    void theMeanIsComparedInPointsWhileAllGroupsAreShown()
    {
        RetentionContent content = unfinishedContent();
        QVERIFY(!meanChange(content, 1));
        content.meansBefore = {1, 0.30};
        QVERIFY(meanChange(content, 1)->isPoints);
        QVERIFY(std::abs(meanChange(content, 1)->amount - 0.05) < 1e-9);
        QVERIFY(!meanChange(content, 2)); // the other time was shorter
        content.group = 0;
        QVERIFY(!meanChange(content, 1));
    }

    void cellsWhoseBucketHasNotBegunAreNotDrawn()
    {
        const RetentionContent content = unfinishedContent();
        QVERIFY(content.all.cell(0, 3)->isUnfinished);
        QVERIFY(!content.all.cell(0, 4));
        QVERIFY(content.all.cell(1, 2)->isUnfinished);
        QVERIFY(!content.all.cell(1, 3));
        QCOMPARE(content.unfinishedFrom, std::optional(weeks(5)[3]));
    }

    void theScaleEndsAtTheNextRoundRateWithoutPeriodZero_data()
    {
        QTest::addColumn<double>("highest");
        QTest::addColumn<double>("end");
        QTest::newRow("58.5 %") << 585.0 << 60.0;
        QTest::newRow("60 %") << 600.0 << 60.0;
        QTest::newRow("all") << 1000.0 << 100.0;
        QTest::newRow("0.9 %") << 9.0 << 1.0;
        QTest::newRow("none") << 0.0 << 100.0;
    }

    void theScaleEndsAtTheNextRoundRateWithoutPeriodZero()
    {
        QFETCH(double, highest);
        const auto answer = retentionOf(weeks(3), 1000, [&](int, int period) { return period == 0 ? 1000 : highest; });
        QTEST(retentionContent(*answer, retentionSpec(GRANULARITY_WEEK)).scale.high(), "end");
    }

    void groupsAddUpToAllUsersAndKeepTheRestLast()
    {
        const auto buckets = weeks(2);
        auto answer = noCohorts();
        const auto add = [&](const std::string &value, bool isOthers, std::size_t bucket, double size, double back) {
            auto cohort = cohortOf(buckets[bucket], size, {size, back});
            cohort.set_breakdown(value);
            cohort.set_is_others(isOthers);
            *answer->retention.add_cohorts() = cohort;
        };
        add("pro", false, 0, 10, 8);
        add("free", false, 0, 90, 9);
        add("$others", true, 0, 500, 0);
        add("free", false, 1, 50, 5);
        RetentionContent content = retentionContent(*answer, retentionSpec(GRANULARITY_WEEK));
        QCOMPARE(content.groups.size(), 3U);
        QCOMPARE(content.groups[0].name, QStringLiteral("free"));
        QCOMPARE(content.groups[2].name, QStringLiteral("Other"));
        QCOMPARE(content.all.rows[0].size, 600.0);
        QCOMPARE(content.all.rows[0].cells[1].count, 17.0);
        QCOMPARE(content.scale.high(), 10.0);

        showGroup(content, 1);
        QCOMPARE(content.shown().means[1].rate(), 0.8);
        QCOMPARE(content.scale.high(), 80.0);
        QVERIFY(RetentionText(content).caption().endsWith(QStringLiteral("pro")));
    }

    void cohortsAreNamedInTheZoneOfTheProject_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("granularity");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("title");
        QTest::newRow("week") << "2026-03-30" << int(GRANULARITY_WEEK) << "30 Mar"
                              << "Week of 30 Mar, week 1";
        QTest::newRow("day") << "2026-03-30" << int(GRANULARITY_DAY) << "Mon 30 Mar"
                             << "Mon 30 Mar, day 1";
        QTest::newRow("hour") << "2026-03-30T05:00" << int(GRANULARITY_HOUR) << "Mon 30 Mar 05:00"
                              << "Mon 30 Mar 05:00, hour 1";
    }

    void cohortsAreNamedInTheZoneOfTheProject()
    {
        QFETCH(QString, start);
        QFETCH(int, granularity);
        const std::string zone = "America/New_York";
        const auto buckets = bucketsFrom(zone, start.toStdString(), Granularity(granularity), 2);
        const auto answer = retentionOf(
            buckets, 10, [](int, int) { return 5; }, zone);
        const RetentionContent content = retentionContent(*answer, retentionSpec(Granularity(granularity)));
        const RetentionText text(content);
        QTEST(text.cohortLabel(0), "label");
        QTEST(text.card({0, 1}).title, "title");
    }

    void periodsAreCalendarBucketsAcrossAChangeOfTheClock_data()
    {
        QTest::addColumn<int>("granularity");
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("period");
        QTest::addColumn<QString>("dates");
        QTest::newRow("week") << int(GRANULARITY_WEEK) << "2026-03-23" << 1 << "30 Mar – 5 Apr 2026";
        QTest::newRow("day of 23 hours") << int(GRANULARITY_DAY) << "2026-03-28" << 2 << "Mon 30 Mar 2026";
        QTest::newRow("missing hour") << int(GRANULARITY_HOUR) << "2026-03-29T01:00" << 1 << "Sun 29 Mar 2026 03:00";
    }

    void periodsAreCalendarBucketsAcrossAChangeOfTheClock()
    {
        QFETCH(int, granularity);
        QFETCH(QString, start);
        QFETCH(int, period);
        const std::string zone = "Europe/Berlin";
        const auto buckets = bucketsFrom(zone, start.toStdString(), Granularity(granularity), 4);
        const auto answer = retentionOf(
            buckets, 10, [](int, int) { return 5; }, zone);
        const RetentionContent content = retentionContent(*answer, retentionSpec(Granularity(granularity)));
        QTEST(RetentionText(content).periodDates(0, period), "dates");
    }

    void labelsTellTheYearWhereCohortsLieInSeveral()
    {
        const auto buckets = bucketsFrom("UTC", "2025-12-22", GRANULARITY_WEEK, 3);
        const auto answer = retentionOf(buckets, 10, [](int, int) { return 5; });
        const RetentionContent content = retentionContent(*answer, retentionSpec(GRANULARITY_WEEK));
        QCOMPARE(RetentionText(content).cohortLabel(0), QStringLiteral("22 Dec 2025"));
        QCOMPARE(RetentionText(content).periodDates(0, 1), QStringLiteral("29 Dec 2025 – 4 Jan 2026"));
    }

    void theCardSaysHowManyCameBackAndTheMean()
    {
        const RetentionContent content = unfinishedContent();
        const FactCard card = RetentionText(content).card({1, 2});
        QCOMPARE(card.title, QStringLiteral("Week of 16 Mar, week 2"));
        QCOMPARE(card.rows[0].value, QStringLiteral("60 of 300"));
        QCOMPARE(card.rows[1].value, QStringLiteral("20.0\u00a0%"));
        QCOMPARE(card.rows[2].name, QStringLiteral("Weighted mean, week 2"));
        QCOMPARE(card.rows[2].value, QStringLiteral("40.0\u00a0%"));
        QCOMPARE(card.note, QStringLiteral("30 Mar – 5 Apr 2026, unfinished"));
    }

    void numbersAreRatesOrUsersAndLeftOutWithoutRoom()
    {
        RetentionContent content = unfinishedContent();
        content.all.rows[1].cells[1].count = 12'345;
        const auto upTo = [](int length) { return [length](const QString &text) { return text.size() <= length; }; };
        const RetentionText text(content);
        QCOMPARE(text.number({0, 1}, upTo(6)), QStringLiteral("50.0"));
        QCOMPARE(text.number({0, 0}, upTo(6)), QStringLiteral("100"));
        QCOMPARE(text.number({-1, 3}, upTo(6)), QStringLiteral("–"));
        QCOMPARE(text.number({0, 4}, upTo(6)), QString());
        content.showsRates = false;
        QCOMPARE(text.number({1, 1}, upTo(6)), QStringLiteral("12,345"));
        QCOMPARE(text.number({1, 1}, upTo(5)), QStringLiteral("12k"));
        QCOMPARE(text.number({1, 1}, upTo(2)), QString());
    }

    void theSummaryTellsSizesMeansAndWhatIsUnfinished()
    {
        const RetentionContent content = unfinishedContent();
        QCOMPARE(
            RetentionText(content).summary(),
            QStringLiteral("2 cohorts with 400 users, Week of 9 Mar to Week of 16 Mar, weighted mean in week 1 "
                           "35.0\u00a0%, weighted mean in week 2 40.0\u00a0%, cells of Week of 30 Mar are unfinished"));
        QCOMPARE(RetentionText(RetentionContent()).summary(), QStringLiteral("No cohorts"));
    }

    void quantilesAreOfFinishedCells()
    {
        const auto buckets = weeks(4);
        const auto answer = retentionOf(buckets, 100, [](int cohort, int) { return 10.0 * (cohort + 1); });
        unfinishedFrom(*answer, buckets, 3);
        const RetentionContent content = retentionContent(*answer, retentionSpec(GRANULARITY_WEEK));
        QCOMPARE(rateQuantiles(content.all, 0)[1], 0.1);
        QCOMPARE(rateQuantiles(content.all, 1)[1], 0.2); // the third cohort's is unfinished
        QVERIFY(std::isnan(rateQuantiles(content.all, 0.5)[3]));
    }
};

QTEST_MAIN(RetentionContentTest)
#include "retention_content_test.moc"
