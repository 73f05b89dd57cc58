// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/time_choice.h"
#include "tests/support/questions.h"

#include <QSet>
#include <QTest>

using namespace insights::v1;

namespace {

std::string text(const TimeRange &range)
{
    return Calendar::isoTime(milliseconds(range.start())) + " " + Calendar::isoTime(milliseconds(range.end()));
}

std::string text(const std::string &start, const std::string &end)
{
    return text(rangeOf(start, end));
}

const ProjectTime newYork{"America/New_York"};
const ProjectTime beirut{"Asia/Beirut"};
const ProjectTime kolkata{"Asia/Kolkata"};

ProjectTime withMondays(ProjectTime place)
{
    place.weekStart = WeekStart::Monday;
    return place;
}

ProjectTime withData(ProjectTime place, const char *first, const char *last)
{
    place.firstEvent = at(first);
    place.lastEvent = at(last);
    return place;
}

} // namespace

Q_DECLARE_METATYPE(ProjectTime)

class TimeChoiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPresetIsWholeDaysOfTheProject_data()
    {
        QTest::addColumn<ProjectTime>("place");
        QTest::addColumn<TimePreset>("preset");
        QTest::addColumn<std::string>("now");
        QTest::addColumn<std::string>("start");
        QTest::addColumn<std::string>("end");
        using enum TimePreset;

        const char *tuesday = "2026-03-10T15:00:00Z"; // two days after the clocks of New York went forward
        const char *tonight = "2026-03-11T04:00:00Z";
        const auto row
            = [](const char *name, const ProjectTime &place, TimePreset preset, std::string now, std::string start,
                 std::string end) { QTest::newRow(name) << place << preset << now << start << end; };
        row("today", newYork, Today, tuesday, "2026-03-10T04:00:00Z", tonight);
        row("yesterday", newYork, Yesterday, tuesday, "2026-03-09T04:00:00Z", "2026-03-10T04:00:00Z");
        row("7 days across the change", newYork, Last7Days, tuesday, "2026-03-04T05:00:00Z", tonight);
        row("30 days", newYork, Last30Days, tuesday, "2026-02-09T05:00:00Z", tonight);
        row("90 days", newYork, Last90Days, tuesday, "2025-12-11T05:00:00Z", tonight);
        row("12 months", newYork, Last12Months, tuesday, "2025-03-11T04:00:00Z", tonight);
        row("12 months from 29 February", {}, Last12Months, "2024-02-29T12:00:00Z", "2023-03-01", "2024-03-01");
        row("this week", newYork, ThisWeek, tuesday, "2026-03-08T05:00:00Z", tonight);
        row("this week from Monday", withMondays(newYork), ThisWeek, tuesday, "2026-03-09T04:00:00Z", tonight);
        row("last week", newYork, LastWeek, tuesday, "2026-03-01T05:00:00Z", "2026-03-08T05:00:00Z");
        row("last week from Monday", withMondays(newYork), LastWeek, tuesday, "2026-03-02T05:00:00Z",
            "2026-03-09T04:00:00Z");
        row("this week on its first day", {}, ThisWeek, "2026-03-08T00:00:00Z", "2026-03-08", "2026-03-09");
        row("this month", newYork, ThisMonth, tuesday, "2026-03-01T05:00:00Z", tonight);
        row("last month", newYork, LastMonth, tuesday, "2026-02-01T05:00:00Z", "2026-03-01T05:00:00Z");
        row("last month in January", {}, LastMonth, "2026-01-31T10:00:00Z", "2025-12-01", "2026-01-01");
        row("this quarter", newYork, ThisQuarter, tuesday, "2026-01-01T05:00:00Z", tonight);
        row("this quarter on its first day", {}, ThisQuarter, "2026-10-01T00:00:00Z", "2026-10-01", "2026-10-02");
        row("this quarter on its last day", {}, ThisQuarter, "2026-09-30T23:59:59Z", "2026-07-01", "2026-10-01");
        row("last quarter across the year", newYork, LastQuarter, tuesday, "2025-10-01T04:00:00Z",
            "2026-01-01T05:00:00Z");
        row("last quarter in December", {}, LastQuarter, "2026-12-31T23:00:00Z", "2026-07-01", "2026-10-01");
        row("last quarter with a leap day", {}, LastQuarter, "2024-04-01T00:00:00Z", "2024-01-01", "2024-04-01");
        row("this year", newYork, ThisYear, tuesday, "2026-01-01T05:00:00Z", tonight);
        row("last year", newYork, LastYear, tuesday, "2025-01-01T05:00:00Z", "2026-01-01T05:00:00Z");
        row("last year while its last night lasts over there", newYork, LastYear, "2026-01-01T04:59:59Z",
            "2024-01-01T05:00:00Z", "2025-01-01T05:00:00Z");
        row("last year where the new one has begun", kolkata, LastYear, "2025-12-31T18:30:00Z", "2024-12-31T18:30:00Z",
            "2025-12-31T18:30:00Z");

        const char *noMidnight = "2026-03-29T10:00:00Z"; // Beirut's day begins at 01:00 and has 23 hours
        row("a day without midnight", beirut, Today, noMidnight, "2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z");
        row("the day before it", beirut, Yesterday, noMidnight, "2026-03-27T22:00:00Z", "2026-03-28T22:00:00Z");

        const char *overThere = "2026-05-31T20:00:00Z"; // already June in Kolkata
        row("today is tomorrow", kolkata, Today, overThere, "2026-05-31T18:30:00Z", "2026-06-01T18:30:00Z");
        row("last month is this one", kolkata, LastMonth, overThere, "2026-04-30T18:30:00Z", "2026-05-31T18:30:00Z");

        const ProjectTime old = withData(newYork, "2025-07-01T03:00:00Z", "2026-01-15T03:00:00Z");
        row("the last days with data", old, Last30DaysOfData, tuesday, "2025-12-16T05:00:00Z", "2026-01-15T05:00:00Z");
        row("all data", old, AllData, tuesday, "2025-06-30T04:00:00Z", "2026-01-15T05:00:00Z");
        row("no data", newYork, AllData, tuesday, "2026-02-09T05:00:00Z", tonight);
        row("a zone nobody knows is UTC", {"Mars/Olympus"}, Today, tuesday, "2026-03-10", "2026-03-11");
    }
    void aPresetIsWholeDaysOfTheProject()
    {
        QFETCH(ProjectTime, place);
        QFETCH(TimePreset, preset);
        QFETCH(std::string, now);
        QFETCH(std::string, start);
        QFETCH(std::string, end);

        QCOMPARE(text(timeRange(preset, place, at(now))), text(start, end));
    }

    void everyPresetHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (const TimePreset preset : allTimePresets())
            names.insert(timePresetName(preset));

        QCOMPARE(names.size(), qsizetype(allTimePresets().size()));
        QVERIFY(!names.contains(QString()));
        QVERIFY(!names.contains(timePresetName(TimePreset::Fixed)));
    }

    void theFirstChoiceHasData_data()
    {
        QTest::addColumn<ProjectTime>("place");
        QTest::addColumn<TimePreset>("expected");
        const auto until = [](const char *last) { return withData({}, "2020-01-01", last); };
        QTest::newRow("no data yet") << ProjectTime() << TimePreset::Last30Days;
        QTest::newRow("data of today") << until("2026-05-31T11:00:00Z") << TimePreset::Last30Days;
        QTest::newRow("data of this week") << until("2026-05-26") << TimePreset::Last30Days;
        QTest::newRow("data of last year") << until("2025-05-26") << TimePreset::Last30DaysOfData;
        QTest::newRow("data of the future") << until("2027-01-01") << TimePreset::Last30DaysOfData;
    }
    void theFirstChoiceHasData()
    {
        QFETCH(ProjectTime, place);
        QFETCH(TimePreset, expected);

        QCOMPARE(presetFor(place, at("2026-05-31T12:00:00Z")), expected);
    }

    void granularityFollowsTheLength_data()
    {
        QTest::addColumn<std::string>("start");
        QTest::addColumn<std::string>("end");
        QTest::addColumn<Granularity>("expected");
        const auto row = [](const char *name, std::string start, std::string end, Granularity expected) {
            QTest::newRow(name) << start << end << expected;
        };
        row("an hour", "2026-05-01T00:00:00Z", "2026-05-01T01:00:00Z", GRANULARITY_HOUR);
        row("two days", "2026-05-01", "2026-05-03", GRANULARITY_HOUR);
        row("two days, clocks back", "2026-10-31T04:00:00Z", "2026-11-02T05:00:00Z", GRANULARITY_HOUR);
        row("three days, clocks forward", "2026-03-07T05:00:00Z", "2026-03-10T04:00:00Z", GRANULARITY_DAY);
        row("longest half year", "2026-07-01", "2027-01-01", GRANULARITY_DAY);
        row("a year", "2026-01-01", "2027-01-01", GRANULARITY_WEEK);
    }
    void granularityFollowsTheLength()
    {
        QFETCH(std::string, start);
        QFETCH(std::string, end);
        QFETCH(Granularity, expected);

        QCOMPARE(automaticGranularity(rangeOf(start, end)), expected);
    }

    void cohortsAreCoarserSooner()
    {
        QCOMPARE(automaticGranularity(rangeOf("2026-05-01", "2026-05-03"), true), GRANULARITY_HOUR);
        QCOMPARE(automaticGranularity(rangeOf("2026-05-01", "2026-06-05"), true), GRANULARITY_DAY);
        QCOMPARE(automaticGranularity(rangeOf("2026-05-01", "2026-06-06"), true), GRANULARITY_WEEK);
    }

    void shiftingKeepsCalendarDays_data()
    {
        QTest::addColumn<ProjectTime>("place");
        QTest::addColumn<int>("steps");
        QTest::addColumn<std::string>("range");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char *name, const ProjectTime &place, int steps, std::string range,
                            std::string expected) { QTest::newRow(name) << place << steps << range << expected; };
        row("a month is its days", {}, -1, text("2026-05-01", "2026-06-01"), text("2026-03-31", "2026-05-01"));
        row("back over the change", newYork, -1, text("2026-03-04T05:00:00Z", "2026-03-11T04:00:00Z"),
            text("2026-02-25T05:00:00Z", "2026-03-04T05:00:00Z"));
        row("on from the change", newYork, 1, text("2026-03-04T05:00:00Z", "2026-03-11T04:00:00Z"),
            text("2026-03-11T04:00:00Z", "2026-03-18T04:00:00Z"));
        row("two on", newYork, 2, text("2026-03-07T05:00:00Z", "2026-03-08T05:00:00Z"),
            text("2026-03-09T04:00:00Z", "2026-03-10T04:00:00Z"));
        row("onto the day without midnight", beirut, 1, text("2026-03-27T22:00:00Z", "2026-03-28T22:00:00Z"),
            text("2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z"));
        row("off it", beirut, -1, text("2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z"),
            text("2026-03-27T22:00:00Z", "2026-03-28T22:00:00Z"));
        row("hours are hours", newYork, -1, text("2026-03-08T06:30:00Z", "2026-03-08T09:00:00Z"),
            text("2026-03-08T04:00:00Z", "2026-03-08T06:30:00Z"));
    }
    void shiftingKeepsCalendarDays()
    {
        QFETCH(ProjectTime, place);
        QFETCH(int, steps);
        QFETCH(std::string, range);
        QFETCH(std::string, expected);
        const auto space = range.find(' ');

        QCOMPARE(text(shifted(rangeOf(range.substr(0, space), range.substr(space + 1)), steps, place)), expected);
    }
};

QTEST_GUILESS_MAIN(TimeChoiceTest)
#include "time_choice_test.moc"
