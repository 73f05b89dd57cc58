// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "ui/charts/chart_surface.h"
#include "ui/shell/drawer.h"

#include <QAction>
#include <QApplication>
#include <QSplitter>

class NarrowWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp, SchemeChoice::Light); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        useOwnSettings(*m_folder);
    }

    void theFormLiesOverTheChartInsteadOfSqueezingIt()
    {
        Desk desk(m_theme);
        ask(desk);
        const QRect chart = onWindow(desk, chartOf(desk));
        QVERIFY(!form(desk)->isVisible());
        toggle(desk)->trigger();
        QVERIFY(form(desk)->isVisible());
        QTest::qWait(0);
        QCOMPARE(onWindow(desk, chartOf(desk)), chart);
        QCOMPARE(onWindow(desk, drawer(desk)).topLeft(), onWindow(desk, desk.child<QWidget>("centre")).topLeft());
        QCOMPARE(drawer(desk)->height(), desk.child<QWidget>("centre")->height());
        QCOMPARE(drawer(desk)->width(), form(desk)->width() + 1);
    }

    void itIsShut_data()
    {
        QTest::addColumn<QString>("by");
        for (const char *by : {"toggle", "escape", "press"})
            QTest::addRow("%s", by) << QString(by);
    }

    void itIsShut()
    {
        QFETCH(const QString, by);
        Desk desk(m_theme);
        ask(desk);
        chartOf(desk)->setFocus();
        toggle(desk)->trigger();
        QVERIFY(form(desk)->isAncestorOf(QApplication::focusWidget()));
        if (by == "toggle")
            toggle(desk)->trigger();
        else if (by == "escape")
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        else
            QTest::mouseClick(desk.window.windowHandle(), Qt::LeftButton, {},
                              onWindow(desk, chartOf(desk)).center() + QPoint(200, 0));
        QVERIFY(!form(desk)->isVisible());
        QVERIFY(!toggle(desk)->isChecked());
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(chartOf(desk)));
    }

    void theFieldThatWasUsedLastHasTheFocusAgain()
    {
        Desk desk(m_theme);
        ask(desk);
        toggle(desk)->trigger();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget *second = QApplication::focusWidget();
        QVERIFY(form(desk)->isAncestorOf(second));
        toggle(desk)->trigger();
        toggle(desk)->trigger();
        QCOMPARE(QApplication::focusWidget(), second);
    }

    void addingAnEventBringsTheForm()
    {
        Desk desk(m_theme);
        ask(desk);
        desk.child<QAction>("addEventAction")->trigger();
        QVERIFY(form(desk)->isVisible());
    }

    void withRoomItStandsBesideTheChartAsWideAsBefore()
    {
        Desk desk(m_theme);
        ask(desk, 1280);
        auto *centre = desk.child<QSplitter>("centre");
        centre->setSizes({400, 880, 0});
        const QRect before = onWindow(desk, form(desk));
        QCOMPARE(before.width(), 400);
        resize(desk, 850);
        toggle(desk)->trigger();
        resize(desk, 1280);
        QVERIFY(drawer(desk)->isHidden());
        QCOMPARE(onWindow(desk, form(desk)), before);
        QCOMPARE(onWindow(desk, chartOf(desk)).left() > before.right(), true);
    }

    void anotherPageHidesIt()
    {
        Desk desk(m_theme);
        ask(desk);
        toggle(desk)->trigger();
        desk.import.open({QStringLiteral("/nowhere/events.csv")});
        QVERIFY(!form(desk)->isVisible());
        desk.import.close();
        QVERIFY(form(desk)->isVisible());
    }

    void theTableGivesWayToTheChartAndComesBack()
    {
        Desk desk(m_theme);
        ask(desk, 1280);
        QVERIFY(isTableOpen(desk));
        for (int height = 690; height >= 560; height -= 10) {
            resize(desk, 1280, height);
            QVERIFY2(chartOf(desk)->height() >= height / 2, qPrintable(QString::number(height)));
        }
        QVERIFY(!isTableOpen(desk));
        QVERIFY(!desk.child<QAction>("showTable")->isChecked());
        resize(desk, 1280, 800);
        QVERIFY(isTableOpen(desk));
        QVERIFY(desk.child<QAction>("showTable")->isChecked());
    }

    void aTableOpenedByHandInALowWindowStays()
    {
        Desk desk(m_theme);
        ask(desk, 1280);
        resize(desk, 1280, 570);
        desk.child<QAction>("showTable")->trigger();
        QVERIFY(isTableOpen(desk));
        resize(desk, 1270, 560);
        QVERIFY(isTableOpen(desk));
        desk.child<QAction>("showTable")->trigger();
        resize(desk, 1280, 800);
        QVERIFY(!isTableOpen(desk)); // folded by hand
    }

    void theListOfSeriesIsHiddenAndShownByHand()
    {
        Desk desk(m_theme);
        ask(desk, 1280);
        auto *legend = desk.child<QWidget>("legend");
        const int width = chartOf(desk)->width();
        desk.child<QAction>("showLegend")->trigger();
        QVERIFY(!legend->isVisible());
        QTRY_VERIFY(chartOf(desk)->width() > width + 200);
        desk.child<QAction>("showLegend")->trigger();
        QVERIFY(legend->isVisible());
        QTRY_COMPARE(chartOf(desk)->width(), width);
    }

    void theSpecLeavesTheChartItsShare()
    {
        Desk desk(m_theme);
        ask(desk, 1280);
        desk.child<QAction>("showSpec")->trigger();
        QTest::qWait(0);
        QVERIFY(!drawer(desk)->isVisible());
        QVERIFY(desk.window.findChild<QWidget *>("resultTable")->width() >= 576);
    }

    void aWindowBeginsAtTheChart()
    {
        Desk desk(m_theme);
        ask(desk, 1280);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(chartOf(desk)));
    }

private:
    static bool isTableOpen(const Desk &desk)
    {
        return desk.child<QWidget>("resultTable")->findChild<QWidget *>("resultRows")->isVisible();
    }

    static void resize(Desk &desk, int width, int height = 700)
    {
        desk.window.resize(width, height);
        QTRY_COMPARE(desk.window.size(), QSize(width, height));
        QTest::qWait(0);
    }

    static void ask(Desk &desk, int width = 850)
    {
        desk.addProject("shop");
        resize(desk, width);
        desk.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        QTRY_VERIFY(chartOf(desk) != nullptr && chartOf(desk)->isVisible());
        QTest::qWait(0);
    }

    static QRect onWindow(const Desk &desk, const QWidget *widget)
    {
        return {widget->mapTo(&desk.window, QPoint()), widget->size()};
    }

    static ChartSurface *chartOf(const Desk &desk) { return desk.child<ChartSurface>("chart"); }
    static QWidget *form(const Desk &desk) { return desk.child<QWidget>("builder"); }
    static Drawer *drawer(const Desk &desk) { return desk.child<Drawer>("drawer"); }
    static QAction *toggle(const Desk &desk) { return desk.child<QAction>("showBuilder"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    Theme m_theme;
};

QTEST_MAIN(NarrowWindowTest)
#include "narrow_window_test.moc"
