// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spec/spec_reading.h"

#include <QWidget>

class NoteBar;
class QLabel;
class QToolButton;
class Theme;

// Under the text: that a text was set aside, how many problems there are, and how long the text is.
class SpecFoot : public QWidget
{
    Q_OBJECT
public:
    SpecFoot(const Theme &theme, QWidget *parent);

    // `problem` is the one at the caret, none for a text that is well.
    void showProblem(const SpecProblem *problem, int count);
    void showSetAside(bool isSetAside); // one step of undo brings back what was typed
    void showLines(int count);

Q_SIGNALS:
    void nextWanted(); // the place of the next problem
    void typedWanted(); // back

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();

    const Theme &m_theme;
    NoteBar *m_setAside;
    QToolButton *m_count;
    QLabel *m_place;
    QLabel *m_lines;
};
