// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_insights_client.h"
#include "tests/support/questions.h"

#include "session/board.h"
#include "session/board_controller.h"
#include "session/question_document.h"

#include <QTemporaryDir>
#include <QTest>

using explorer::v1::Board;
using explorer::v1::Question;
using explorer::v1::Tile;

namespace {

Question questionAbout(const std::string &event)
{
    Draft draft;
    draft.spec = trendOf(event);
    draft.automaticGranularity = false;
    return questionOf(draft);
}

std::vector<Question> questionsAbout(int count)
{
    std::vector<Question> questions;
    for (int i = 0; i < count; ++i)
        questions.push_back(questionAbout("event " + std::to_string(i)));
    return questions;
}

AnswerFrames someAnswer()
{
    AnswerFrames frames;
    frames.timestamps = {at("2026-05-01")};
    frames.series.push_back({"event", 0, {}, false, {7}});
    return frames;
}

Board boardOf(const std::vector<QRect> &places)
{
    Board board;
    for (const QRect &cells : places) {
        Tile &tile = *board.add_tiles();
        tile.set_column(cells.x());
        tile.set_row(cells.y());
        tile.set_columns(cells.width());
        tile.set_rows(cells.height());
    }
    return board;
}

std::vector<QRect> placesOf(const Board &board)
{
    std::vector<QRect> places;
    for (const Tile &tile : board.tiles())
        places.push_back(cellsOf(tile));
    return places;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<QRect>)

class BoardControllerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_answers = std::make_unique<AnswerCache>(m_folder->path(), AnswerCache::Bounds());
        m_client = std::make_unique<FakeInsightsClient>();
    }

    void cleanup() { m_answers.reset(); }

    void noMoreThanAFewTilesAreAskedAtOnce()
    {
        BoardController board(*m_client, *m_answers);
        board.ask(questionsAbout(6), "shop", {});
        QCOMPARE(m_client->queries.size(), std::size_t(BoardController::mostAtOnce));
        m_client->queries[0].answer(someAnswer());
        QTRY_COMPARE(m_client->queries.size(), std::size_t(5));
        m_client->queries[1].fail(Failure::Kind::TooMuch); // makes room too
        QTRY_COMPARE(m_client->queries.size(), std::size_t(6));
        QVERIFY(std::holds_alternative<Failed>(board.tile(1).state()));
    }

    void aRoundIsOverWhenItsLastTileHasEnded()
    {
        BoardController board(*m_client, *m_answers);
        board.ask(questionsAbout(2), "shop", {});
        QVERIFY(!board.round().isOver);
        m_client->queries[0].answer(someAnswer());
        QTest::qWait(0);
        QVERIFY(!board.round().isOver);
        m_client->queries[1].fail(Failure::Kind::TooMuch);
        QTRY_VERIFY(board.round().isOver);
        QCOMPARE(board.round().tiles, 2);
        board.retry(1);
        QCOMPARE(board.round().tiles, 1);
    }

    void aTileThatAsksTheSameKeepsItsAnswerWhereverItLies()
    {
        BoardController board(*m_client, *m_answers);
        std::vector<Question> questions = questionsAbout(2);
        board.ask(questions, "shop", {});
        m_client->queries[0].answer(someAnswer());
        const AnsweredPtr answer = board.tile(0).lastAnswer();
        std::swap(questions[0], questions[1]);
        questions.push_back(questionAbout("new"));
        board.ask(questions, "shop", {});
        QCOMPARE(board.tile(1).lastAnswer(), answer);
        QCOMPARE(m_client->queries.size(), std::size_t(3));
        QCOMPARE(m_client->queries[2].request.events(0).name(), std::string("new"));
    }

    void anotherProjectIsAskedAnew()
    {
        BoardController board(*m_client, *m_answers);
        board.ask(questionsAbout(1), "shop", {});
        m_client->queries[0].answer(someAnswer());
        board.ask(questionsAbout(1), "blog", {});
        QVERIFY(!board.tile(0).lastAnswer());
        QCOMPARE(m_client->queries.size(), std::size_t(2));
    }

    void aKeptAnswerIsThereBeforeTheServerAnswers()
    {
        {
            BoardController board(*m_client, *m_answers);
            board.setServer("here");
            board.ask(questionsAbout(1), "shop", {});
            m_client->queries[0].answer(someAnswer());
        }
        BoardController board(*m_client, *m_answers);
        board.setServer("here");
        board.ask(questionsAbout(1), "shop", {});
        QTRY_VERIFY(board.tile(0).lastAnswer());
        QVERIFY(board.tile(0).lastAnswer()->isKept);
        QVERIFY(std::holds_alternative<Loading>(board.tile(0).state()));
        m_client->queries[1].fail(Failure::Kind::Unreachable);
        QVERIFY(board.tile(0).lastAnswer()->isKept); // and stays
    }

    void whatIsLetGoOfIsAskedNoMore()
    {
        BoardController board(*m_client, *m_answers);
        board.ask(questionsAbout(6), "shop", {});
        board.clear();
        QVERIFY(m_client->queries[0].isAbandoned);
        QTest::qWait(0);
        QCOMPARE(m_client->queries.size(), std::size_t(BoardController::mostAtOnce));
    }

    void theBoardsTimeAndComparisonAreOverThoseOfItsTiles()
    {
        Library library;
        Board board;
        *board.add_tiles()->mutable_question() = questionAbout("page_view");
        const std::int64_t now = at("2026-06-10T12:00");
        const Question own = tileQuestion(board, board.tiles(0), library, {}, now);
        QCOMPARE(own.query().time_range().start().seconds(), trendOf("page_view").time_range().start().seconds());
        board.set_time_preset(timePresetId(TimePreset::Yesterday));
        board.set_compare(compareId(Compare::PreviousYear));
        const Question asked = tileQuestion(board, board.tiles(0), library, {}, now);
        QCOMPARE(asked.query().time_range().start().seconds(), at("2026-06-09") / 1000);
        QCOMPARE(asked.compare(), compareId(Compare::PreviousYear));
    }

    void aSavedQuestionIsAskedAsItIsNow()
    {
        Library library;
        LibraryItem item;
        item.name = "Users";
        item.document = questionAbout("page_view");
        Board board;
        item.id = library.add(item);
        addTile(board, item);
        item.document = questionAbout("purchase");
        library.update(item);
        const Question asked = tileQuestion(board, board.tiles(0), library, {}, 0);
        QCOMPARE(asked.query().events(0).name(), std::string("purchase"));
        library.remove(item.id); // the tile has what it was
        const Question kept = tileQuestion(board, board.tiles(0), library, {}, 0);
        QCOMPARE(kept.query().events(0).name(), std::string("page_view"));
    }

    void aTileThatIsPlacedMovesTheOthersOutOfItsWay_data()
    {
        using Places = std::vector<QRect>;
        QTest::addColumn<Places>("before");
        QTest::addColumn<int>("tile");
        QTest::addColumn<QRect>("to");
        QTest::addColumn<Places>("after");
        const Places sideBySide{{0, 0, 6, 4}, {6, 0, 6, 4}};
        const Places stacked{{0, 0, 12, 4}, {0, 4, 12, 4}};
        QTest::newRow("onto its neighbour")
            << sideBySide << 0 << QRect(6, 0, 6, 4) << Places{{6, 0, 6, 4}, {6, 4, 6, 4}};
        QTest::newRow("wider") << sideBySide << 0 << QRect(0, 0, 8, 4) << Places{{0, 0, 8, 4}, {6, 4, 6, 4}};
        QTest::newRow("up") << stacked << 1 << QRect(0, 0, 12, 4) << Places{{0, 4, 12, 4}, {0, 0, 12, 4}};
        QTest::newRow("down by a key") << stacked << 0 << QRect(0, 1, 12, 4) << Places{{0, 4, 12, 4}, {0, 0, 12, 4}};
        QTest::newRow("out of the grid") << sideBySide << 1 << QRect(9, -3, 6, 4) << Places{{0, 0, 6, 4}, {6, 0, 6, 4}};
        QTest::newRow("too small") << sideBySide << 1 << QRect(6, 0, 0, 0) << Places{{0, 0, 6, 4}, {6, 0, 2, 2}};
        QTest::newRow("nothing below") << sideBySide << 0 << QRect(0, 9, 6, 4) << sideBySide;
    }

    void aTileThatIsPlacedMovesTheOthersOutOfItsWay()
    {
        QFETCH(const std::vector<QRect>, before);
        QFETCH(const int, tile);
        QFETCH(const QRect, to);
        QFETCH(const std::vector<QRect>, after);
        Board board = boardOf(before);
        placeTile(board, tile, to);
        QCOMPARE(placesOf(board), after);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AnswerCache> m_answers;
    std::unique_ptr<FakeInsightsClient> m_client;
};

QTEST_GUILESS_MAIN(BoardControllerTest)
#include "board_controller_test.moc"
