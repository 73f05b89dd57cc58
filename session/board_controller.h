// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/keeping/answer_cache.h"
#include "session/query_controller.h"
#include "session/time_choice.h"

#include <QElapsedTimer>
#include <QObject>

#include <deque>
#include <memory>
#include <vector>

// Asks the questions of a board, a few at a time; kept answers are there at once.
class BoardController : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostAtOnce = 4; // tiles; one held against another time asks twice

    BoardController(InsightsClient &client, AnswerCache &answers, QObject *parent = nullptr);

    void setServer(const std::string &address) { m_server = address; }
    // What the tiles ask, in their order. Those that ask what was asked before keep their answer, the others are asked.
    void ask(const std::vector<explorer::v1::Question> &questions, const std::string &project,
             const ProjectTime &place);
    void askAgain(); // all of them
    void retry(int tile);
    // Lets go of all.
    void clear();

    // The last time tiles were asked: how many, and until all had ended.
    struct Round
    {
        int tiles = 0;
        qint64 elapsedMs = 0;
        bool isOver = true;
    };
    const Round &round() const { return m_round; }

    int count() const { return int(m_tiles.size()); }
    const QueryController &tile(int tile) const { return *m_tiles.at(std::size_t(tile))->controller; }
    const explorer::v1::Question &question(int tile) const { return m_tiles.at(std::size_t(tile))->question; }

Q_SIGNALS:
    void tilesChanged(); // by ask() or clear()
    void stateChanged(); // of any tile

private:
    struct Tile
    {
        explorer::v1::Question question;
        std::unique_ptr<QueryController> controller;
    };
    std::shared_ptr<Tile> made(const explorer::v1::Question &question);
    void queue(const std::shared_ptr<Tile> &tile);
    void pump();
    void keep(const Tile &tile);

    InsightsClient &m_client;
    AnswerCache &m_answers;
    std::string m_server;
    std::string m_project;
    ProjectTime m_place;
    std::vector<std::shared_ptr<Tile>> m_tiles;
    std::deque<std::weak_ptr<Tile>> m_waiting;
    Round m_round;
    QElapsedTimer m_since; // of the round
};
