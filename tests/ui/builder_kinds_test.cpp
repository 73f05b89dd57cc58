// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/builder_form.h"

#include "query/check.h"
#include "session/question_kind.h"
#include "ui/builder/event_place.h"
#include "ui/builder/filter_terms.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>

using namespace insights::v1;

namespace {

QStringList names(const QuerySpec &spec)
{
    QStringList names;
    for (const EventSelector &event : eventsOf(spec))
        names.append(QString::fromStdString(event.name()));
    return names;
}

QStringList shownNames(const BuilderForm &form)
{
    QStringList names;
    for (int i = 0; i < form.count("eventName"); ++i)
        names.append(form.find<CompletionField>("eventName", i)->text());
    return names;
}

QuerySpec funnelOf(std::initializer_list<std::string> events)
{
    QuerySpec spec = trendOf(events);
    spec.set_visualization(VISUALIZATION_FUNNEL);
    spec.clear_granularity();
    return spec;
}

QuerySpec retentionOf(const std::string &start, const std::string &comeBack = {})
{
    QuerySpec spec = trendOf({});
    spec.set_visualization(VISUALIZATION_RETENTION);
    spec.mutable_starting_event()->set_name(start);
    if (!comeBack.empty())
        spec.mutable_return_event()->set_name(comeBack);
    return spec;
}

QString spoken(const BuilderForm &form, const QString &name, int index = 0)
{
    const auto *widget = form.find<QWidget>(name, index);
    return widget ? widget->accessibleName() : QString();
}

void enter(BuilderForm &form, QSpinBox &box, const QString &number)
{
    box.setFocus();
    box.selectAll();
    if (number.isEmpty())
        form.press(Qt::Key_Delete);
    else
        form.type(number);
    form.press(Qt::Key_Return);
}

} // namespace

class BuilderKindsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp, SchemeChoice::Light); }

    void aNumberIsOfAllValues()
    {
        BuilderForm form;
        QuerySpec spec = trendOf("page_view");
        spec.mutable_breakdown()->set_property("plan");
        form.show(spec);
        QVERIFY(form.find<QWidget>("breakdownLimit"));
        spec.set_visualization(VISUALIZATION_KPI);
        form.show(spec);
        QVERIFY(!form.find<QWidget>("breakdownLimit"));
        spec.set_breakdown_limit(150); // what is wrong must be there to be mended
        form.show(spec);
        QVERIFY(form.find<QWidget>("breakdownLimit"));
    }

    void aClickMakesItAnotherKindInOneStep()
    {
        BuilderForm form;
        form.show(trendOf({"page_view", "purchase"}));
        const QuerySpec trend = form.spec();

        form.click("kindFunnel");
        QCOMPARE(form.spec().visualization(), VISUALIZATION_FUNNEL);
        QCOMPARE(form.find<QLabel>("eventsTitle")->text(), "Steps");
        QCOMPARE(spoken(form, "eventName", 1), "Step 2");
        QCOMPARE(form.find<QAbstractButton>("addEvent")->text(), "Add step");
        QCOMPARE(form.find<QLabel>("fixedMeasure")->text(), "Users, in this order");
        QVERIFY(!form.find<QWidget>("measure"));
        QVERIFY(!form.find<QWidget>("granularity"));

        form.click("kindRetention");
        QCOMPARE(form.spec().starting_event().name(), "page_view");
        QCOMPARE(form.spec().return_event().name(), "purchase");
        QCOMPARE(form.find<QLabel>("eventCaption")->text(), "Cohort: users whose first event is");
        QCOMPARE(form.find<QLabel>("eventCaption", 1)->text(), "came back with");
        QVERIFY(!form.find<QWidget>("windowNumber"));

        QCOMPARE(form.draft.undoStack().count(), 2);
        form.draft.undoStack().setIndex(0);
        form.settle();
        QVERIFY(sameMessage(form.spec(), trend));
        QVERIFY(form.find<QAbstractButton>("kindTrend")->isChecked());
        QCOMPARE(spoken(form, "eventName", 1), "Event B");
    }

    void theArrowsMoveTheKind()
    {
        BuilderForm form;
        form.show(trendOf("page_view"));
        form.find<QWidget>("kindTrend")->setFocus();

        form.press(Qt::Key_Right);
        QCOMPARE(kindOf(form.spec()), QuestionKind::Funnel);
        form.press(Qt::Key_Right);
        QCOMPARE(kindOf(form.spec()), QuestionKind::Retention);
        form.press(Qt::Key_Left);
        QCOMPARE(kindOf(form.spec()), QuestionKind::Funnel);
        QCOMPARE(QApplication::focusWidget(), form.find<QWidget>("kindFunnel"));
    }

    void ctrlDDuplicatesAStep()
    {
        BuilderForm form;
        form.show(funnelOf({"page_view", "purchase"}));

        form.find<QWidget>("eventName")->setFocus();
        form.press(Qt::Key_D, Qt::ControlModifier);

        QCOMPARE(names(form.spec()), (QStringList{"page_view", "page_view", "purchase"}));
        QCOMPARE(spoken(form, "eventHint"), "One event can match steps 1 and 2. Each step needs an event of its own.");
    }

    void aFunnelOfOneStepAsksForASecond()
    {
        BuilderForm form;
        form.show(funnelOf({"page_view"}));
        QCOMPARE(spoken(form, "eventHint"), "Add a second step to see who goes on.");
    }

    void aFunnelIsFullAtTwentySteps()
    {
        BuilderForm form;
        QuerySpec spec = funnelOf({"page_view"});
        for (int i = 1; i < 19; ++i)
            spec.add_events()->set_name("purchase");
        form.show(spec);
        form.click("addEvent");
        form.type("pay");
        form.press(Qt::Key_Return);

        QCOMPARE(form.spec().events_size(), 20);
        QVERIFY(!form.find<QWidget>("addEvent"));
        QCOMPARE(spoken(form, "eventsHint"), "A funnel has at most 20 steps.");
        form.find<QWidget>("eventName")->setFocus();
        form.press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(form.spec().events_size(), 20);
        QVERIFY(check(form.spec()).empty());
    }

    void manyOverlappingStepsAreNotAllListed()
    {
        QuerySpec spec = funnelOf({"a"});
        for (int i = 1; i < 6; ++i)
            spec.add_events()->set_name("a");
        QCOMPARE(stepNote(spec, 5),
                 "One event can match steps 1, 2, 3 and 3 more. Each step needs an event of its own.");
        QCOMPARE(stepNote(spec, 4), QString());
    }

    void theWindowIsANumberOfAUnit()
    {
        BuilderForm form;
        form.show(funnelOf({"page_view", "purchase"}));
        auto *number = form.find<QSpinBox>("windowNumber");
        auto *unit = form.find<QComboBox>("windowUnit");
        QCOMPARE(number->text(), "any");
        QCOMPARE(spoken(form, "windowHint"), "At any time in the range, from each user’s first step 1.");

        enter(form, *number, "7");
        QCOMPARE(form.spec().conversion_window().seconds(), 604'800);
        QCOMPARE(spoken(form, "windowHint"), "Counted from each user’s first step 1.");

        unit->setFocus();
        form.press(Qt::Key_Down); // weeks
        QCOMPARE(form.spec().conversion_window().seconds(), 7 * 604'800);
        QCOMPARE(number->value(), 7);
        form.draft.undoStack().undo();
        QCOMPARE(number->text() + " " + unit->currentText(), "7 days");

        enter(form, *number, "");
        QVERIFY(!form.spec().has_conversion_window());
        QCOMPARE(number->text(), "any");
        QCOMPARE(unit->currentText(), "days");
    }

    void aWindowIsShownInTheUnitThatTellsItExactly_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one") << qint64(1) << "1 seconds";
        QTest::newRow("minutes") << qint64(5'400) << "90 minutes";
        QTest::newRow("hours") << qint64(7'200) << "2 hours";
        QTest::newRow("a week") << qint64(604'800) << "7 days";
        QTest::newRow("more than the field holds") << qint64(4'000'000'001) << "2147483647 seconds";
    }
    void aWindowIsShownInTheUnitThatTellsItExactly()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, expected);
        BuilderForm form;
        QuerySpec spec = funnelOf({"page_view", "purchase"});
        spec.mutable_conversion_window()->set_seconds(seconds);
        form.show(spec);

        QCOMPARE(QString::number(form.find<QSpinBox>("windowNumber")->value()) + " "
                     + form.find<QComboBox>("windowUnit")->currentText(),
                 expected);
        QCOMPARE(form.spec().conversion_window().seconds(), seconds); // shown, not mended
        QVERIFY(!form.draft.undoStack().canUndo());
    }

    void whatAFileSaysAgainstTheKindCanBeLeftOut()
    {
        BuilderForm form;
        QuerySpec trend = trendOf("page_view");
        trend.mutable_conversion_window()->set_seconds(60);
        form.show(trend);
        Q_EMIT form.find<QLabel>("windowHint")->linkActivated("#");
        form.settle();
        QVERIFY(check(form.spec()).empty());
        QVERIFY(!form.find<QWidget>("windowNumber"));

        QuerySpec funnel = funnelOf({"page_view", "purchase"});
        funnel.set_aggregation(AGGREGATION_SUM);
        form.show(funnel);
        Q_EMIT form.find<QLabel>("measureHint")->linkActivated("#");
        form.settle();
        QVERIFY(check(form.spec()).empty());
    }

    void aReturnIsTheSameEventUntilOneIsChosen()
    {
        BuilderForm form;
        form.show(retentionOf("purchase"));
        QCOMPARE(shownNames(form), (QStringList{"purchase", ""}));
        QCOMPARE(form.find<QLineEdit>("eventName", 1)->placeholderText(), "The same event");
        QVERIFY(!form.find<QWidget>("addEvent"));

        QTest::mouseClick(form.find<QWidget>("eventName", 1), Qt::LeftButton);
        form.press(Qt::Key_Escape); // leaves the place there
        QCOMPARE(form.count("eventRow"), 2);
        form.type("page");
        form.press(Qt::Key_Return);
        QCOMPARE(form.spec().return_event().name(), "page_view");

        form.click("eventMenu", 1);
        form.choose("eventActions", "Remove");
        QVERIFY(!form.spec().has_return_event());
        QCOMPARE(shownNames(form), (QStringList{"purchase", ""}));
    }

    void altUpSwapsStartAndReturn()
    {
        BuilderForm form;
        form.show(retentionOf("purchase", "page_view"));
        form.find<QWidget>("eventName", 1)->setFocus();

        form.press(Qt::Key_Up, Qt::AltModifier);

        QCOMPARE(form.spec().starting_event().name(), "page_view");
        QCOMPARE(form.spec().return_event().name(), "purchase");
        QCOMPARE(QApplication::focusWidget(), form.find<QWidget>("eventName"));
        QCOMPARE(spoken(form, "eventName"), "Starting event");
    }

    void theEventsOfARetentionHaveFilters()
    {
        BuilderForm form;
        form.show(retentionOf("purchase", "page_view"));
        form.click("filterEvent", 1);
        form.type("plan");
        form.press(Qt::Key_Return);
        form.type("pro");
        form.press(Qt::Key_Return);
        QCOMPARE(form.spec().return_event().filters_size(), 1);
        QCOMPARE(form.spec().return_event().filters(0).value(), "pro");
    }

    void aMissingStartIsSaidInItsRow()
    {
        BuilderForm form;
        QuerySpec spec = retentionOf("", "page_view");
        spec.clear_starting_event();
        form.show(spec);
        QCOMPARE(spoken(form, "eventHint"), "An event needs a name.");

        QTest::mouseClick(form.find<QWidget>("eventName"), Qt::LeftButton);
        form.type("purchase");
        form.press(Qt::Key_Return);
        QCOMPARE(names(form.spec()), (QStringList{"purchase", "page_view"}));
    }

    void aRetentionSaysItsCohortsAndWhereWeeksStart()
    {
        BuilderForm form;
        QuerySpec spec = retentionOf("purchase", "page_view");
        *spec.mutable_time_range() = rangeOf("2026-03-09T04:00:00Z", "2026-06-01T04:00:00Z");
        form.show(spec);
        QCOMPARE(form.spec().granularity(), GRANULARITY_WEEK);
        QCOMPARE(spoken(form, "timeHint"),
                 "Week gives up to 12 cohorts; days would give 84. Weeks start on Monday, as set for this project.");
        QVERIFY(form.find<QWidget>("granularity")->toolTip().contains("five weeks"));
    }

    void theComparisonIsChosenUndoneAndNamesItsDates()
    {
        BuilderForm form;
        QuerySpec spec = trendOf("page_view");
        *spec.mutable_time_range() = rangeOf("2026-05-01T04:00:00Z", "2026-06-01T04:00:00Z");
        form.show(spec);
        const QuerySpec before = form.spec();
        auto *compare = form.find<QComboBox>("compare");

        compare->setFocus();
        form.press(Qt::Key_Down);

        QCOMPARE(compare->currentText(), "vs Previous period");
        QCOMPARE(compare->accessibleDescription(), "vs 31 Mar – 30 Apr 2026");
        QCOMPARE(form.draft.draft().compare, Compare::PreviousPeriod);
        QVERIFY(sameMessage(form.spec(), before)); // no part of it
        form.click("kindFunnel");
        QCOMPARE(form.draft.draft().compare, Compare::PreviousPeriod);
        form.draft.undoStack().setIndex(0);
        QCOMPARE(compare->currentIndex(), 0);
    }

    void aTableHasNoGranularityToChoose()
    {
        BuilderForm form;
        form.show(trendOf("page_view"));
        QuerySpec table = form.spec();
        table.set_visualization(VISUALIZATION_TABLE);
        form.draft.editSpec(table, "As a table");
        QVERIFY(!form.find<QWidget>("granularity"));
        QVERIFY(form.find<QAbstractButton>("kindTrend")->isChecked());

        table = form.spec();
        table.set_visualization(VISUALIZATION_BAR);
        form.draft.editSpec(table, "As bars");
        QVERIFY(form.find<QWidget>("granularity"));
        QVERIFY(check(form.spec()).empty());
    }

    void theNarrowestFormShowsEverything()
    {
        BuilderForm form;
        form.show(trendOf({"page_view", "an_event_with_a_very_long_name_that_nobody_would_ever_type_by_hand"}));
        for (const char *kind : {"kindFunnel", "kindRetention", "kindTrend"}) {
            form.click(kind);
            const auto *scroll = form.find<QScrollArea>("builderScroll");
            const int bar = scroll->verticalScrollBar()->sizeHint().width();
            const int least = scroll->widget()->minimumSizeHint().width();
            QVERIFY2(least <= BuilderPanel::leastWidth - bar, qPrintable(QString("%1 %2").arg(kind).arg(least)));
        }
    }

    void everythingHasANameForItselfInEveryKind()
    {
        BuilderForm form;
        form.show(trendOf({"page_view", "purchase"}));
        for (const char *kind : {"kindFunnel", "kindRetention", "kindTrend"}) {
            form.click(kind);
            for (const QWidget *widget : form.panel.findChildren<QWidget *>()) {
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy())
                    continue;
                const auto *said = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
                QVERIFY2(said && !said->text(QAccessible::Name).isEmpty() && !widget->objectName().isEmpty(),
                         qPrintable(QString("%1 %2").arg(kind, widget->objectName())));
            }
        }
    }

private:
    Theme m_theme;
};

QTEST_MAIN(BuilderKindsTest)
#include "builder_kinds_test.moc"
