// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/builder_form.h"

#include "ui/builder/filter_terms.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QSignalSpy>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace insights::v1;

namespace {

QStringList eventNames(const QuerySpec &spec)
{
    QStringList names;
    for (const EventSelector &event : spec.events())
        names.append(QString::fromStdString(event.name()));
    return names;
}

// What the rows of the form show, from top to bottom.
QStringList shownNames(const BuilderForm &form)
{
    QStringList names;
    for (int i = 0; i < form.count("eventName"); ++i)
        names.append(form.find<CompletionField>("eventName", i)->text());
    return names;
}

bool takesInput(const QWidget &widget)
{
    return widget.focusPolicy() != Qt::NoFocus && widget.isVisible();
}

} // namespace

class BuilderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp, SchemeChoice::Light); }

    void anEmptyQuestionHasAPlaceToBegin()
    {
        BuilderForm form;
        form.show({});
        QCOMPARE(shownNames(form), QStringList{QString()});

        QTest::mouseClick(form.find<QWidget>("eventName"), Qt::LeftButton);
        form.type("pag");
        form.press(Qt::Key_Return);

        QCOMPARE(eventNames(form.spec()), QStringList{"page_view"});
        QCOMPARE(shownNames(form), QStringList{"page_view"});
    }

    void choosingAnEventByTypingEditsTheDraft()
    {
        BuilderForm form;
        form.show(trendOf("page_view"));
        QSignalSpy changed(&form.draft, &DraftQuery::changed);

        form.click("addEvent");
        form.type("pu");
        QCOMPARE(changed.count(), 0);
        form.press(Qt::Key_Return);

        QCOMPARE(eventNames(form.spec()), (QStringList{"page_view", "purchase"}));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(form.draft.undoStack().undoText(), "Add event");
        QCOMPARE(form.find<QLabel>("eventCount", 1)->text(), "48k");
    }

    void theArrowsChooseAnotherRowOfTheList()
    {
        BuilderForm form;
        form.show(trendOf("purchase"));

        QTest::mouseClick(form.find<QWidget>("eventName"), Qt::LeftButton);
        form.type("pa"); // page_view, payment_failed, Use "pa"
        form.press(Qt::Key_Down);
        form.press(Qt::Key_Return);

        QCOMPARE(eventNames(form.spec()), QStringList{"payment_failed"});
    }

    void escapeTakesTheTypingBack()
    {
        BuilderForm form;
        form.show(trendOf("purchase"));

        QTest::mouseClick(form.find<QWidget>("eventName"), Qt::LeftButton);
        form.type("pa");
        form.press(Qt::Key_Escape);

        QCOMPARE(eventNames(form.spec()), QStringList{"purchase"});
        QCOMPARE(form.find<CompletionField>("eventName")->text(), "purchase");
        QVERIFY(!form.find<CompletionField>("eventName")->isListOpen());
    }

    void anEventThatIsNotChosenLeavesNoRow()
    {
        BuilderForm form;
        form.show(trendOf("purchase"));

        form.click("addEvent");
        QCOMPARE(form.count("eventRow"), 2);
        form.press(Qt::Key_Escape);

        QCOMPARE(form.count("eventRow"), 1);
        QVERIFY(!form.draft.undoStack().canUndo());
    }

    void aNameThatWasNotSeenIsAllowedAndHinted()
    {
        BuilderForm form;
        form.show(trendOf("purchase"));

        QTest::mouseClick(form.find<QWidget>("eventName"), Qt::LeftButton);
        form.type("page_veiw");
        form.press(Qt::Key_Return);
        QCOMPARE(eventNames(form.spec()), QStringList{"page_veiw"});
        auto *hint = form.find<QLabel>("eventHint");
        QVERIFY(hint);
        QCOMPARE(hint->accessibleName(), "Not seen yet. Did you mean page_view?");

        Q_EMIT hint->linkActivated("#");
        form.settle();
        QCOMPARE(eventNames(form.spec()), QStringList{"page_view"});
        QVERIFY(!form.find<QLabel>("eventHint"));
    }

    void withoutACatalogOneTypesFreely()
    {
        BuilderForm form(BuilderForm::Catalogue::Unknown);
        form.show({});

        QTest::mouseClick(form.find<QWidget>("eventName"), Qt::LeftButton);
        form.type("anything at all");
        form.press(Qt::Key_Tab);

        QCOMPARE(eventNames(form.spec()), QStringList{"anything at all"});
        QVERIFY(!form.find<QLabel>("eventHint"));
    }

    void altUpMovesAnEventAndKeepsItsFocus()
    {
        BuilderForm form;
        form.show(trendOf({"page_view", "purchase", "payment_failed"}));

        form.find<QWidget>("eventName", 2)->setFocus();
        form.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(eventNames(form.spec()), (QStringList{"page_view", "payment_failed", "purchase"}));
        QCOMPARE(shownNames(form), eventNames(form.spec()));
        QCOMPARE(QApplication::focusWidget(), form.find<QWidget>("eventName", 1));

        form.press(Qt::Key_Up, Qt::AltModifier);
        form.press(Qt::Key_Up, Qt::AltModifier); // at the top already
        QCOMPARE(eventNames(form.spec()), (QStringList{"payment_failed", "page_view", "purchase"}));
        form.press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(eventNames(form.spec()), (QStringList{"page_view", "payment_failed", "purchase"}));
    }

    void pullingTheGripMovesAnEventOnce()
    {
        BuilderForm form;
        form.show(trendOf({"page_view", "purchase", "payment_failed"}));
        QSignalSpy changed(&form.draft, &DraftQuery::changed);

        auto *grip = form.find<QWidget>("eventGrip", 2);
        const QPoint first = form.find<QWidget>("eventGrip", 0)->mapToGlobal(QPoint(4, 2));
        QTest::mousePress(grip, Qt::LeftButton);
        QTest::mouseMove(grip, grip->mapFromGlobal(first));
        QCOMPARE(changed.count(), 0);
        QTest::mouseRelease(grip, Qt::LeftButton, {}, grip->mapFromGlobal(first));
        form.settle();

        QCOMPARE(eventNames(form.spec()), (QStringList{"payment_failed", "page_view", "purchase"}));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(shownNames(form), eventNames(form.spec()));
    }

    void theMenuDuplicatesAndRemoves()
    {
        BuilderForm form;
        form.show(trendOf({"page_view", "purchase"}));

        form.click("eventMenu");
        form.choose("eventActions", "Duplicate");
        QCOMPARE(eventNames(form.spec()), (QStringList{"page_view", "page_view", "purchase"}));

        form.click("eventMenu", 2);
        form.choose("eventActions", "Remove");
        QCOMPARE(eventNames(form.spec()), (QStringList{"page_view", "page_view"}));
        QCOMPARE(shownNames(form), eventNames(form.spec()));
    }

    void aMeasureOfAPropertyWaitsForTheProperty()
    {
        BuilderForm form;
        form.show(trendOf("purchase"));
        auto *measure = form.find<QComboBox>("measure");

        measure->setFocus();
        form.press(Qt::Key_Down); // unique users
        QCOMPARE(form.spec().aggregation(), AGGREGATION_UNIQUE_USERS);
        measure->setFocus();
        form.press(Qt::Key_Down); // sum
        QCOMPARE(form.spec().aggregation(), AGGREGATION_UNIQUE_USERS);
        QCOMPARE(measure->currentText(), "Sum of a property");
        auto *property = form.find<CompletionField>("measureProperty");
        QCOMPARE(QApplication::focusWidget(), property);

        form.press(Qt::Key_Return); // numbers come first, whatever their count
        QCOMPARE(form.spec().aggregation(), AGGREGATION_SUM);
        QCOMPARE(form.spec().aggregation_property(), "amount");

        measure->setFocus();
        form.press(Qt::Key_Down); // average, of the same property
        QCOMPARE(form.spec().aggregation(), AGGREGATION_AVERAGE);
        QCOMPARE(form.spec().aggregation_property(), "amount");
    }

    void aBreakdownIsChosenLimitedAndCleared()
    {
        BuilderForm form;
        form.show(trendOf("page_view"));
        QVERIFY(!form.find<QSpinBox>("breakdownLimit"));

        QTest::mouseClick(form.find<QWidget>("breakdownProperty"), Qt::LeftButton);
        form.type("country");
        form.press(Qt::Key_Return);
        QCOMPARE(form.spec().breakdown().property(), "$geo.country");
        QCOMPARE(form.spec().breakdown_limit(), 0); // the default stays unsaid

        auto *limit = form.find<QSpinBox>("breakdownLimit");
        QCOMPARE(limit->value(), 10);
        limit->setFocus();
        limit->selectAll();
        form.type("25");
        form.press(Qt::Key_Return);
        QCOMPARE(form.spec().breakdown_limit(), 25);

        form.click("clearBreakdown");
        QVERIFY(!form.spec().has_breakdown());
        QCOMPARE(form.spec().breakdown_limit(), 0);
    }

    void aLimitOutOfBoundsIsShownAndNotMended()
    {
        BuilderForm form;
        QuerySpec spec = trendOf("page_view");
        spec.mutable_breakdown()->set_property("plan");
        spec.set_breakdown_limit(150);
        form.show(spec);

        QCOMPARE(form.spec().breakdown_limit(), 150);
        QCOMPARE(form.find<QSpinBox>("breakdownLimit")->value(), 150);
        QVERIFY(form.find<QLabel>("breakdownHint"));

        spec.set_breakdown_limit(10);
        form.show(spec);
        QCOMPARE(form.spec().breakdown_limit(), 10);
        QCOMPARE(form.find<QSpinBox>("breakdownLimit")->maximum(), 100);
    }

    void aLimitWithoutABreakdownCanBeRemoved()
    {
        BuilderForm form;
        QuerySpec spec = trendOf("page_view");
        QVERIFY(form.find<QSpinBox>("breakdownLimit") == nullptr);
        spec.set_breakdown_limit(15);
        form.show(spec);
        QVERIFY(form.find<QSpinBox>("breakdownLimit") != nullptr);
        form.click("clearBreakdown");
        QCOMPARE(form.spec().breakdown_limit(), 0);
        QVERIFY(form.find<QSpinBox>("breakdownLimit") == nullptr);
    }

    void undoRestoresEveryEditAndTheFormShowsIt()
    {
        BuilderForm form;
        form.show(trendOf("page_view"));
        std::vector<QuerySpec> steps{form.spec()};
        const auto step = [&] { steps.push_back(form.spec()); };

        form.click("addEvent");
        form.type("purchase");
        form.press(Qt::Key_Return);
        step();
        form.find<QWidget>("eventName", 1)->setFocus();
        form.press(Qt::Key_Up, Qt::AltModifier);
        step();
        QTest::mouseClick(form.find<QWidget>("breakdownProperty"), Qt::LeftButton);
        form.type("plan");
        form.press(Qt::Key_Return);
        step();
        form.click("addFilter");
        form.type("amount");
        form.press(Qt::Key_Return);
        form.type("12");
        form.press(Qt::Key_Return);
        step();
        QCOMPARE(form.draft.undoStack().count(), int(steps.size()) - 1);

        for (int i = int(steps.size()) - 2; i >= 0; --i) {
            form.draft.undoStack().undo();
            form.settle();
            QVERIFY(sameMessage(form.spec(), steps[i]));
            QCOMPARE(shownNames(form), eventNames(steps[i]));
            QCOMPARE(form.count("filterRow"), steps[i].filters_size());
            const std::string shown = form.find<CompletionField>("breakdownProperty")->value().toStdString();
            QCOMPARE(shown, steps[i].breakdown().property());
        }
        while (form.draft.undoStack().canRedo())
            form.draft.undoStack().redo();
        form.settle();
        QVERIFY(sameMessage(form.spec(), steps.back()));
        QCOMPARE(shownNames(form), (QStringList{"purchase", "page_view"}));
        QCOMPARE(form.count("filterRow"), 1);
    }

    void anUndoElsewhereLeavesTheTypingAlone()
    {
        BuilderForm form;
        form.show(trendOf("page_view"));
        auto *measure = form.find<QComboBox>("measure");
        measure->setFocus();
        form.press(Qt::Key_Down);
        form.click("addEvent");
        form.type("pay");

        form.draft.undoStack().undo();
        form.settle();

        QCOMPARE(measure->currentText(), "Events");
        auto *typing = qobject_cast<CompletionField *>(QApplication::focusWidget());
        QVERIFY(typing);
        QCOMPARE(typing->text(), "pay");
        QCOMPARE(typing->cursorPosition(), 3);
        QVERIFY(typing->isListOpen());
    }

    void ctrlZInAFieldUndoesTheQuestionOnceTheTypingIsSettled()
    {
        BuilderForm form;
        QShortcut undo(QKeySequence::Undo, &form.panel);
        connect(&undo, &QShortcut::activated, &form.draft.undoStack(), &QUndoStack::undo);
        form.show(trendOf("page_view"));

        QTest::mouseClick(form.find<QWidget>("eventName"), Qt::LeftButton);
        form.type("purchase");
        form.press(Qt::Key_Return);
        QCOMPARE(eventNames(form.spec()), QStringList{"purchase"});
        form.press(Qt::Key_Z, Qt::ControlModifier);

        QCOMPARE(eventNames(form.spec()), QStringList{"page_view"});
        QCOMPARE(shownNames(form), QStringList{"page_view"});
    }

    void aNewQuestionForgetsWhatWasNotComplete()
    {
        BuilderForm form;
        form.show(trendOf("page_view"));
        form.click("addFilter");
        form.type("plan");
        form.press(Qt::Key_Return);
        QCOMPARE(form.count("filterRow"), 1);

        form.show(trendOf("purchase"));
        form.settle();

        QCOMPARE(form.count("filterRow"), 0);
    }

    void tabFollowsTheEye()
    {
        BuilderForm form;
        QuerySpec spec = trendOf({"page_view", "purchase"});
        *spec.add_filters() = filterOf("plan", OPERATOR_EQUALS, {"pro"});
        spec.mutable_breakdown()->set_property("plan");
        form.show(spec);
        form.find<QWidget>("kindTrend")->setFocus();

        QStringList names;
        for (int i = 0; i < 40 && names.value(names.size() - 1) != "compare"; ++i) {
            names.append(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        const QStringList expected{
            "kindTrend", "eventName",    "filterEvent", "eventMenu",         "eventName",      "filterEvent",
            "eventMenu", "addEvent",     "measure",     "filterProperty",    "filterOperator", "valueChip",
            "addValue",  "removeFilter", "addFilter",   "breakdownProperty", "breakdownLimit", "clearBreakdown",
            "timeRange", "earlierRange", "laterRange",  "granularity",       "compare"};
        QCOMPARE(names, expected);
    }

    void theFormKeepsItsTurnAmongOtherWidgets()
    {
        BuilderForm form;
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *before = new QLineEdit(&window);
        form.panel.setParent(&window);
        auto *after = new QLineEdit(&window);
        for (QWidget *widget : std::initializer_list<QWidget *>{before, &form.panel, after})
            layout->addWidget(widget);
        form.draft.editSpec(trendOf({"page_view", "purchase"}), "edit"); // rows newer than `after`
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));

        before->setFocus();
        form.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), form.find<QWidget>("kindTrend"));
        form.find<QWidget>("compare")->setFocus();
        form.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), after);
        form.panel.setParent(nullptr);
    }

    void everythingThatTakesInputHasANameForItself()
    {
        BuilderForm form;
        QuerySpec spec = trendOf({"page_view", "page_veiw"});
        *spec.add_filters() = filterOf("plan", OPERATOR_IN, {"pro", "team"});
        *spec.add_filters() = filterOf("amount", OPERATOR_BETWEEN, {"1", "2"});
        *spec.mutable_events(0)->add_filters() = filterOf("plan", OPERATOR_CONTAINS, {"p"});
        spec.mutable_breakdown()->set_property("plan");
        spec.set_aggregation(AGGREGATION_UNIQUE_USERS);
        form.show(spec);
        form.click("timeRange");

        int seen = 0;
        for (const QWidget *widget : form.panel.findChildren<QWidget *>()) {
            if (!takesInput(*widget) || widget->focusProxy())
                continue;
            ++seen;
            const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(),
                     qPrintable(QString("%1 %2").arg(widget->metaObject()->className(), widget->objectName())));
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        }
        QVERIFY(seen > 25);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(BuilderTest)
#include "builder_test.moc"
