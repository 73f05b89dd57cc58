// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/board_places.h"

#include <QElapsedTimer>
#include <QRect>
#include <QTest>

#include <limits>
#include <random>

using explorer::v1::Board;
using explorer::v1::Tile;

namespace {

constexpr int most = std::numeric_limits<int>::max();
constexpr int least = std::numeric_limits<int>::min();

struct Cells
{
    int column = 0;
    int row = 0;
    int columns = 0;
    int rows = 0;
    bool operator==(const Cells &) const = default;
};
using Places = std::vector<Cells>;

Board boardOf(const Places &places)
{
    Board board;
    for (const Cells &cells : places) {
        Tile &tile = *board.add_tiles();
        tile.set_column(cells.column);
        tile.set_row(cells.row);
        tile.set_columns(cells.columns);
        tile.set_rows(cells.rows);
    }
    return board;
}

Places settled(const Places &places)
{
    Board board = boardOf(places);
    settleTiles(board);
    Places result;
    for (const Tile &tile : board.tiles())
        result.push_back({tile.column(), tile.row(), tile.columns(), tile.rows()});
    return result;
}

// Empty when all lie in the columns and none covers another.
QString problemOf(const Places &places)
{
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto &[column, row, columns, rows] = places[i];
        const QRect cells(column, row, columns, rows);
        if (columns < 1 || rows < 1 || column < 0 || row < 0 || column + columns > boardColumns)
            return QStringLiteral("tile %1 lies outside").arg(i);
        for (std::size_t other = 0; other < i; ++other)
            if (cells.intersects({places[other].column, places[other].row, places[other].columns, places[other].rows}))
                return QStringLiteral("tile %1 covers tile %2").arg(i).arg(other);
    }
    return {};
}

} // namespace

Q_DECLARE_METATYPE(Places)

class BoardPlacesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tilesAreMovedInAndApart_data()
    {
        QTest::addColumn<Places>("before");
        QTest::addColumn<Places>("after");
        const Places well{{0, 0, 6, 4}, {6, 0, 6, 4}, {0, 9, 12, 2}};
        QTest::newRow("what lies well stays, with its empty rows") << well << well;
        QTest::newRow("the later one is moved down")
            << Places{{0, 0, 6, 4}, {3, 2, 6, 4}} << Places{{0, 0, 6, 4}, {3, 4, 6, 4}};
        QTest::newRow("the earlier one stays below")
            << Places{{0, 2, 6, 4}, {0, 0, 6, 4}} << Places{{0, 2, 6, 4}, {0, 6, 6, 4}};
        QTest::newRow("a gap that is high enough is taken")
            << Places{{0, 0, 6, 2}, {0, 6, 6, 2}, {0, 1, 6, 4}, {0, 1, 6, 3}}
            << Places{{0, 0, 6, 2}, {0, 6, 6, 2}, {0, 2, 6, 4}, {0, 8, 6, 3}};
        QTest::newRow("past the left and above") << Places{{-3, -7, 4, 4}} << Places{{0, 0, 4, 4}};
        QTest::newRow("past the right") << Places{{10, 0, 4, 4}} << Places{{8, 0, 4, 4}};
        QTest::newRow("too wide") << Places{{5, 1, 40, 4}} << Places{{0, 1, 12, 4}};
        QTest::newRow("of no size") << Places{{0, 0, 0, 0}, {6, 0, -1, 2}} << Places{{0, 0, 6, 5}, {6, 0, 6, 2}};
        QTest::newRow("all at the same place")
            << Places(3, {0, 0, 4, 2}) << Places{{0, 0, 4, 2}, {0, 2, 4, 2}, {0, 4, 4, 2}};
        QTest::newRow("as far out as numbers go")
            << Places{{most, most, most, most}, {least, least, least, least}, {most, most, 1, 1}, {0, most, 3, 3}}
            << Places{{0, 0, 12, 100}, {0, 100, 6, 5}, {11, 105, 1, 1}, {0, 106, 3, 3}};
    }

    void tilesAreMovedInAndApart()
    {
        QFETCH(Places, before);
        QFETCH(Places, after);
        const Places result = settled(before);
        QCOMPARE(problemOf(result), QString());
        QCOMPARE(result.size(), after.size());
        for (std::size_t i = 0; i < after.size(); ++i)
            QVERIFY2(result[i] == after[i],
                     qPrintable(QStringLiteral("tile %1 at %2, %3").arg(i).arg(result[i].column).arg(result[i].row)));
        QVERIFY(settled(result) == result);
    }

    void anyTilesComeApartAndThenStay_data()
    {
        QTest::addColumn<int>("reach");
        QTest::newRow("near") << 20;
        QTest::newRow("far") << most / 2;
    }

    void anyTilesComeApartAndThenStay()
    {
        QFETCH(int, reach);
        std::mt19937 random(7);
        const auto any = [&] { return std::uniform_int_distribution(-reach / 4, reach)(random); };
        for (int round = 0; round < 20; ++round) {
            Places places;
            for (int i = 0; i < 60; ++i)
                places.push_back({any(), any(), any(), any()});
            const Places result = settled(places);
            QCOMPARE(problemOf(result), QString());
            QVERIFY(settled(result) == result);
        }
    }

    void manyTilesAtOnePlaceTakeNoTime()
    {
        QElapsedTimer timer;
        timer.start();
        const Places result = settled(Places(100'000, {0, 0, 6, 5}));
        QCOMPARE(result.back().row, 499'995);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(BoardPlacesTest)
#include "board_places_test.moc"
