// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute_force.h"
#include "tests/support/brute_force_calendar.h"
#include "tests/support/brute_force_compare.h"
#include "tests/support/questions.h"
#include "tests/support/worked_examples.h"

#include <QTest>

#include <algorithm>

using namespace insights::v1;

namespace {

std::string text(const QJsonValue &value)
{
    return value.toString().toStdString();
}

// The text form of the values that the examples hold.
std::string textForm(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest).toStdString();
    return value.isBool() ? (value.toBool() ? "true" : "false") : text(value);
}

Events eventsOf(const QJsonObject &testCase, const Calendar &calendar)
{
    Events events;
    for (const QJsonValue value : testCase[QStringLiteral("events")].toArray()) {
        Event event{text(value[QStringLiteral("event")]),
                    text(value[QStringLiteral("user")]),
                    calendar.parseTime(text(value[QStringLiteral("time")])).value(),
                    {}};
        const QJsonObject properties = value[QStringLiteral("properties")].toObject();
        for (auto property = properties.begin(); property != properties.end(); ++property)
            event.properties[property.key().toStdString()] = textForm(property.value());
        events.push_back(std::move(event));
    }
    return events;
}

// "a@0 b@1000": events of one user, milliseconds after the start of May 2026.
Events eventsOf(const QString &text)
{
    Events events;
    for (const QString &event : text.split(u' '))
        events.push_back(
            {event.section(u'@', 0, 0).toStdString(), "u", at("2026-05-01") + event.section(u'@', 1).toLongLong(), {}});
    return events;
}

QuerySpec funnelOf(const QString &steps, int window)
{
    QuerySpec spec;
    for (const QString &step : steps.split(u' '))
        spec.add_events()->set_name(step.toStdString());
    *spec.mutable_time_range() = rangeOf("2026-05-01", "2026-06-01");
    spec.set_visualization(VISUALIZATION_FUNNEL);
    if (window > 0)
        spec.mutable_conversion_window()->set_seconds(window);
    return spec;
}

} // namespace

