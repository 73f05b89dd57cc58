// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/compare.h"
#include "tests/support/questions.h"

#include <QTest>

using namespace insights::v1;

namespace {

std::string text(const TimeRange &range)
{
    return Calendar::isoTime(milliseconds(range.start())) + " " + Calendar::isoTime(milliseconds(range.end()));
}

const ProjectTime utc;
const ProjectTime newYork{"America/New_York"};
const ProjectTime beirut{"Asia/Beirut"};

} // namespace

Q_DECLARE_METATYPE(ProjectTime)

class CompareTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theComparedRangeIsBesideTheRange_data()
    {
        QTest::addColumn<ProjectTime>("place");
        QTest::addColumn<Compare>("compare");
        QTest::addColumn<TimeRange>("range");
        QTest::addColumn<TimeRange>("expected");
        using enum Compare;
        const auto row
            = [](const char *name, const ProjectTime &place, Compare compare, const TimeRange &range,
                 const TimeRange &expected) { QTest::newRow(name) << place << compare << range << expected; };

        const TimeRange may = rangeOf("2026-05-01", "2026-06-01");
        row("nothing", utc, Nothing, may, may);
        row("a month is its days", utc, PreviousPeriod, may, rangeOf("2026-03-31", "2026-05-01"));
        row("five weeks before a month", utc, SameWeekdaysBefore, may, rangeOf("2026-03-27", "2026-04-27"));
        row("a year before", utc, PreviousYear, may, rangeOf("2025-05-01", "2025-06-01"));

        const TimeRange week = rangeOf("2026-05-03", "2026-05-10");
        row("one week before a week", utc, SameWeekdaysBefore, week, rangeOf("2026-04-26", "2026-05-03"));
        row("one week before a day", utc, SameWeekdaysBefore, rangeOf("2026-05-05", "2026-05-06"),
            rangeOf("2026-04-28", "2026-04-29"));
        const TimeRange longWeek = rangeOf("2026-10-26T04:00:00Z", "2026-11-02T05:00:00Z"); // New York, clocks back
        row("one week before a week of 169 hours", newYork, SameWeekdaysBefore, longWeek,
            rangeOf("2026-10-19T04:00:00Z", "2026-10-26T04:00:00Z"));
        row("across the change of clocks", newYork, SameWeekdaysBefore,
            rangeOf("2026-03-09T04:00:00Z", "2026-03-10T04:00:00Z"),
            rangeOf("2026-03-02T05:00:00Z", "2026-03-03T05:00:00Z"));
        row("hours keep the time of day", newYork, SameWeekdaysBefore,
            rangeOf("2026-03-10T13:30:00.250Z", "2026-03-10T16:00:00Z"),
            rangeOf("2026-03-03T14:30:00.250Z", "2026-03-03T17:00:00Z"));
        row("off a day without midnight", beirut, SameWeekdaysBefore,
            rangeOf("2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z"),
            rangeOf("2026-03-21T22:00:00Z", "2026-03-22T22:00:00Z"));
        row("onto a day without midnight", beirut, SameWeekdaysBefore,
            rangeOf("2026-04-04T21:00:00Z", "2026-04-05T21:00:00Z"),
            rangeOf("2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z"));

        row("29 February", utc, PreviousYear, rangeOf("2024-02-29", "2024-03-01"), rangeOf("2023-02-28", "2023-03-01"));
        row("up to 28 February", utc, PreviousYear, rangeOf("2024-02-01", "2024-02-29"),
            rangeOf("2023-02-01", "2023-03-01"));
        row("hours of 29 February", utc, PreviousYear, rangeOf("2024-02-28T12:00:00Z", "2024-02-29T06:00:00Z"),
            rangeOf("2023-02-28T12:00:00Z", "2023-03-01T06:00:00Z"));
        row("a year before, other offset", newYork, PreviousYear,
            rangeOf("2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z"),
            rangeOf("2025-03-08T05:00:00Z", "2025-03-09T05:00:00Z"));
    }
    void theComparedRangeIsBesideTheRange()
    {
        QFETCH(ProjectTime, place);
        QFETCH(Compare, compare);
        QFETCH(TimeRange, range);
        QFETCH(TimeRange, expected);

        QCOMPARE(text(comparedRange(range, compare, place)), text(expected));
    }

    void everyChoiceHasANameOfItsOwn()
    {
        std::set<QString> names;
        for (const Compare compare : allCompares())
            names.insert(compareName(compare));

        QCOMPARE(names.size(), std::size_t(4));
        QVERIFY(!names.contains(QString()));
    }

    void theComparedDatesAreNamed()
    {
        const TimeRange compared = comparedRange(rangeOf("2026-05-01", "2026-06-01"), Compare::PreviousPeriod, utc);

        QCOMPARE(comparedText(compared, utc), QStringLiteral("vs 31 Mar – 30 Apr 2026"));
    }
};

QTEST_GUILESS_MAIN(CompareTest)
#include "compare_test.moc"
