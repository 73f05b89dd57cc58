// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/catalog.h"
#include "session/draft_query.h"
#include "session/keeping/answer_cache.h"
#include "session/keeping/keeping.h"
#include "session/query_controller.h"

#include <QObject>
#include <QTimer>

#include <functional>

// Writes down what a window asks: the draft as it is edited, every answer, and into the history each question whose
// answer was looked at for a moment. Brings a kept answer back.
class QuestionLog : public QObject
{
    Q_OBJECT
public:
    static constexpr int dwellMs = 1'000; // shorter is only passed through while editing

    // One line that says what an answer is.
    using Headline = std::function<QString(const Answered &, const Comparison *)>;

    QuestionLog(DraftQuery &draft, Catalog &catalog, QueryController &controller, Keeping &keeping,
                AnswerCache &answers, Headline headline, QObject *parent = nullptr);

    // Whose answers these are.
    void setServer(const std::string &address) { m_server = address; }
    // Shows the last answer of the draft's question, if there is one, until the next is there.
    void recall();
    // What waits to go into the history goes there.
    void flush();

private:
    void keepDraft();
    void takeAnswer();
    void keepAnswer();
    void note();
    void show(const explorer::v1::Question &question, const AnswerDocumentPtr &document);

    DraftQuery &m_draft;
    Catalog &m_catalog;
    QueryController &m_controller;
    Keeping &m_keeping;
    AnswerCache &m_answers;
    const Headline m_headline;
    std::string m_server;
    QTimer m_dwell;
    // The answer on the screen and its question; null before the first.
    AnsweredPtr m_answered;
    explorer::v1::Question m_question;
    std::string m_project;
};
