// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "ui/shell/palette.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>

class PaletteTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        useOwnSettings(m_folder);
        m_theme.apply(*qApp, SchemeChoice::Light);
    }

    void whatIsTypedIsFoundAndDone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found"); // the first row
        QTest::addRow("an event") << "purch"
                                  << "Add event purchase";
        QTest::addRow("a breakdown") << "break plan"
                                     << "Break down by plan";
        QTest::addRow("a filter") << "filter by c"
                                  << "Filter by country";
        QTest::addRow("an action by its initials") << "cqs"
                                                   << "Copy query spec";
        QTest::addRow("an action before an event of the same letters") << "add e"
                                                                       << "Add event";
    }

    void whatIsTypedIsFoundAndDone()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, found);
        Desk desk(m_theme);
        open(desk);
        QTest::keyClicks(field(desk), typed);
        QCOMPARE(rows(desk).value(0), found);
    }

    void anEventIsAddedAndCanBeUndone()
    {
        Desk desk(m_theme);
        choose(desk, "purch");
        QCOMPARE(desk.draft.spec().events_size(), 2);
        QCOMPARE(desk.draft.spec().events(1).name(), std::string("purchase"));
        QCOMPARE(desk.draft.undoStack().undoText(), QStringLiteral("Add event purchase"));
        desk.draft.undoStack().undo();
        QCOMPARE(desk.draft.spec().events_size(), 1);
    }

    void retentionTakesAnEventAsItsStartThenAsItsReturnAndIsAsked()
    {
        Desk desk(m_theme);
        choose(desk, "zzzz"); // the project is open
        QTest::keyClick(field(desk), Qt::Key_Escape);
        insights::v1::QuerySpec spec = desk.draft.spec();
        spec.clear_events();
        spec.set_visualization(insights::v1::VISUALIZATION_RETENTION);
        desk.draft.editSpec(spec, "Retention");
        choose(desk, "page_v");
        choose(desk, "purch");
        QCOMPARE(desk.draft.spec().events_size(), 0);
        QCOMPARE(desk.draft.spec().starting_event().name(), std::string("page_view"));
        QCOMPARE(desk.draft.spec().return_event().name(), std::string("purchase"));
        QCOMPARE(desk.client.queries.last().request.return_event().name(), std::string("purchase"));
        QVERIFY(desk.child<QAction>("copySpec")->isEnabled());
        QVERIFY(desk.says("Reads at most 2k rows"));
    }

    void aPropertyBreaksDownOrFilters()
    {
        Desk desk(m_theme);
        choose(desk, "break plan");
        QCOMPARE(desk.draft.spec().breakdown().property(), std::string("plan"));
        choose(desk, "filter by plan");
        QCOMPARE(desk.draft.spec().filters(0).property(), std::string("plan"));
        QCOMPARE(desk.draft.spec().filters(0).operator_(), insights::v1::OPERATOR_IS_SET);
    }

    void anActionIsTriggered()
    {
        Desk desk(m_theme);
        const bool before = desk.child<QAction>("showTable")->isChecked();
        choose(desk, "result table");
        QCOMPARE(desk.child<QAction>("showTable")->isChecked(), !before);
    }

    void everyActionThatCanBeDoneIsThereWithItsShortcut()
    {
        Desk desk(m_theme);
        open(desk);
        const auto *model = list(desk)->model();
        const auto aside = [&](const QString &name) {
            for (int row = 0; row < model->rowCount(); ++row)
                if (model->index(row, 0).data().toString() == name)
                    return model->index(row, 0).data(Qt::AccessibleTextRole).toString();
            return QStringLiteral("missing");
        };
        QCOMPARE(aside("Copy query spec"), QStringLiteral("Copy query spec, Ctrl+Shift+C"));
        QCOMPARE(aside("Import events"), QStringLiteral("Import events, Ctrl+I"));
        QCOMPARE(aside("Undo"), QStringLiteral("missing")); // there is nothing to undo
        QCOMPARE(aside("Cancel"), QStringLiteral("missing"));
    }

    void theKeysGoRoundTheListAndEscapeLeavesAllAsItWas()
    {
        Desk desk(m_theme);
        open(desk);
        const int count = list(desk)->model()->rowCount();
        QCOMPARE(list(desk)->currentIndex().row(), 0);
        QTest::keyClick(field(desk), Qt::Key_Up);
        QCOMPARE(list(desk)->currentIndex().row(), count - 1);
        QTest::keyClick(field(desk), Qt::Key_Down);
        QCOMPARE(list(desk)->currentIndex().row(), 0);
        QTest::keyClick(field(desk), Qt::Key_PageDown);
        QCOMPARE(list(desk)->currentIndex().row(), 10);
        QTest::keyClick(field(desk), Qt::Key_Escape);
        QVERIFY(!palette(desk)->isVisible());
        QVERIFY(!desk.draft.undoStack().canUndo());
    }

    void whatIsNotThereIsSaidAndEnterDoesNothing()
    {
        Desk desk(m_theme);
        choose(desk, "zzzz");
        QVERIFY(palette(desk)->isVisible());
        QVERIFY(!desk.draft.undoStack().canUndo());
    }

    void theSearchInTheToolBarOpensIt()
    {
        Desk desk(m_theme);
        QTest::mouseClick(desk.child<QAbstractButton>("search"), Qt::LeftButton);
        QVERIFY(palette(desk)->isVisible());
    }

    void theModelKeepsTheRules()
    {
        PaletteModel model;
        const QAbstractItemModelTester tester(&model);
        std::vector<PaletteEntry> entries;
        for (int i = 0; i < 300; ++i)
            entries.push_back(
                {PaletteEntry::Kind::AddEvent, QStringLiteral("Add event e%1").arg(i), {}, quint64(i), {}, "e"});
        model.setEntries(entries);
        QCOMPARE(model.rowCount(), int(PaletteModel::most));
        model.search("e29");
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Add event e299")); // the most frequent
        model.search("none of them");
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.entry(0) == nullptr);
    }

    void whatIsTypedInARowComesFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        QTest::addRow("a word before what is within one, before letters here and there")
            << "ret" << QStringList{"Add event returning", "Filter by secret", "Result table", "Print sheet"};
        QTest::addRow("the start of all before the start of a word")
            << "re" << QStringList{"Result table", "Add event returning", "Filter by secret", "Print sheet"};
        QTest::addRow("the exact words") << "result table" << QStringList{"Result table"};
    }

    void whatIsTypedInARowComesFirst()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, found);
        using Kind = PaletteEntry::Kind;
        PaletteModel model;
        model.setEntries({{Kind::Action, "Print sheet", {}, 0, {}, {}},
                          {Kind::Action, "Result table", {}, 0, {}, {}},
                          {Kind::AddEvent, "Add event returning", {}, 7, {}, "returning"},
                          {Kind::Filter, "Filter by secret", {}, 9, {}, "secret"}});
        model.search(typed);
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, 0).data().toString();
        QCOMPARE(texts, found);
    }

private:
    static Palette *palette(const Desk &desk) { return desk.child<Palette>("palette"); }
    static QLineEdit *field(const Desk &desk) { return desk.child<QLineEdit>("paletteField"); }
    static QListView *list(const Desk &desk) { return desk.child<QListView>("paletteList"); }

    static QStringList rows(const Desk &desk)
    {
        QStringList texts;
        const auto *model = list(desk)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, 0).data().toString();
        return texts;
    }

    static void open(Desk &desk)
    {
        if (desk.projects.projects_size() == 0) {
            desk.addProject("shop");
            desk.connectNow();
            QTRY_VERIFY(desk.isReady());
            QTRY_VERIFY(!desk.catalog.properties().empty());
        }
        desk.child<QAction>("find")->trigger();
        QVERIFY(palette(desk)->isVisible());
    }

    static void choose(Desk &desk, const QString &typed)
    {
        open(desk);
        QTest::keyClicks(field(desk), typed);
        QTest::keyClick(field(desk), Qt::Key_Return);
    }

    QTemporaryDir m_folder;
    Theme m_theme;
};

QTEST_MAIN(PaletteTest)
#include "palette_test.moc"
