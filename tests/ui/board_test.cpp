// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shelf.h"

#include "query/spec_json.h"
#include "session/board.h"
#include "ui/board/board_grid.h"
#include "ui/board/tile_handle.h"
#include "ui/builder/elided_label.h"
#include "ui/charts/chart_surface.h"
#include "ui/charts/loading_overlay.h"
#include "ui/library/library_panel.h"
#include "ui/library/library_tree.h"
#include "ui/shell/board_page.h"
#include "ui/shell/tile_view.h"
#include "ui/shell/words_label.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include <memory>

class BoardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        useOwnSettings(m_settings);
        m_theme.apply(*qApp, SchemeChoice::Light);
    }

    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_shelf = std::make_unique<Shelf>(m_theme, m_folder->path());
        QTRY_VERIFY(m_shelf->keeping.isLoaded());
        m_shelf->desk.connectNow();
        QTRY_VERIFY(m_shelf->isAnswered("page_view"));
        explorer::v1::Board board;
        for (const char *event : {"page_view", "purchase"}) {
            LibraryItem item = questionItem(event, {}, event);
            item.id = library().add(item);
            addTile(board, item);
        }
        LibraryItem item;
        item.name = "Shop";
        item.project = "shop";
        item.document = board;
        m_board = library().add(item);
        QTRY_VERIFY(child<LibraryTree>("libraryTree")->model()->rowCount(questions()) == 2);
    }

    void cleanup() { m_shelf.reset(); }

    void aBoardStandsInPlaceOfTheQuestionAndAsksItsTiles()
    {
        open();
        QCOMPARE(tiles().size(), 2);
        QTRY_VERIFY(tile(0)->shownAnswer() && tile(1)->shownAnswer());
        QCOMPARE(tile(1)->shownAnswer()->spec.events(0).name(), std::string("purchase"));
        QVERIFY(facts().startsWith("2 tiles · America/New_York · answered today"));
        QVERIFY(!child<QAction>("addFilterAction")->isEnabled());
        QTest::mouseClick(child<QAbstractButton>("boardBack"), Qt::LeftButton);
        QTRY_VERIFY(!page()->isVisible());
        QVERIFY(child<QAction>("addFilterAction")->isEnabled());
    }

    void aTitleOpensItsQuestionWithItsNameForTheLibrary()
    {
        open();
        QTest::mouseClick(tile(1)->findChild<QAbstractButton *>("tileTitle"), Qt::LeftButton);
        QTRY_VERIFY(m_shelf->isAnswered("purchase"));
        QVERIFY(!page()->isVisible());
        QVERIFY(window().windowTitle().startsWith("purchase"));
    }

    void aTileThatFailsSaysSoInPlaceAndIsAskedAgain()
    {
        m_shelf->desk.client.queries.automatic = [](const auto &spec) -> Outcome<AnswerFrames> {
            if (spec.events(0).name() == "purchase")
                return Failure{Failure::Kind::TooMuch, "TEST", "It was too much.", {}};
            return Desk::answerTo(spec);
        };
        open();
        auto *retry = tile(1)->findChild<QPushButton *>("tileRetry");
        QTRY_VERIFY(retry->isVisible());
        QVERIFY(m_shelf->desk.says("It was too much."));
        QTRY_VERIFY(tile(0)->shownAnswer());
        QVERIFY(facts().contains("1 without a new answer"));
        m_shelf->desk.client.queries.automatic = [](const auto &spec) { return Desk::answerTo(spec); };
        QTest::mouseClick(retry, Qt::LeftButton);
        QTRY_VERIFY(tile(1)->shownAnswer());
        QVERIFY(!retry->isVisible());
    }

    void aTileIsMovedAndMadeLargerByKeysAndItIsUndone()
    {
        open();
        child<QPushButton>("boardEdit")->click();
        auto *handle = window().findChild<TileHandle *>("tileHandle");
        QTRY_VERIFY(handle->isVisible());
        handle->setFocus();
        const QRect before = cells(0);
        QTest::keyClick(handle, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(cells(0), QRect(before.topLeft(), before.size() + QSize(0, 1)));
        child<QAction>("undo")->trigger();
        QCOMPARE(cells(0), before);
        QTest::keyClick(handle, Qt::Key_Delete);
        QCOMPARE(boardNow().tiles_size(), 1);
        QCOMPARE(tiles().size(), 1);
        child<QAction>("undo")->trigger();
        QCOMPARE(boardNow().tiles_size(), 2);
    }

    void aTileIsDraggedToOtherCells()
    {
        open();
        child<QPushButton>("boardEdit")->click();
        auto *handle = window().findChild<TileHandle *>("tileHandle");
        QTRY_VERIFY(handle->isVisible());
        const QRect before = cells(0);
        const int step = handle->width() / before.width();
        QTest::mousePress(handle, Qt::LeftButton, {}, {30, 30});
        QTest::mouseMove(handle, {30 + 3 * step, 60});
        QTest::mouseMove(handle, {30 + 3 * step, 60});
        QTest::mouseRelease(handle, Qt::LeftButton, {}, {30, 30});
        QVERIFY(cells(0).x() > before.x());
        QVERIFY(!cells(0).intersects(cells(1)));
    }

    void rangeAndComparisonAreOverAllTiles()
    {
        open();
        QTRY_VERIFY(tile(0)->shownAnswer() && tile(1)->shownAnswer());
        askForYesterday();
        const auto isYesterday = [this](int i) {
            if (!tile(i)->shownAnswer())
                return false;
            const auto &range = tile(i)->shownAnswer()->spec.time_range();
            return range.end().seconds() - range.start().seconds() <= 25 * 3600;
        };
        QTRY_VERIFY(isYesterday(0) && isYesterday(1));
        auto *compare = child<QComboBox>("boardCompare");
        const auto asked = m_shelf->desk.client.queries.size();
        compare->setCurrentIndex(compare->findData(int(Compare::PreviousPeriod)));
        Q_EMIT compare->activated(compare->currentIndex());
        QCOMPARE(boardNow().compare(), compareId(Compare::PreviousPeriod));
        QTRY_COMPARE(m_shelf->desk.client.queries.size(), asked + 4); // two tiles, each and what it is held against
    }

    void aNewTimeLeavesTheAnswerBeforeInSightUntilThereIsAnother()
    {
        open();
        QTRY_VERIFY(tile(0)->shownAnswer() && tile(1)->shownAnswer());
        const TileView *shown = tile(0);
        m_shelf->desk.client.queries.automatic = nullptr;
        askForYesterday();
        QCOMPARE(tile(0), shown);
        QVERIFY(tile(0)->findChild<ChartSurface *>()->isVisible());
        QTRY_VERIFY(tile(0)->findChild<LoadingOverlay *>()->isVisible());
        QVERIFY(!tile(0)->shownAnswer());
        QVERIFY(m_shelf->desk.says("Asking"));
    }

    void theStatusLineTellsTheTilesTogether()
    {
        open();
        QTRY_VERIFY(child<QLabel>("statusTime")->text().startsWith("2 tiles in "));
        QTest::mouseClick(child<QAbstractButton>("boardBack"), Qt::LeftButton);
        QTRY_VERIFY(!child<QLabel>("statusTime")->text().contains("tiles"));
    }

    void aBoardStaysWhenTheProjectComesAgain()
    {
        open();
        Q_EMIT m_shelf->desk.catalog.projectOpened();
        QVERIFY(page()->isVisible());
        QCOMPARE(tiles().size(), 2);
    }

    void aQuestionIsAddedToABoardFromTheLibrary()
    {
        const qint64 id = library().add(questionItem("More", {}, "purchase"));
        Q_EMIT child<LibraryPanel>("libraryPanel")->addToBoardWanted(id, m_board);
        QCOMPARE(boardNow().tiles_size(), 3);
        QCOMPARE(boardNow().tiles(2).title(), std::string("More"));
        for (int i = 0; i < 2; ++i)
            QVERIFY(!cells(2).intersects(cells(i)));
    }

    void aSpecThatIsPastedOverABoardIsTheQuestion()
    {
        open();
        QGuiApplication::clipboard()->setText("SELECT 1");
        child<QAction>("pasteSpec")->trigger();
        QVERIFY(page()->isVisible());
        QGuiApplication::clipboard()->setText(QString::fromStdString(specJson(trendOf("purchase"))));
        child<QAction>("pasteSpec")->trigger();
        QVERIFY(!page()->isVisible());
        QTRY_VERIFY(m_shelf->isAnswered("purchase"));
    }

    void aBoardThatIsRemovedGivesWayToTheQuestion()
    {
        open();
        library().remove(m_board);
        QTRY_VERIFY(!page()->isVisible());
    }

private:
    Library &library() { return m_shelf->keeping.library(); }
    MainWindow &window() { return m_shelf->desk.window; }
    BoardPage *page() { return child<BoardPage>("boardPage"); }
    explorer::v1::Board boardNow() { return *boardIn(*library().item(m_board)); }
    QRect cells(int tile) { return cellsOf(boardNow().tiles(tile)); }
    QModelIndex questions() { return child<LibraryTree>("libraryTree")->model()->index(1, 0); }

    QString facts() { return child<ElidedLabel>("boardFacts")->accessibleName(); }

    // In the order of the board.
    QList<TileView *> tiles()
    {
        QList<TileView *> tiles;
        for (auto *tile : window().findChildren<TileView *>())
            if (!tile->isHidden())
                tiles << tile;
        std::sort(tiles.begin(), tiles.end(), [](const TileView *a, const TileView *b) {
            return std::pair(a->y(), a->x()) < std::pair(b->y(), b->x());
        });
        return tiles;
    }
    TileView *tile(int i) { return tiles().at(i); }

    template <class T>
    T *child(const char *name) const
    {
        return m_shelf->desk.child<T>(name);
    }

    void askForYesterday()
    {
        explorer::v1::Board board = boardNow();
        board.set_time_preset(timePresetId(TimePreset::Yesterday));
        LibraryItem item = *library().item(m_board);
        item.document = board;
        library().update(item);
    }

    void open()
    {
        Q_EMIT child<LibraryTree>("libraryTree")->opened({LibraryRow::Board, m_board, {}});
        QTRY_VERIFY(page()->isVisible());
    }

    QTemporaryDir m_settings;
    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Shelf> m_shelf;
    qint64 m_board = 0;
};

QTEST_MAIN(BoardTest)
#include "board_test.moc"