// Who checks the checker: brute force against the worked examples of tests/data/cases.
class BruteForceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bruteForceAnswersAsTheExampleSays_data()
    {
        QTest::addColumn<QJsonObject>("testCase");
        for (const char *family : {"trends", "filters", "breakdown", "timezone", "own", "funnel", "retention", "table"})
            for (const QJsonValue value : workedExamples(QString::fromLatin1(family)))
                QTest::addRow("%s", text(value[QStringLiteral("id")]).c_str()) << value.toObject();
    }

    void bruteForceAnswersAsTheExampleSays()
    {
        QFETCH(const QJsonObject, testCase);
        const Calendar calendar = calendarOf(testCase);
        const QuerySpec spec = specOf(testCase);

        const QueryResponse answer
            = bruteForce(spec, eventsOf(testCase, calendar), calendar.zone(), calendar.weekStart(), at("2030-01-01"));

        const Facts expected = sortedNumbersOf(expectedOf(testCase, spec));
        QVERIFY(!expected.empty());
        QCOMPARE(firstDifference(sortedNumbersOf(answer), expected), std::string());
    }

    void theBestChainOfAUserCounts_data()
    {
        QTest::addColumn<QString>("events");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<int>("window"); // seconds, 0 is none
        QTest::addColumn<QString>("counts");
        QTest::addRow("steps at one instant, inserted backwards") << "c@0 b@0 a@0"
                                                                  << "a b c" << 0 << "1 1 1";
        QTest::addRow("one event fills one step") << "a@0"
                                                  << "a a" << 0 << "1 0";
        QTest::addRow("two events at one instant fill two") << "a@0 a@0"
                                                            << "a a" << 0 << "1 1";
        QTest::addRow("the first step again, at one instant") << "a@0 b@0 a@0"
                                                              << "a b a a" << 0 << "1 1 1 0";
        QTest::addRow("time does not go back") << "a@5 b@4 c@6"
                                               << "a b c" << 0 << "1 0 0";
        QTest::addRow("the last millisecond of the window") << "a@0 b@1000"
                                                            << "a b" << 1 << "1 1";
        QTest::addRow("one past it") << "a@0 b@1001"
                                     << "a b" << 1 << "1 0";
        QTest::addRow("a later start") << "a@0 a@5000 b@6000"
                                       << "a b" << 1 << "1 1";
        QTest::addRow("a later start that is also the second step") << "a@0 a@900 b@1800"
                                                                    << "a a b" << 1 << "1 1 0";
        QTest::addRow("a longer chain after a shorter one") << "a@0 b@1 a@5000 b@5001 c@5002"
                                                            << "a b c" << 1 << "1 1 1";
    }

    void theBestChainOfAUserCounts()
    {
        QFETCH(const QString, events);
        QFETCH(const QString, steps);
        QFETCH(const int, window);
        QFETCH(const QString, counts);
        QStringList counted;
        const QueryResponse answer
            = bruteForce(funnelOf(steps, window), eventsOf(events), "UTC", WeekStart::Sunday, at("2030-01-01"));
        for (const FunnelStep &step : answer.funnel().steps())
            counted << QString::number(step.count());
        QCOMPARE(counted.join(u' '), counts);
    }

    void theEarliestMatchingEventDecidesTheGroup()
    {
        QuerySpec spec = funnelOf(QStringLiteral("a b"), 0);
        spec.mutable_breakdown()->set_property("plan");
        Events events = eventsOf(QStringLiteral("x@0 a@2 b@1 b@1"));
        const char *plans[] = {"other", "start", "team", "pro"};
        for (std::size_t i = 0; i < events.size(); ++i)
            events[i].properties["plan"] = plans[i];

        const QueryResponse answer = bruteForce(spec, events, "UTC", WeekStart::Sunday, at("2030-01-01"));

        QCOMPARE(answer.funnel().steps_size(), 2);
        QCOMPARE(answer.funnel().steps(0).breakdown(), std::string("pro")); // of two at one instant the smaller
    }

    void theWalkThroughAZoneSeesWhatItsClocksDo_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<int>("granularity");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("starts"); // in UTC
        QTest::addRow("a day without a midnight, in Beirut")
            << "Asia/Beirut" << int(GRANULARITY_DAY) << "2026-03-28T00:00Z"
            << "2026-03-30T00:00Z"
            << "03-27T22:00 03-28T22:00 03-29T21:00";
        QTest::addRow("a midnight that becomes 23:00") << "Asia/Beirut" << int(GRANULARITY_DAY) << "2026-10-24T12:00Z"
                                                       << "2026-10-25T12:00Z"
                                                       << "10-23T21:00 10-24T22:00";
        QTest::addRow("an hour that happens twice") << "Europe/Berlin" << int(GRANULARITY_HOUR) << "2026-10-24T23:30Z"
                                                    << "2026-10-25T02:30Z"
                                                    << "10-24T23:00 10-25T00:00 10-25T01:00 10-25T02:00";
        QTest::addRow("hours of a zone at +05:45") << "Asia/Kathmandu" << int(GRANULARITY_HOUR) << "2026-01-01T00:00Z"
                                                   << "2026-01-01T01:00Z"
                                                   << "12-31T23:15 01-01T00:15";
        QTest::addRow("the date that Apia skipped") << "Pacific/Apia" << int(GRANULARITY_DAY) << "2011-12-29T12:00Z"
                                                    << "2011-12-30T12:00Z"
                                                    << "12-29T10:00 12-30T10:00";
        QTest::addRow("half an hour back on Lord Howe")
            << "Australia/Lord_Howe" << int(GRANULARITY_HOUR) << "2026-04-04T14:30Z"
            << "2026-04-04T16:00Z"
            << "04-04T14:00 04-04T15:00 04-04T15:30";
        QTest::addRow("weeks that begin on Sunday")
            << "America/New_York" << int(GRANULARITY_WEEK) << "2026-03-01T05:00Z"
            << "2026-03-15T04:00Z"
            << "03-01T05:00 03-08T05:00";
    }

    void theWalkThroughAZoneSeesWhatItsClocksDo()
    {
        QFETCH(const QString, zone);
        QFETCH(const int, granularity);
        QFETCH(const QString, start);
        QFETCH(const QString, end);
        QFETCH(const QString, starts);
        QStringList walked;
        for (const brute::Bucket &bucket :
             brute::walkBuckets(zone.toStdString(), WeekStart::Sunday, Granularity(granularity),
                                at(start.toStdString()), at(end.toStdString())))
            walked << QString::fromStdString(Calendar::isoTime(bucket.start)).mid(5, 11);
        QCOMPARE(walked.join(u' '), starts);
    }
};

QTEST_GUILESS_MAIN(BruteForceTest)
#include "brute_force_test.moc"
