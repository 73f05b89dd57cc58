// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/builder_form.h"

#include "ui/builder/range_calendar.h"
#include "ui/builder/range_dates.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>

using namespace insights::v1;

namespace {

void clickDay(RangeCalendar &calendar, QDate day)
{
    QTest::mouseClick(&calendar, Qt::LeftButton, {}, calendar.cellOf(day).center());
}

ProjectTime newYork()
{
    return {"America/New_York", WeekStart::Monday, {}, {}};
}

} // namespace

class BuilderTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp, SchemeChoice::Light); }

    void theZoneOfTheProjectIsInSight()
    {
        BuilderForm form;
        form.show(trendOf("page_view"));
        QCOMPARE(form.find<QLabel>("projectZone")->accessibleName(), "America/New_York");
    }

    void aPresetIsChosenAndShown()
    {
        BuilderForm form;
        form.show(trendOf("page_view"));

        form.click("timeRange");
        auto *presets = form.find<QListWidget>("timePresets");
        QVERIFY(presets);
        QCOMPARE(presets->count(), int(allTimePresets().size()));
        const auto found = presets->findItems(timePresetName(TimePreset::Last7Days), Qt::MatchExactly);
        QTest::mouseClick(presets->viewport(), Qt::LeftButton, {}, presets->visualItemRect(found.value(0)).center());
        form.settle();

        QCOMPARE(form.draft.draft().time.preset, TimePreset::Last7Days);
        QCOMPARE(form.find<QLabel>("timePreset")->accessibleName(), "Last 7 days");
        QVERIFY(!form.find<QWidget>("timePopup"));
    }

    void presetsOfTheDataNeedData()
    {
        BuilderForm form;
        form.draft.setPlace(newYork());
        form.show(trendOf("page_view"));

        form.click("timeRange");
        const auto *presets = form.find<QListWidget>("timePresets");
        QVERIFY(presets->findItems(timePresetName(TimePreset::AllData), Qt::MatchExactly).isEmpty());
    }

    void theCalendarSetsWholeDaysOfTheZoneAcrossAClockChange()
    {
        BuilderForm form;
        QuerySpec spec = trendOf("page_view");
        *spec.mutable_time_range() = rangeOf("2026-03-05T05:00:00Z", "2026-03-06T05:00:00Z");
        form.show(spec);

        form.click("timeRange");
        auto *calendar = form.find<RangeCalendar>("rangeCalendar");
        QCOMPARE(calendar->month(), QDate(2026, 3, 1));
        QSignalSpy changed(&form.draft, &DraftQuery::changed);
        clickDay(*calendar, QDate(2026, 3, 7));
        QCOMPARE(changed.count(), 0); // half a span
        clickDay(*calendar, QDate(2026, 3, 9)); // clocks go forward on the 8th

        QCOMPARE(changed.count(), 1);
        QCOMPARE(milliseconds(form.spec().time_range().start()), at("2026-03-07T05:00:00Z"));
        QCOMPARE(milliseconds(form.spec().time_range().end()), at("2026-03-10T04:00:00Z"));
        QCOMPARE(form.draft.draft().time.preset, TimePreset::Fixed);
    }

    void oneOpeningOfThePopupIsOneStepOfUndo()
    {
        BuilderForm form;
        form.show(trendOf("page_view"));
        const QuerySpec before = form.spec();
        form.click("timeRange");
        auto *calendar = form.find<RangeCalendar>("rangeCalendar");
        clickDay(*calendar, QDate(2026, 5, 3));
        clickDay(*calendar, QDate(2026, 5, 5));
        clickDay(*calendar, QDate(2026, 5, 12));
        clickDay(*calendar, QDate(2026, 5, 10)); // backwards is the same

        QCOMPARE(form.draft.undoStack().count(), 1);
        QCOMPARE(milliseconds(form.spec().time_range().start()), at("2026-05-10T04:00:00Z"));
        QCOMPARE(milliseconds(form.spec().time_range().end()), at("2026-05-13T04:00:00Z"));
        form.draft.undoStack().undo();
        QCOMPARE(milliseconds(form.spec().time_range().start()), milliseconds(before.time_range().start()));
    }

    void theWeekStartsWhereTheProjectSays()
    {
        Theme theme;
        RangeCalendar calendar(theme);
        calendar.setSpan({QDate(2026, 5, 1), QDate(2026, 5, 1)}); // a Friday

        calendar.setWeekStart(WeekStart::Sunday);
        QCOMPARE(calendar.cellOf(QDate(2026, 5, 3)).x(), 0);
        calendar.setWeekStart(WeekStart::Monday);
        QCOMPARE(calendar.cellOf(QDate(2026, 5, 4)).x(), 0);
    }

    void theCalendarWorksByKeyboard()
    {
        Theme theme;
        RangeCalendar calendar(theme);
        calendar.setSpan({QDate(2026, 5, 1), QDate(2026, 5, 1)});
        QSignalSpy picked(&calendar, &RangeCalendar::spanPicked);

        QTest::keyClick(&calendar, Qt::Key_PageUp);
        QTest::keyClick(&calendar, Qt::Key_Space);
        QTest::keyClick(&calendar, Qt::Key_Down);
        QTest::keyClick(&calendar, Qt::Key_Right);
        QTest::keyClick(&calendar, Qt::Key_Return);

        QCOMPARE(picked.count(), 1);
        QCOMPARE(picked[0][0].value<DateSpan>(), (DateSpan{QDate(2026, 4, 1), QDate(2026, 4, 9)}));
    }

    void timesCanBeTyped()
    {
        BuilderForm form;
        form.show(trendOf("page_view"));
        form.click("timeRange");
        auto *start = form.find<QLineEdit>("rangeStart");
        auto *end = form.find<QLineEdit>("rangeEnd");

        start->setFocus();
        start->setText("2026-05-02 14:30");
        QTest::keyClick(start, Qt::Key_Return);
        QCOMPARE(milliseconds(form.spec().time_range().start()), at("2026-05-02T18:30:00Z"));

        end->setFocus();
        end->setText("2026-05-03");
        QTest::keyClick(end, Qt::Key_Return);
        QCOMPARE(milliseconds(form.spec().time_range().end()), at("2026-05-04T04:00:00Z"));

        const QuerySpec before = form.spec();
        end->setText("soon");
        QTest::keyClick(end, Qt::Key_Return);
        QVERIFY(end->property("invalid").toBool());
        QVERIFY(form.find<QLabel>("rangeHint"));
        QCOMPARE(milliseconds(form.spec().time_range().end()), milliseconds(before.time_range().end()));

        end->setText("2026-05-01");
        QTest::keyClick(end, Qt::Key_Return);
        QCOMPARE(form.find<QLabel>("rangeHint")->accessibleName(), "The end lies before the start.");
    }

    void theArrowsShiftByTheLengthOfTheRange()
    {
        BuilderForm form;
        QuerySpec spec = trendOf("page_view");
        *spec.mutable_time_range() = rangeOf("2026-05-01T04:00:00Z", "2026-05-08T04:00:00Z");
        form.show(spec);

        form.click("earlierRange");
        QCOMPARE(milliseconds(form.spec().time_range().start()), at("2026-04-24T04:00:00Z"));
        form.click("laterRange");
        QCOMPARE(milliseconds(form.spec().time_range().start()), at("2026-05-01T04:00:00Z"));
    }

    void granularityIsAutomaticUntilChosen()
    {
        BuilderForm form;
        QuerySpec spec = trendOf("page_view");
        *spec.mutable_time_range() = rangeOf("2026-05-01T04:00:00Z", "2026-06-01T04:00:00Z");
        form.show(spec);
        auto *granularity = form.find<QComboBox>("granularity");
        QCOMPARE(granularity->currentText(), "Day · auto");
        QCOMPARE(form.find<QLabel>("timeHint")->accessibleName(), "Day gives 31 points; hours would give 744.");

        granularity->setFocus();
        form.press(Qt::Key_Down);
        QCOMPARE(form.spec().granularity(), GRANULARITY_HOUR);
        QVERIFY(!form.draft.draft().automaticGranularity);
        QCOMPARE(form.find<QLabel>("timeHint")->accessibleName(), "Hour gives 744 points; days would give 31.");

        form.press(Qt::Key_Up);
        QCOMPARE(form.spec().granularity(), GRANULARITY_DAY);
        QVERIFY(form.draft.draft().automaticGranularity);
    }

    void edgesReadBack_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<bool>("isEnd");
        QTest::addColumn<QString>("text");
        QTest::newRow("a day's start") << "2026-05-01T04:00:00Z" << false << "2026-05-01";
        QTest::newRow("the end shows the last day") << "2026-06-01T04:00:00Z" << true << "2026-05-31";
        QTest::newRow("a time") << "2026-05-01T18:30:00Z" << false << "2026-05-01 14:30";
        QTest::newRow("with seconds") << "2026-05-01T18:30:05Z" << true << "2026-05-01 14:30:05";
        QTest::newRow("the day of 23 hours") << "2026-03-09T04:00:00Z" << true << "2026-03-08";
        QTest::newRow("the day of 25 hours") << "2026-11-02T05:00:00Z" << true << "2026-11-01";
    }

    void edgesReadBack()
    {
        QFETCH(QString, time);
        QFETCH(bool, isEnd);
        QFETCH(QString, text);
        const RangeEdge edge = isEnd ? RangeEdge::End : RangeEdge::Start;
        QCOMPARE(edgeText(at(time.toStdString()), edge, newYork()), text);
        QCOMPARE(edgeOf(text, edge, newYork()), std::optional(at(time.toStdString())));
    }

    void aDayWithoutMidnightBeginsAfterTheGap()
    {
        const ProjectTime beirut{"Asia/Beirut", WeekStart::Monday, {}, {}};
        const QDate gap(2026, 3, 29); // 00:00 becomes 01:00
        const TimeRange day = rangeOfDays({gap, gap}, beirut);
        QCOMPARE(milliseconds(day.start()), at("2026-03-28T22:00:00Z"));
        QCOMPARE(milliseconds(day.end()), at("2026-03-29T21:00:00Z"));
        QCOMPARE(daysOf(day, beirut), (DateSpan{gap, gap}));
        QCOMPARE(edgeText(milliseconds(day.start()), RangeEdge::Start, beirut), "2026-03-29");
    }

private:
    Theme m_theme;
};

QTEST_MAIN(BuilderTimeTest)
#include "builder_time_test.moc"
