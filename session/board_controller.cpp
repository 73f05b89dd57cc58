// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/board_controller.h"

#include <google/protobuf/util/message_differencer.h>

#include "session/kept_answer.h"
#include "session/question_document.h"

#include <algorithm>
#include <utility>

using explorer::v1::Question;
using google::protobuf::util::MessageDifferencer;

BoardController::BoardController(InsightsClient &client, AnswerCache &answers, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_answers(answers)
{
}

void BoardController::ask(const std::vector<Question> &questions, const std::string &project, const ProjectTime &place)
{
    // Kept until the end: who shows a tile tells it from a new one by where it lies.
    const std::vector<std::shared_ptr<Tile>> shown = std::exchange(m_tiles, {});
    std::vector<std::shared_ptr<Tile>> before;
    if (project == m_project)
        before = shown;
    m_project = project;
    m_place = place;
    for (const Question &question : questions) {
        const std::string key = questionKey(question);
        const auto same
            = std::ranges::find_if(before, [&](const auto &tile) { return questionKey(tile->question) == key; });
        const bool isThere = same != before.end();
        m_tiles.push_back(isThere ? *same : made(question));
        if (isThere)
            before.erase(same);
        Tile &tile = *m_tiles.back();
        const bool isAsked = isThere && MessageDifferencer::Equals(tile.question, question);
        tile.question = question; // a preset means another time by now
        if (!isAsked)
            queue(m_tiles.back());
    }
    Q_EMIT tilesChanged();
    pump();
}

std::shared_ptr<BoardController::Tile> BoardController::made(const Question &question)
{
    auto tile = std::make_shared<Tile>(Tile{question, std::make_unique<QueryController>(m_client)});
    QueryController *controller = tile->controller.get();
    connect(controller, &QueryController::stateChanged, this, [this, weak = std::weak_ptr(tile)] {
        if (const auto changed = weak.lock())
            keep(*changed);
        Q_EMIT stateChanged();
        // Later: this one is still settling.
        QMetaObject::invokeMethod(this, &BoardController::pump, Qt::QueuedConnection);
    });
    connect(controller, &QueryController::besidesChanged, this, [this, weak = std::weak_ptr(tile)] {
        if (const auto changed = weak.lock())
            keep(*changed);
    });
    m_answers.find({m_server, m_project, question}, controller, [controller](const AnswerDocumentPtr &document) {
        if (document && !controller->lastAnswer())
            controller->showKept(answeredOf(*document), besidesOf(*document));
    });
    return tile;
}

void BoardController::keep(const Tile &tile)
{
    const auto *ready = std::get_if<Ready>(&tile.controller->state());
    if (ready != nullptr && !ready->answer->isKept)
        m_answers.put({m_server, m_project, tile.question},
                      std::make_shared<const explorer::v1::Answer>(
                          keptDocument(tile.question, *ready->answer, tile.controller->besides(), m_project)));
}

void BoardController::queue(const std::shared_ptr<Tile> &tile)
{
    m_waiting.push_back(tile);
}

void BoardController::pump()
{
    auto running = std::ranges::count_if(
        m_tiles, [](const auto &tile) { return std::holds_alternative<Loading>(tile->controller->state()); });
    if (m_round.isOver && !m_waiting.empty()) {
        m_round = {0, 0, false};
        m_since.start();
    }
    while (running < mostAtOnce && !m_waiting.empty()) {
        const std::shared_ptr<Tile> next = m_waiting.front().lock();
        m_waiting.pop_front();
        if (!next)
            continue;
        ++m_round.tiles;
        next->controller->run(next->question.query(), comparedRange(draftOf(next->question), m_place));
        running += std::holds_alternative<Loading>(next->controller->state()) ? 1 : 0;
    }
    if (running == 0 && !m_round.isOver) {
        m_round.isOver = true;
        m_round.elapsedMs = m_since.elapsed();
        Q_EMIT stateChanged();
    }
}

void BoardController::askAgain()
{
    m_waiting.assign(m_tiles.begin(), m_tiles.end());
    pump();
}

void BoardController::retry(int tile)
{
    queue(m_tiles.at(std::size_t(tile)));
    pump();
}

void BoardController::clear()
{
    m_waiting.clear();
    m_tiles.clear();
    m_round = {};
    Q_EMIT tilesChanged();
}
