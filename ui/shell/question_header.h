// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "query/answer_frames.h"
#include "session/time_choice.h"
#include "ui/theme/theme.h"

#include <QWidget>

class FormBar;
class WordsLabel;

// "1 May – 31 May 2026 · America/New_York · plan is pro": what is known of a question without its answer.
QString questionFacts(const insights::v1::QuerySpec &spec, const ProjectTime &place);
// The facts and what is unfinished in the answer.
QString answerFacts(const insights::v1::QuerySpec &spec, const AnswerFrames &answer);

// The question in words above its answer, the facts below it, and the forms of the chart at the right.
class QuestionHeader : public QWidget
{
    Q_OBJECT
public:
    explicit QuestionHeader(const Theme &theme, QWidget *parent = nullptr);

    void setQuestion(const insights::v1::QuerySpec &spec, const QString &facts);
    void clear();
    FormBar &forms() { return *m_forms; }

private:
    FormBar *m_forms;
    WordsLabel *m_question;
    WordsLabel *m_facts;
};
