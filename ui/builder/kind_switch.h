// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/question_kind.h"

#include <QWidget>

class QButtonGroup;
class Theme;

// Trend, funnel or retention: which kind of question the form asks. The arrows move the choice.
class KindSwitch : public QWidget
{
    Q_OBJECT
public:
    KindSwitch(const Theme &theme, DraftQuery &draft, QWidget *parent = nullptr);

    void showKind(QuestionKind kind);

private:
    void addKind(QuestionKind kind, const QString &icon, const QString &text, int place);
    void choose(QuestionKind kind);

    const Theme &m_theme;
    DraftQuery &m_draft;
    QButtonGroup *m_kinds = nullptr;
};
