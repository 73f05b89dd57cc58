// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/answers.h"

#include "ui/charts/bucket_text.h"
#include "ui/charts/chart_content.h"
#include "ui/charts/series_totals.h"
#include "ui/charts/value_scale.h"
#include "ui/text/number_text.h"

#include <QTest>

#include <cmath>

using namespace insights::v1;

namespace {

const double none = std::numeric_limits<double>::quiet_NaN();

BucketText textOf(const char *zone, Granularity granularity)
{
    ResultInfo info;
    info.set_timezone(zone);
    return BucketText(info, granularity);
}

std::int64_t ms(const char *time)
{
    return *Calendar::of("UTC", WeekStart::Sunday)->parseTime(time);
}

} // namespace

class ChartTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortNumbers_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << "0";
        QTest::newRow("whole") << 950.0 << "950";
        QTest::newRow("thousand") << 1200.0 << "1.2k";
        QTest::newRow("even thousand") << 6000.0 << "6k";
        QTest::newRow("hundreds of thousands") << 210'400.0 << "210k";
        QTest::newRow("rounds to the next unit") << 999'950.0 << "1M";
        QTest::newRow("million") << 3'400'000.0 << "3.4M";
        QTest::newRow("billion") << 1.2e9 << "1.2B";
        QTest::newRow("huge") << 1.5e18 << "1.5E+18";
        QTest::newRow("fraction") << 0.25 << "0.25";
        QTest::newRow("tiny") << 2.5e-9 << "2.5E-09";
        QTest::newRow("negative") << -1200.0 << "-1.2k";
        QTest::newRow("none") << none << "–";
    }

    void shortNumbers()
    {
        QFETCH(const double, value);
        QTEST(compactNumber(value), "text");
    }

    void fullNumbers_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("separators") << 158'094.0 << "158,094";
        QTest::newRow("average") << 24.456 << "24.46";
        QTest::newRow("small") << 0.00314 << "0.0031";
        QTest::newRow("large") << 1e15 - 1 << "999,999,999,999,999";
        QTest::newRow("none") << none << "–";
    }

    void fullNumbers()
    {
        QFETCH(const double, value);
        QTEST(fullNumber(value), "text");
    }

    void numbersFollowTheLocale()
    {
        QCOMPARE(fullNumber(1234567.5, QLocale(QLocale::German)), QStringLiteral("1.234.567,50"));
        QCOMPARE(compactNumber(1210, QLocale(QLocale::German)), QStringLiteral("1,2k"));
    }

    void ticksOfAnAxisAreAlike()
    {
        QCOMPARE(tickNumber(0, 500, 2500), QStringLiteral("0"));
        QCOMPARE(tickNumber(200, 200, 1000), QStringLiteral("200"));
        QCOMPARE(tickNumber(1000, 200, 1000), QStringLiteral("1,000"));
        QCOMPARE(tickNumber(2500, 2500, 10'000), QStringLiteral("2.5k"));
        QCOMPARE(tickNumber(200'000, 200'000, 1'000'000), QStringLiteral("0.2M"));
        QCOMPARE(tickNumber(2000, 1000, 6000), QStringLiteral("2k"));
        QCOMPARE(tickNumber(0.25, 0.25, 1), QStringLiteral("0.25"));
        QCOMPARE(tickNumber(-200, 100, 300), QStringLiteral("-200"));
    }

    void ratesHaveOneDecimalAndASpaceThatHolds()
    {
        QCOMPARE(rateText(0.1234), QStringLiteral("12.3\u00A0%"));
        QCOMPARE(withUnit(QStringLiteral("1.2"), QStringLiteral("s")), QStringLiteral("1.2\u00A0s"));
    }

    void bucketsAreNamedInTheZoneOfTheAnswer()
    {
        const std::int64_t midnight = ms("2026-05-19T04:00:00Z"); // of New York
        const BucketText day = textOf("America/New_York", GRANULARITY_DAY);
        QCOMPARE(day.plate(midnight), QStringLiteral("Tue 19 May"));
        QCOMPARE(day.row(midnight), QStringLiteral("Tue 19 May 2026"));
        QCOMPARE(day.full(midnight), QStringLiteral("Tuesday 19 May 2026"));
        QCOMPARE(textOf("Asia/Kolkata", GRANULARITY_HOUR).full(midnight + 1'800'000),
                 QStringLiteral("Tuesday 19 May 2026, 10:00"));
        QCOMPARE(textOf("America/New_York", GRANULARITY_WEEK).plate(midnight), QStringLiteral("Week of 19 May"));
        QCOMPARE(textOf("Nowhere/Nothing", GRANULARITY_HOUR).plate(midnight), QStringLiteral("Tue 19 May 04:00"));
    }

    void anHourThatHappensTwiceNamesItsOffset()
    {
        const BucketText text = textOf("Europe/Berlin", GRANULARITY_HOUR);
        QCOMPARE(text.plate(ms("2026-10-25T00:00:00Z")), QStringLiteral("Sun 25 Oct 02:00 UTC+02:00"));
        QCOMPARE(text.plate(ms("2026-10-25T01:00:00Z")), QStringLiteral("Sun 25 Oct 02:00 UTC+01:00"));
        QCOMPARE(text.plate(ms("2026-10-25T02:00:00Z")), QStringLiteral("Sun 25 Oct 03:00"));
    }

    void countsOfBucketsAreWords()
    {
        QCOMPARE(textOf("UTC", GRANULARITY_DAY).count(31), QStringLiteral("31 days"));
        QCOMPARE(textOf("UTC", GRANULARITY_WEEK).count(1), QStringLiteral("1 week"));
        QCOMPARE(textOf("UTC", GRANULARITY_HOUR).per(), QStringLiteral("per hour"));
    }

    void scalesHoldTheirValuesInRoundSteps_data()
    {
        QTest::addColumn<double>("lowest");
        QTest::addColumn<double>("highest");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("picture 1") << 500.0 << 5379.0 << true << 0.0 << 6000.0;
        QTest::newRow("one user") << 0.0 << 1.0 << true << 0.0 << 3.0;
        QTest::newRow("nothing") << 0.0 << 0.0 << true << 0.0 << 3.0;
        QTest::newRow("a share") << 0.0 << 0.9 << false << 0.0 << 1.0;
        QTest::newRow("losses") << -120.0 << 80.0 << false << -150.0 << 100.0;
        QTest::newRow("tiny") << 0.0 << 3e-9 << false << 0.0 << 3e-9;
        QTest::newRow("no number") << none << none << false << 0.0 << 1.0;
    }

    void scalesHoldTheirValuesInRoundSteps()
    {
        QFETCH(const double, lowest);
        QFETCH(const double, highest);
        QFETCH(const bool, whole);
        const ValueScale scale = valueScale(lowest, highest, 450, whole);
        QTEST(scale.low, "low");
        QTEST(scale.high(), "high");
        QVERIFY(scale.intervals >= 3 && scale.intervals <= 6);
    }

    void scalesOfAnySizeHaveFourToSevenTicks()
    {
        for (double highest = 1e-7; highest < 1e15; highest *= 1.37) {
            for (const double height : {120.0, 300.0, 700.0, 1400.0}) {
                const ValueScale scale = valueScale(0, highest, height, false);
                QVERIFY(scale.intervals >= 3 && scale.intervals <= 6);
                QVERIFY(scale.high() >= highest * (1 - 1e-9));
                QVERIFY(scale.high() <= highest * 2);
            }
        }
    }

    void countsAddUpAndUsersDoNot()
    {
        const auto answer = daysOf(2, 3, [](int series, int bucket) { return 10.0 * (series + 1) + bucket; });
        const SeriesTotals counts = seriesTotals(*answer, AGGREGATION_COUNT);
        QCOMPARE(counts.kind, TotalKind::Sum);
        QCOMPARE(counts.each, (std::vector<double>{33, 63}));
        QCOMPARE(counts.all, std::optional<double>(96));

        const SeriesTotals users = seriesTotals(*answer, AGGREGATION_UNIQUE_USERS);
        QCOMPARE(users.kind, TotalKind::MeanPerBucket);
        QCOMPARE(users.each, (std::vector<double>{11, 21}));
        QVERIFY(!users.all);
    }

    void meansLeaveTheUnfinishedBucketOut()
    {
        const auto answer = daysOf(1, 3, [](int, int bucket) { return bucket == 2 ? 1.0 : 10.0; });
        unfinishedFrom(*answer, 2);
        QCOMPARE(seriesTotals(*answer, AGGREGATION_AVERAGE).all, std::optional<double>(10));
        QCOMPARE(seriesTotals(*answer, AGGREGATION_SUM).all, std::optional<double>(21));
    }

    void aSeriesWithoutNumbersHasNoTotal()
    {
        const auto answer = daysOf(1, 3, [](int, int) { return none; });
        QVERIFY(std::isnan(seriesTotals(*answer, AGGREGATION_COUNT).each.front()));
        QVERIFY(!seriesTotals(*answer, AGGREGATION_COUNT).all);
    }

    void bucketsThatHaveNotBegunAreNotDrawn()
    {
        const auto answer = daysOf(2, 10, [](int, int bucket) { return bucket > 4 ? 0.0 : 5.0; });
        unfinishedFrom(*answer, 5);
        const Unfinished ends = unfinished(*answer);
        QCOMPARE(ends.first, 5);
        QCOMPARE(ends.drawnEnd, 6);
    }

    void theSummarySaysWhatTheChartShows()
    {
        const auto answer = daysOf(3, 31, [](int series, int bucket) { return series * 1000.0 + bucket; });
        const ChartContent content = chartContent(answer, {{}, {}, namesOf(*answer)}, GRANULARITY_DAY);
        QCOMPARE(chartSummary(content),
                 QStringLiteral("3 series over 31 days, highest 2,030 (s2) on Sunday 31 May 2026, "
                                "lowest 0 (s0) on Friday 1 May 2026"));
        QCOMPARE(chartSummary({}), QStringLiteral("No data"));
    }
};

QTEST_MAIN(ChartTextTest)
#include "chart_text_test.moc"
