// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "query/answer_frames.h"
#include "session/question_words.h"
#include "session/time_choice.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class WordsLabel;

// "1 May – 31 May 2026 · America/New_York · plan is pro": what is known of a question without its answer.
QString questionFacts(const insights::v1::QuerySpec &spec, const ProjectTime &place);
// The facts, after the range what the answer is held against (empty for nothing), and what is unfinished in it.
QString answerFacts(const insights::v1::QuerySpec &spec, const AnswerFrames &answer, const QString &compared = {});

// The question in words above its answer, and the facts below it.
class QuestionHeader : public QWidget
{
    Q_OBJECT
public:
    explicit QuestionHeader(const Theme &theme, QWidget *parent = nullptr);

    void setQuestion(const insights::v1::QuerySpec &spec, const QString &facts);
    void clear();
    // Of the saved question this is, and whether it was edited since; an empty name for none.
    void setSavedName(const QString &name, bool isEdited);
    // What chooses the form of the chart, at the right; all hidden until one is shown.
    void addForm(QWidget *form);
    void showForm(QWidget *form); // null for none

private:
    void showFacts();

    QString m_shownFacts;
    Words m_saved;
    WordsLabel *m_question;
    WordsLabel *m_facts;
    QHBoxLayout *m_forms;
};
