// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/answers.h"

#include "ui/charts/time_axis.h"

#include <QTest>

using namespace insights::v1;

namespace {

struct Axis
{
    TimeMarks marks;
    double pxPerMs = 0;

    QStringList texts() const
    {
        QStringList texts;
        for (const TimeLabel &label : marks.labels)
            texts.append(label.text);
        return texts;
    }
    double smallestGap() const
    {
        double gap = 1e9;
        for (std::size_t i = 1; i < marks.labels.size(); ++i)
            gap = std::min(gap, double(marks.labels[i].time - marks.labels[i - 1].time) * pxPerMs);
        return gap;
    }
};

Axis axisOf(const std::string &zone, const std::string &start, Granularity granularity, int count, double width,
            const char *weekStart = "monday")
{
    ResultInfo info;
    info.set_timezone(zone);
    info.set_week_start(weekStart);
    const auto buckets = bucketsFrom(zone, start, granularity, count);
    const TimeSpan span{buckets.front(), buckets.back()};
    const BucketText text(info, granularity);
    return {timeMarks(buckets, span, text, width, [](const QString &label) { return 6.0 * label.size(); }),
            width / double(span.to - span.from)};
}

} // namespace

class TimeAxisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMonthOfDaysIsMarkedByItsWeeks()
    {
        const Axis axis = axisOf("America/New_York", "2026-05-01", GRANULARITY_DAY, 31, 770);
        QCOMPARE(axis.texts(), (QStringList{"Fri 1 May", "Mon 4 May", "Mon 11 May", "Mon 18 May", "Mon 25 May"}));
        QCOMPARE(axis.marks.small.size(), 31U);
    }

    void weeksBeginWhereTheProjectSays()
    {
        const Axis axis = axisOf("UTC", "2026-05-01", GRANULARITY_DAY, 31, 770, "sunday");
        QVERIFY(axis.texts().contains(QStringLiteral("Sun 10 May")));
    }

    void everyDayIsNamedWhileDaysFit()
    {
        const Axis axis = axisOf("UTC", "2026-05-01", GRANULARITY_DAY, 7, 770);
        QCOMPARE(axis.texts().size(), 7);
        QCOMPARE(axis.texts().constFirst(), QStringLiteral("Fri 1 May"));
    }

    void hoursAreNamedForShortRangesAndMidnightByItsDate()
    {
        const Axis axis = axisOf("Asia/Kolkata", "2026-05-01", GRANULARITY_HOUR, 48, 770);
        QCOMPARE(axis.texts(),
                 (QStringList{"Fri 1 May", "06:00", "12:00", "18:00", "Sat 2 May", "06:00", "12:00", "18:00"}));
    }

    void aYearOfWeeksIsMarkedByMonths()
    {
        const Axis axis = axisOf("UTC", "2026-05-04", GRANULARITY_WEEK, 53, 770);
        QCOMPARE(axis.texts().mid(0, 3), (QStringList{"May 2026", "Jun 2026", "Jul"}));
        QVERIFY(axis.texts().contains(QStringLiteral("Jan 2027")));
    }

    // Days of 23 and 25 hours: each label still stands at a local midnight.
    void labelsStandAtLocalMidnightAcrossClockChanges_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("Berlin, spring") << QByteArray("Europe/Berlin") << QByteArray("2026-03-26");
        QTest::newRow("Berlin, autumn") << QByteArray("Europe/Berlin") << QByteArray("2026-10-22");
        QTest::newRow("New York, spring") << QByteArray("America/New_York") << QByteArray("2026-03-05");
        QTest::newRow("Lord Howe, half an hour") << QByteArray("Australia/Lord_Howe") << QByteArray("2026-04-02");
    }

    void labelsStandAtLocalMidnightAcrossClockChanges()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QByteArray, start);
        const Axis axis = axisOf(zone.toStdString(), start.toStdString(), GRANULARITY_DAY, 7, 900);
        const QTimeZone place(zone);
        QCOMPARE(axis.marks.labels.size(), 7U);
        for (const TimeLabel &label : axis.marks.labels)
            QCOMPARE(QDateTime::fromMSecsSinceEpoch(label.time, place).time(), QTime(0, 0));
        QCOMPARE(axis.marks.clockChanges.size(), 1U);
    }

    void aMidnightThatDoesNotExistIsStillADay()
    {
        // Santiago, 2026-09-06: the day begins at 01:00.
        const Axis axis = axisOf("America/Santiago", "2026-09-04", GRANULARITY_DAY, 5, 900);
        QCOMPARE(axis.texts(), (QStringList{"Fri 4 Sep", "Sat 5 Sep", "Sun 6 Sep", "Mon 7 Sep", "Tue 8 Sep"}));
    }

    void hoursThatHappenTwiceAreTwoMarks()
    {
        const Axis axis = axisOf("Europe/Berlin", "2026-10-25", GRANULARITY_HOUR, 25, 2400);
        QCOMPARE(axis.texts().count(QStringLiteral("02:00")), 2);
    }

    void labelsNeverCrowd_data()
    {
        QTest::addColumn<int>("granularity");
        QTest::addColumn<int>("count");
        for (const int count : {2, 5, 31, 90, 366, 2000})
            QTest::addRow("%d days", count) << int(GRANULARITY_DAY) << count;
        for (const int count : {2, 24, 72, 744, 20000})
            QTest::addRow("%d hours", count) << int(GRANULARITY_HOUR) << count;
        for (const int count : {2, 9, 53, 1000})
            QTest::addRow("%d weeks", count) << int(GRANULARITY_WEEK) << count;
    }

    void labelsNeverCrowd()
    {
        QFETCH(const int, granularity);
        QFETCH(const int, count);
        for (const double width : {180.0, 400.0, 770.0, 1800.0}) {
            const Axis axis = axisOf("Europe/Berlin", "2026-01-07", Granularity(granularity), count, width);
            QVERIFY2(axis.smallestGap() >= 56, qPrintable(axis.texts().join(u',')));
            QVERIFY(!axis.texts().isEmpty());
            QVERIFY(axis.texts().size() <= 2 + width / 56);
        }
    }

    void ticksGiveWayToLargerUnitsWhenBucketsAreTooClose()
    {
        QCOMPARE(axisOf("UTC", "2026-05-01", GRANULARITY_HOUR, 744, 770).marks.small.size(), 31U);
    }

    void oneBucketIsNamed()
    {
        ResultInfo info;
        info.set_timezone("UTC");
        const std::vector<std::int64_t> buckets{1'777'593'600'000};
        const TimeMarks marks = timeMarks(buckets, {buckets[0] - 43'200'000, buckets[0] + 43'200'000},
                                          BucketText(info, GRANULARITY_DAY), 700, [](const QString &) { return 50.0; });
        QCOMPARE(marks.labels.size(), 1U);
        QCOMPARE(marks.labels.front().text, QStringLiteral("Fri 1 May"));
    }
};

QTEST_MAIN(TimeAxisTest)
#include "time_axis_test.moc"
