// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

enum class NoteKind { Info, Warn, Bad, Good, Offline };

// One sentence over the full width with an action at the right; 32 px. Hidden until it has something to say.
class NoteBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoteBar(const Theme &theme, QWidget *parent = nullptr);

    // `strong` comes before the sentence at a heavier weight ("Offline."); empty for none. Plain text.
    void showNote(NoteKind kind, const QString &sentence, const QString &action = {}, const QString &strong = {});
    void hideNote();

protected:
    QPushButton *addButton(const QString &text); // at the right of all, and there with every note

Q_SIGNALS:
    void actionClicked();

private:
    void showIcon();

    const Theme &m_theme;
    NoteKind m_kind = NoteKind::Info;
    QLabel *m_icon;
    QLabel *m_strong;
    QLabel *m_sentence;
    QPushButton *m_action;
};
