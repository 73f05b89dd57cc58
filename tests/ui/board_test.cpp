// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/funnel_answers.h"
#include "tests/ui/retention_answers.h"
#include "tests/ui/shelf_fixture.h"

#include "query/spec_json.h"
#include "session/board.h"
#include "ui/board/board_grid.h"
#include "ui/board/tile_handle.h"
#include "ui/builder/elided_label.h"
#include "ui/charts/chart_surface.h"
#include "ui/charts/funnel_chart.h"
#include "ui/charts/heat_view.h"
#include "ui/charts/loading_overlay.h"
#include "ui/library/library_panel.h"
#include "ui/library/library_tree.h"
#include "ui/shell/board_answers.h"
#include "ui/shell/board_page.h"
#include "ui/shell/tile_view.h"
#include "ui/shell/words_label.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

class BoardTest : public QObject, protected ShelfFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpOnce(); }

    void init()
    {
        setUp();
        connectNow();
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

    void cleanup() { tearDown(); }

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

    void funnelAndRetentionTilesAreLive()
    {
        addKinds();
        open();
        QTRY_VERIFY(tile(2)->shownAnswer() && tile(3)->shownAnswer());
        auto *funnel = tile(2)->findChild<FunnelChart *>();
        auto *heat = tile(3)->findChild<HeatView *>();
        QVERIFY(funnel->isVisible() && heat->isVisible());
        auto &users = m_shelf->desk.client.userLists;
        const QPoint bar = funnel->frame().part({1, 0}, 0, 0.2).center().toPoint();
        QTest::mouseMove(funnel->viewport(), bar);
        QCOMPARE(funnel->hovered(), std::optional(FunnelBar{1, 0}));
        QTest::mouseClick(funnel->viewport(), Qt::LeftButton, {}, bar);
        QTRY_COMPARE(users.size(), std::size_t(1));
        QCOMPARE(users.last().request.funnel().step(), 1);
        QCOMPARE(users.last().request.query().events_size(), 3);
        heat->setFocus();
        QTest::keyClick(heat, Qt::Key_Down);
        QTest::keyClick(heat, Qt::Key_Return);
        QTRY_COMPARE(users.size(), std::size_t(2));
        QVERIFY(users.last().request.has_retention());
    }

    void theComparisonOfABoardIsDrawnInFunnelsAndRetention()
    {
        addKinds();
        open();
        QTRY_VERIFY(tile(2)->shownAnswer() && tile(3)->shownAnswer());
        QVERIFY(!factsOf(2).contains("vs "));
        explorer::v1::Board board = boardNow();
        board.set_compare(compareId(Compare::PreviousPeriod));
        keep(board);
        const auto isCompared = [this](int i) { return factsOf(i).contains("vs "); };
        QTRY_VERIFY(isCompared(2) && isCompared(3));
        const FunnelContent &funnel = tile(2)->findChild<FunnelChart *>()->content();
        QVERIFY(funnel.cell({1, 0}).rateBefore);
        QVERIFY(tile(3)->findChild<HeatView *>()->geometry().changeHeight > 0);
        const std::vector<BoardTile> tiles = boardTiles(boardNow(), page()->answers());
        for (const std::size_t i : {2U, 3U})
            QVERIFY2(tiles[i].facts.contains("vs "), qPrintable(tiles[i].facts));
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

    void aServiceThatIsGoneIsSoughtAndTheTilesAreAskedAgain()
    {
        open();
        QTRY_VERIFY(tile(0)->shownAnswer() && tile(1)->shownAnswer());
        const QSignalSpy sought(&window(), &MainWindow::reconnectWanted);
        m_shelf->desk.client.queries.automatic = [](const auto &) -> Outcome<AnswerFrames> {
            return Failure{Failure::Kind::Unreachable, "TEST", "It is gone.", {}};
        };
        child<QPushButton>("boardRefresh")->click();
        QTRY_COMPARE(sought.size(), 1);
        QVERIFY(tile(0)->shownAnswer());
        m_shelf->desk.client.queries.automatic = [](const auto &spec) { return Desk::answerTo(spec); };
        m_shelf->desk.connectNow();
        QTRY_VERIFY(!facts().contains("without a new answer"));
        QCOMPARE(sought.size(), 1);
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

    QString factsOf(int i) { return tile(i)->findChild<WordsLabel *>()->text(); }

    void keep(const explorer::v1::Board &board)
    {
        LibraryItem item = *library().item(m_board);
        item.document = board;
        library().update(item);
    }

    // A funnel and retention below the lines.
    void addKinds()
    {
        m_shelf->desk.client.queries.automatic = [](const auto &spec) -> Outcome<AnswerFrames> {
            AnswerFrames answer = Desk::answerTo(spec);
            if (spec.visualization() == insights::v1::VISUALIZATION_FUNNEL)
                addGroup(answer.funnel, {1000, 600, 300});
            if (spec.visualization() == insights::v1::VISUALIZATION_RETENTION)
                return *retentionOf(bucketsFrom("UTC", "2026-03-09", insights::v1::GRANULARITY_WEEK, 4), 1000,
                                    [](int, int period) { return 1000.0 / (period + 1); });
            return answer;
        };
        explorer::v1::Board board = boardNow();
        for (insights::v1::QuerySpec spec : {funnelSpec(3, false), retentionSpec(insights::v1::GRANULARITY_WEEK)}) {
            *spec.mutable_time_range() = rangeOf("2026-03-09", "2026-06-01");
            Draft draft;
            draft.spec = spec;
            LibraryItem item;
            item.name = "Kind";
            item.document = questionOf(draft);
            item.id = library().add(item);
            addTile(board, item);
        }
        keep(board);
    }

    void askForYesterday()
    {
        explorer::v1::Board board = boardNow();
        board.set_time_preset(timePresetId(TimePreset::Yesterday));
        keep(board);
    }

    void open()
    {
        Q_EMIT child<LibraryTree>("libraryTree")->opened({LibraryRow::Board, m_board, {}});
        QTRY_VERIFY(page()->isVisible());
    }

    qint64 m_board = 0;
};

QTEST_MAIN(BoardTest)
#include "board_test.moc"
