// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/builder_form.h"

#include "ui/builder/filter_terms.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace insights::v1;

namespace {

QStringList values(const PropertyFilter &filter)
{
    QStringList texts;
    for (const std::string &value : filter.values())
        texts.append(QString::fromStdString(value));
    return texts;
}

} // namespace

class BuilderFiltersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp, SchemeChoice::Light); }

    void twoValuesMakeIsIntoIsAnyOf()
    {
        BuilderForm form;
        form.show(trendOf("page_view"));

        form.click("addFilter");
        form.type("plan");
        form.press(Qt::Key_Return);
        form.type("pro");
        form.press(Qt::Key_Return);
        QCOMPARE(form.spec().filters_size(), 1);
        QCOMPARE(form.spec().filters(0).operator_(), OPERATOR_EQUALS);
        QCOMPARE(form.spec().filters(0).value(), "pro");

        form.type("team");
        form.press(Qt::Key_Return);
        QCOMPARE(form.spec().filters_size(), 1);
        QCOMPARE(form.spec().filters(0).property(), "plan");
        QCOMPARE(form.spec().filters(0).operator_(), OPERATOR_IN);
        QCOMPARE(values(form.spec().filters(0)), (QStringList{"pro", "team"}));
        QCOMPARE(form.spec().filters(0).value(), "");
        QCOMPARE(form.find<QToolButton>("filterOperator")->text(), "is any of");
    }

    void aPendingFilterIsNoPartOfTheQuestion()
    {
        BuilderForm form;
        form.show(trendOf("page_view"));
        QSignalSpy changed(&form.draft, &DraftQuery::changed);

        form.click("addFilter");
        form.type("plan");
        form.press(Qt::Key_Return);

        QCOMPARE(changed.count(), 0);
        QCOMPARE(form.spec().filters_size(), 0);
        QCOMPARE(form.count("filterRow"), 1);
        QVERIFY(form.find<QLabel>("filterHint"));

        form.type("pro");
        form.press(Qt::Key_Return);
        QCOMPARE(form.spec().filters_size(), 1);
        QVERIFY(!form.find<QLabel>("filterHint"));
    }

    void aFilterLeftBeforeItHasAPropertyIsGone()
    {
        BuilderForm form;
        form.show(trendOf("page_view"));

        form.click("addFilter");
        QCOMPARE(form.count("filterRow"), 1);
        form.press(Qt::Key_Escape);

        QCOMPARE(form.count("filterRow"), 0);
    }

    void theOperatorKeepsWhatCarriesOver()
    {
        BuilderForm form;
        QuerySpec spec = trendOf("page_view");
        *spec.add_filters() = filterOf("plan", OPERATOR_IN, {"pro", "team"});
        form.show(spec);

        form.click("filterOperator");
        form.choose("operatorMenu", "is none of");
        QCOMPARE(form.spec().filters(0).operator_(), OPERATOR_NOT_IN);
        QCOMPARE(values(form.spec().filters(0)), (QStringList{"pro", "team"}));

        form.click("filterOperator");
        form.choose("operatorMenu", "contains");
        QCOMPARE(form.spec().filters(0).operator_(), OPERATOR_CONTAINS);
        QCOMPARE(form.spec().filters(0).value(), "pro");
        QCOMPARE(form.spec().filters(0).values_size(), 0);

        form.click("filterOperator");
        form.choose("operatorMenu", "is set");
        QCOMPARE(form.spec().filters(0).operator_(), OPERATOR_IS_SET);
        QCOMPARE(form.spec().filters(0).value(), "");
    }

    void aFilterThatIsIncompleteAgainLeavesTheQuestionAndUndoBringsItBack()
    {
        BuilderForm form;
        QuerySpec spec = trendOf("page_view");
        *spec.add_filters() = filterOf("plan", OPERATOR_EQUALS, {"pro"});
        *spec.add_filters() = filterOf("amount", OPERATOR_GT, {"5"});
        form.show(spec);

        form.click("filterOperator");
        form.choose("operatorMenu", "is between");
        QCOMPARE(form.spec().filters_size(), 1);
        QCOMPARE(form.spec().filters(0).property(), "amount");
        QCOMPARE(form.count("filterRow"), 2);

        form.draft.undoStack().undo();
        form.settle();
        QVERIFY(sameMessage(form.spec(), spec));
        QCOMPARE(form.count("filterRow"), 2);
        QCOMPARE(form.find<QToolButton>("filterOperator", 0)->text(), "is");
        QVERIFY(!form.find<QLabel>("filterHint"));
    }

    void aRangeWaitsForBothNumbersInOrder()
    {
        BuilderForm form;
        QuerySpec spec = trendOf("page_view");
        *spec.add_filters() = filterOf("amount", OPERATOR_GT, {"5"});
        form.show(spec);

        form.click("filterOperator");
        form.choose("operatorMenu", "is between");
        QCOMPARE(form.spec().filters_size(), 0);
        QCOMPARE(form.find<QLineEdit>("filterNumber")->text(), "5"); // carried over

        auto *upper = form.find<QLineEdit>("filterUpperNumber");
        upper->setFocus();
        form.type("3");
        form.press(Qt::Key_Return);
        QCOMPARE(form.spec().filters_size(), 0);
        QCOMPARE(form.find<QLabel>("filterHint")->accessibleName(), "The lower number comes first.");

        upper->selectAll();
        form.type("30");
        form.press(Qt::Key_Return);
        QCOMPARE(form.spec().filters_size(), 1);
        QCOMPARE(form.spec().filters(0).operator_(), OPERATOR_BETWEEN);
        QCOMPARE(values(form.spec().filters(0)), (QStringList{"5", "30"}));
    }

    void textWhereANumberIsDueIsSaidAtTheField()
    {
        BuilderForm form;
        QuerySpec spec = trendOf("page_view");
        *spec.add_filters() = filterOf("amount", OPERATOR_GT, {"abc"});
        form.show(spec);

        QCOMPARE(form.spec().filters_size(), 1); // shown as it came, not dropped
        QCOMPARE(form.find<QLabel>("filterHint")->accessibleName(), "“abc” is not a number. Write it as in 24.5.");
    }

    void chipsAreRemovedAndEdited()
    {
        BuilderForm form;
        QuerySpec spec = trendOf("page_view");
        *spec.add_filters() = filterOf("plan", OPERATOR_IN, {"pro", "team", "free"});
        form.show(spec);
        const auto chip = [&form](const QString &value) {
            for (QAbstractButton *button : form.panel.findChildren<QAbstractButton *>("valueChip")) {
                if (button->text() == value)
                    return button;
            }
            return static_cast<QAbstractButton *>(nullptr);
        };

        chip("team")->setFocus();
        form.press(Qt::Key_Delete);
        QCOMPARE(values(form.spec().filters(0)), (QStringList{"pro", "free"}));

        chip("pro")->setFocus();
        form.press(Qt::Key_Return);
        form.type("premium");
        form.press(Qt::Key_Return);
        QCOMPARE(values(form.spec().filters(0)), (QStringList{"premium", "free"}));
    }

    void anEventHasFiltersOfItsOwn()
    {
        BuilderForm form;
        form.show(trendOf({"page_view", "purchase"}));

        form.click("filterEvent", 1);
        form.type("amount");
        form.press(Qt::Key_Return);
        form.type("12");
        form.press(Qt::Key_Return);

        QCOMPARE(form.spec().filters_size(), 0);
        QCOMPARE(form.spec().events(0).filters_size(), 0);
        QCOMPARE(form.spec().events(1).filters_size(), 1);
        QCOMPARE(form.client.valueLists.last().request.event(), "purchase");

        form.find<QWidget>("eventName", 1)->setFocus();
        form.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(form.spec().events(0).filters_size(), 1);
        QCOMPARE(form.count("filterRow"), 1);
    }

    void aPendingFilterMovesWithItsEvent()
    {
        BuilderForm form;
        form.show(trendOf({"page_view", "purchase"}));
        form.click("filterEvent", 1);
        form.type("plan");
        form.press(Qt::Key_Return);

        form.find<QWidget>("eventName", 1)->setFocus();
        form.press(Qt::Key_Up, Qt::AltModifier);
        form.find<CompletionField>("filterValue")->setFocus();
        form.type("pro");
        form.press(Qt::Key_Return);

        QCOMPARE(form.spec().events(0).name(), "purchase");
        QCOMPARE(form.spec().events(0).filters_size(), 1);
        QCOMPARE(form.spec().events(1).filters_size(), 0);
    }

    void typingAsksForValuesOnceItPausesAndLetsGoOfTheCallBefore()
    {
        BuilderForm form;
        form.client.valueLists.automatic = nullptr; // calls stay open
        form.show(trendOf("page_view"));
        form.click("addFilter");
        form.type("plan");
        form.press(Qt::Key_Return);
        QTRY_COMPARE(form.client.valueLists.size(), 1u);
        QCOMPARE(form.client.valueLists[0].request.property(), "plan");

        QTest::keyClicks(QApplication::focusWidget(), "pr");
        QCOMPARE(form.client.valueLists.size(), 1u);
        QTRY_COMPARE(form.client.valueLists.size(), 2u);
        QCOMPARE(form.client.valueLists[1].request.prefix(), "pr");
        QVERIFY(form.client.valueLists[0].isAbandoned);
    }

    void operatorsOfTheTypeComeFirst()
    {
        BuilderForm form;
        QuerySpec spec = trendOf("page_view");
        *spec.add_filters() = filterOf("amount", OPERATOR_GT, {"5"});
        form.show(spec);

        form.click("filterOperator");
        const QList<QAction *> entries = form.find<QMenu>("operatorMenu")->actions();
        QStringList names;
        for (const QAction *entry : entries)
            names.append(entry->text());
        QVERIFY(names.indexOf("is more than") < names.indexOf(QString())); // the separator
        QVERIFY(names.indexOf("contains") > names.indexOf(QString()));
        QCOMPARE(names.size(), 15); // all fourteen and the separator
    }

private:
    Theme m_theme;
};

QTEST_MAIN(BuilderFiltersTest)
#include "builder_filters_test.moc"
