// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/question_log.h"

#include <google/protobuf/util/message_differencer.h>

#include "query/question.h"
#include "session/kept_answer.h"
#include "session/question_document.h"

using google::protobuf::util::MessageDifferencer;

QuestionLog::QuestionLog(DraftQuery &draft, Catalog &catalog, QueryController &controller, Keeping &keeping,
                         AnswerCache &answers, Headline headline, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
    , m_catalog(catalog)
    , m_controller(controller)
    , m_keeping(keeping)
    , m_answers(answers)
    , m_headline(std::move(headline))
{
    m_dwell.setSingleShot(true);
    m_dwell.setInterval(dwellMs);
    connect(&m_dwell, &QTimer::timeout, this, &QuestionLog::note);
    connect(&m_draft, &DraftQuery::changed, this, &QuestionLog::keepDraft);
    connect(&m_draft, &DraftQuery::typedChanged, this, &QuestionLog::keepDraft);
    connect(&m_draft, &DraftQuery::typedWritten, this, &QuestionLog::keepDraft);
    connect(&m_controller, &QueryController::stateChanged, this, &QuestionLog::takeAnswer);
    connect(&m_controller, &QueryController::besidesChanged, this, &QuestionLog::keepAnswer);
}

void QuestionLog::keepDraft()
{
    const QString typed = m_draft.typed() ? m_draft.typed()->text : QString();
    if ((hasEvents(m_draft.spec()) || !typed.isEmpty()) && !m_catalog.projectId().empty())
        m_keeping.drafts().keep(questionOf(m_draft.draft()), m_catalog.projectId(), typed);
}

void QuestionLog::takeAnswer()
{
    const auto *ready = std::get_if<Ready>(&m_controller.state());
    if (ready == nullptr || ready->answer == m_answered || ready->answer->isKept
        || !MessageDifferencer::Equals(ready->answer->spec, m_draft.spec()))
        return;
    m_answered = ready->answer;
    m_question = questionOf(m_draft.draft());
    m_project = m_catalog.projectId();
    keepAnswer();
    m_dwell.start();
}

void QuestionLog::keepAnswer()
{
    if (!m_answered || m_answered != m_controller.lastAnswer())
        return;
    m_answers.put({m_server, m_project, m_question},
                  std::make_shared<const explorer::v1::Answer>(
                      keptDocument(m_question, *m_answered, m_controller.besides(), m_project)));
}

void QuestionLog::flush()
{
    if (m_dwell.isActive())
        note();
}

void QuestionLog::note()
{
    m_dwell.stop();
    History &history = m_keeping.history();
    const auto &comparison = m_controller.besides().comparison;
    const bool isCompared = comparison && m_answered == m_controller.lastAnswer();
    const QString headline = m_headline(*m_answered, isCompared ? &*comparison : nullptr);
    history.settle(history.ask(m_question, m_project), headline, m_answered->elapsedMs);
}

void QuestionLog::recall()
{
    if (!hasEvents(m_draft.spec()))
        return;
    const explorer::v1::Question question = questionOf(m_draft.draft());
    m_answers.find({m_server, m_catalog.projectId(), question}, this,
                   [this, question](const AnswerDocumentPtr &document) { show(question, document); });
}

// Unless another question is asked by now, or an answer of now is there.
void QuestionLog::show(const explorer::v1::Question &question, const AnswerDocumentPtr &document)
{
    if (!document || questionKey(question) != questionKey(questionOf(m_draft.draft()))
        || document->project() != m_catalog.projectId())
        return;
    const AnsweredPtr &last = m_controller.lastAnswer();
    if (!last || last->isKept || !MessageDifferencer::Equals(last->spec, m_draft.spec()))
        m_controller.showKept(answeredOf(*document), besidesOf(*document));
}
