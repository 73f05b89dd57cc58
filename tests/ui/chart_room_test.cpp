// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/result_table.h"
#include "ui/shell/chart_room.h"

#include <QTest>

namespace {

constexpr int bars = 94; // px of menus, tools and status
constexpr int head = 73; // of the question

// px of the chart itself, as the pane stands in the window.
QSize chartIn(const RoomAround &room, const QSize &pane)
{
    const bool isBelow = room.legend == LegendPlace::Below;
    const int table = 1 + ResultTable::foldedHeight + (room.tableRows > 0 ? 32 + 24 * room.tableRows : 0);
    return {pane.width() - (room.legend == LegendPlace::Beside ? legendWidth + 1 : 0),
            pane.height() - head - table - (isBelow ? leastLegendHeight + 1 : 0)};
}

} // namespace

class ChartRoomTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatStandsAroundTheChartGivesWayInOrder_data()
    {
        QTest::addColumn<QSize>("window");
        QTest::addColumn<int>("besides"); // px of form and library
        QTest::addColumn<LegendPlace>("legend");
        QTest::addColumn<int>("rows");
        QTest::newRow("with room") << QSize(1920, 1080) << 321 << LegendPlace::Beside << 6;
        QTest::newRow("usual") << QSize(1280, 800) << 321 << LegendPlace::Beside << 6;
        QTest::newRow("library too") << QSize(1280, 800) << 321 + 217 << LegendPlace::Below << 0;
        QTest::newRow("library, high") << QSize(1280, 1024) << 321 + 217 << LegendPlace::Below << 6;
        QTest::newRow("lower: fewer rows") << QSize(1280, 720) << 321 << LegendPlace::Beside << 5;
        QTest::newRow("low") << QSize(1280, 600) << 321 << LegendPlace::Beside << 0;
        QTest::newRow("low and narrow") << QSize(1000, 580) << 321 << LegendPlace::Nowhere << 0;
        QTest::newRow("smallest, without the form") << QSize(800, 560) << 0 << LegendPlace::Beside << 0;
    }

    void whatStandsAroundTheChartGivesWayInOrder()
    {
        QFETCH(const QSize, window);
        QFETCH(const int, besides);
        const QSize pane(window.width() - besides, window.height() - bars);
        const RoomAround room = roomAround(pane, window, true);
        QTEST(room.legend, "legend");
        QTEST(room.tableRows, "rows");
        const QSize chart = chartIn(room, pane);
        QVERIFY2(chart.width() >= leastChartWidth(window.width()), qPrintable(QString::number(chart.width())));
        QVERIFY2(chart.height() >= leastChartHeight(window.height()), qPrintable(QString::number(chart.height())));
    }

    void theChartKeepsItsShareAtEverySize()
    {
        for (int width = 800; width <= 2000; width += 7)
            for (int height = 560; height <= 1300; height += 7)
                for (const bool library : {false, true}) {
                    const bool isBeside = isFormBeside(width, library, false);
                    const QSize window(width, height);
                    const QSize pane(width - (isBeside ? 321 : 0) - (library ? 217 : 0), height - bars);
                    const QSize chart = chartIn(roomAround(pane, window, true), pane);
                    QVERIFY2(chart.width() >= leastChartWidth(width) && chart.height() >= leastChartHeight(height),
                             qPrintable(QStringLiteral("%1 x %2").arg(width).arg(height)));
                }
    }

    void withoutAListOfSeriesTheTableHasItsRoom()
    {
        const QSize window(1280, 800);
        const QSize pane(1280 - 538, 800 - bars);
        QCOMPARE(roomAround(pane, window, true).tableRows, 0);
        QCOMPARE(roomAround(pane, window, false).tableRows, 6);
    }

    void theFormStandsBesideWhereTheChartKeepsItsWidth_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("library");
        QTest::addColumn<bool>("spec");
        QTest::addColumn<bool>("beside");
        QTest::newRow("wide") << 1920 << true << true << true;
        QTest::newRow("usual") << 1280 << false << false << true;
        QTest::newRow("with the library") << 1280 << true << false << true;
        QTest::newRow("with the spec") << 1280 << false << true << true;
        QTest::newRow("with both") << 1280 << true << true << false;
        QTest::newRow("narrow") << 870 << false << false << false;
        QTest::newRow("narrow with the library") << 1080 << true << false << false;
    }

    void theFormStandsBesideWhereTheChartKeepsItsWidth()
    {
        QFETCH(const int, width);
        QFETCH(const bool, library);
        QFETCH(const bool, spec);
        QTEST(isFormBeside(width, library, spec), "beside");
    }

    void aPartComesBackWithTheRoom()
    {
        YieldingPart part;
        part.setRoom(false);
        QVERIFY(!part.isShown());
        QVERIFY(part.isWanted());
        part.setRoom(true);
        QVERIFY(part.isShown());
    }

    void aPartThatIsNotWantedStaysAway()
    {
        YieldingPart part;
        part.choose(false);
        part.setRoom(false);
        part.setRoom(true);
        QVERIFY(!part.isShown());
    }

    void whatIsShownByHandWithoutRoomStaysUntilThatChanges()
    {
        YieldingPart part;
        part.setRoom(false);
        part.choose(true);
        part.setRoom(false);
        QVERIFY(part.isShown());
        part.setRoom(true);
        part.setRoom(false);
        QVERIFY(!part.isShown());
        QVERIFY(part.isWanted());
    }

    void hidingWhatHasGivenWayIsNoChoice()
    {
        YieldingPart part;
        part.setRoom(false);
        part.choose(false); // a toggle that follows
        part.setRoom(true);
        QVERIFY(part.isShown());
    }
};

QTEST_GUILESS_MAIN(ChartRoomTest)
#include "chart_room_test.moc"
