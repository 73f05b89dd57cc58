// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/calendar.h"

#include <QTest>

using namespace insights::v1;

namespace {

Calendar calendar(const QString &zone, WeekStart weekStart = WeekStart::Sunday)
{
    return Calendar::of(zone.toStdString(), weekStart).value();
}

std::int64_t utc(const QString &text)
{
    return calendar(QStringLiteral("UTC")).parseTime(text.toStdString()).value();
}

} // namespace

class CalendarTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBucketBeginsWhereTheLocalClockSays_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<int>("granularity");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("next");
        const auto row
            = [](const char *name, const char *zone, Granularity granularity, const char *time, const char *start,
                 const char *next) { QTest::addRow("%s", name) << zone << int(granularity) << time << start << next; };
        row("a day in UTC", "UTC", GRANULARITY_DAY, "2026-05-01T12:00Z", "2026-05-01T00:00Z", "2026-05-02T00:00Z");
        row("the 23-hour day", "America/New_York", GRANULARITY_DAY, "2026-03-08T12:00Z", "2026-03-08T05:00Z",
            "2026-03-09T04:00Z");
        row("the 25-hour day", "America/New_York", GRANULARITY_DAY, "2026-11-01T12:00Z", "2026-11-01T04:00Z",
            "2026-11-02T05:00Z");
        row("a midnight that does not exist", "Asia/Beirut", GRANULARITY_DAY, "2026-03-29T12:00Z", "2026-03-28T22:00Z",
            "2026-03-29T21:00Z");
        row("half past in Kolkata", "Asia/Kolkata", GRANULARITY_DAY, "2026-05-01T18:30Z", "2026-05-01T18:30Z",
            "2026-05-02T18:30Z");
        row("an hour in Kathmandu", "Asia/Kathmandu", GRANULARITY_HOUR, "2026-05-01T00:20Z", "2026-05-01T00:15Z",
            "2026-05-01T01:15Z");
        row("the first of an hour that happens twice", "America/New_York", GRANULARITY_HOUR, "2026-11-01T05:30Z",
            "2026-11-01T05:00Z", "2026-11-01T06:00Z");
        row("the second of it", "America/New_York", GRANULARITY_HOUR, "2026-11-01T06:30Z", "2026-11-01T06:00Z",
            "2026-11-01T07:00Z");
        row("the hour before the gap", "Europe/Berlin", GRANULARITY_HOUR, "2026-03-29T00:59Z", "2026-03-29T00:00Z",
            "2026-03-29T01:00Z");
        row("half an hour is lost in Lord Howe", "Australia/Lord_Howe", GRANULARITY_HOUR, "2026-10-03T15:40Z",
            "2026-10-03T15:30Z", "2026-10-03T16:00Z");
        row("a week from Sunday", "UTC", GRANULARITY_WEEK, "2026-05-02T12:00Z", "2026-04-26T00:00Z",
            "2026-05-03T00:00Z");
    }

    void aBucketBeginsWhereTheLocalClockSays()
    {
        QFETCH(const QString, zone);
        QFETCH(const int, granularity);
        QFETCH(const QString, time);
        QFETCH(const QString, start);
        QFETCH(const QString, next);
        const Calendar place = calendar(zone);
        QCOMPARE(place.bucketStart(utc(time), Granularity(granularity)), utc(start));
        QCOMPARE(place.nextBucket(utc(start), Granularity(granularity)), utc(next));
    }

    void bucketsFollowEachOtherWithoutGaps_data()
    {
        QTest::addColumn<QString>("zone");
        for (const char *zone : {"UTC", "America/New_York", "Europe/Berlin", "Asia/Beirut", "Australia/Lord_Howe",
                                 "Asia/Kathmandu", "America/Santiago", "Pacific/Apia"})
            QTest::addRow("%s", zone) << zone;
    }

    void bucketsFollowEachOtherWithoutGaps()
    {
        QFETCH(const QString, zone);
        const Calendar place = calendar(zone, WeekStart::Monday);
        const std::int64_t start = utc(QStringLiteral("2011-12-01T00:00Z"));
        const std::int64_t end = utc(QStringLiteral("2013-02-01T00:00Z"));
        for (const Granularity granularity : {GRANULARITY_HOUR, GRANULARITY_DAY, GRANULARITY_WEEK}) {
            const auto buckets = place.buckets(start, end, granularity);
            QVERIFY(buckets.front() <= start);
            for (std::size_t i = 0; i < buckets.size(); ++i) {
                QCOMPARE(place.bucketStart(buckets[i], granularity), buckets[i]);
                if (i > 0) {
                    QVERIFY(buckets[i] > buckets[i - 1]);
                    QCOMPARE(place.bucketStart(buckets[i] - 1, granularity), buckets[i - 1]);
                }
            }
        }
    }

    void aWeekBeginsOnMondayByChoice()
    {
        QCOMPARE(calendar(QStringLiteral("UTC"), WeekStart::Monday)
                     .bucketStart(utc(QStringLiteral("2026-05-03T12:00Z")), GRANULARITY_WEEK),
                 utc(QStringLiteral("2026-04-27T00:00Z")));
    }

    void aRangeOfTooManyBucketsIsNotWalked()
    {
        const Calendar place = calendar(QStringLiteral("UTC"));
        QCOMPARE(place.buckets(0, 4'000'000'000'000, GRANULARITY_HOUR, 1000).size(), std::size_t(1001));
    }

    void timesAreReadAsWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("instant"); // empty: no time
        const auto row = [](const char *text, const char *zone, const char *instant) {
            QTest::addRow("%s in %s", text, zone) << text << zone << instant;
        };
        row("2026-05-01T00:00:00Z", "America/New_York", "2026-05-01T00:00:00.000Z");
        row("2026-05-01T00:00:00", "America/New_York", "2026-05-01T04:00:00.000Z");
        row("2026-05-01", "America/New_York", "2026-05-01T04:00:00.000Z");
        row("2026-05-01 10:20:30.1234", "UTC", "2026-05-01T10:20:30.123Z");
        row("2026-05-01T10:20+05:30", "UTC", "2026-05-01T04:50:00.000Z");
        row("2026-05-01T10:20-0330", "UTC", "2026-05-01T13:50:00.000Z");
        row("2026-03-08T02:30:00", "America/New_York", "2026-03-08T07:00:00.000Z"); // does not exist: the change
        row("2026-11-01T01:30:00", "America/New_York", "2026-11-01T05:30:00.000Z"); // twice: the first
        row("1969-12-31T23:59:59.999Z", "UTC", "1969-12-31T23:59:59.999Z");
        row("2026-02-30", "UTC", "");
        row("2026-05-01T25:00:00Z", "UTC", "");
        row("2026-05-01T00:00:00X", "UTC", "");
        row("yesterday", "UTC", "");
        row("", "UTC", "");
    }

    void timesAreReadAsWritten()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, zone);
        QFETCH(const QString, instant);
        const auto time = calendar(zone).parseTime(text.toStdString());
        QCOMPARE(time ? QString::fromStdString(Calendar::isoTime(*time)) : QString(), instant);
    }

    void instantsSurviveTheMessage()
    {
        for (const std::int64_t time : {0LL, 1LL, -1LL, -1001LL, 1'777'593'600'123LL})
            QCOMPARE(milliseconds(timestamp(time)), time);
    }

    void anUnknownZoneIsNone()
    {
        QVERIFY(!Calendar::of("Amerika/New_York", WeekStart::Sunday));
        QVERIFY(!Calendar::of("", WeekStart::Sunday));
        QVERIFY(!Calendar::of("/etc/passwd", WeekStart::Sunday));
        QVERIFY(!Calendar::of("../../etc/passwd", WeekStart::Sunday));
    }

    void theNearestZoneIsNamed()
    {
        QCOMPARE(nearestZone("America/New_Yrok"), std::string("America/New_York"));
        QCOMPARE(nearestZone("Berlin"), std::string("Europe/Berlin"));
        QCOMPARE(nearestZone("qqqqqqqqqqqqqqq"), std::string());
    }
};

QTEST_GUILESS_MAIN(CalendarTest)
#include "calendar_test.moc"
