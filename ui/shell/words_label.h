// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/question_words.h"
#include "ui/theme/theme.h"

#include <QWidget>

// A sentence on one line, names stronger than the words between them; what does not fit ends in "…" and is told by the
// tool tip.
class WordsLabel : public QWidget
{
    Q_OBJECT
public:
    WordsLabel(const Theme &theme, Type type, QWidget *parent = nullptr);

    void setWords(const Words &words);
    QString text() const { return plainText(m_words); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont fontOf(const Word &word) const;
    int fullWidth() const;

    const Theme &m_theme;
    const Type m_type;
    Words m_words;
};
