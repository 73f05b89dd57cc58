// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spec/spec_reading.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QToolButton;
class Theme;

// Under the text: what is wrong where the caret is, how many problems there are, and how long the text is.
class SpecFoot : public QWidget
{
    Q_OBJECT
public:
    SpecFoot(const Theme &theme, QWidget *parent);

    // `problem` is the one to tell, none for a text that is well; `isKept` when the chart shows another spec than this.
    void showProblem(const SpecProblem *problem, int count, bool isKept);
    void showLines(int count);

Q_SIGNALS:
    void nextWanted(); // the place of the next problem
    void fixWanted(); // put what was meant in its place
    void returnWanted(); // to the spec of the chart

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();

    const Theme &m_theme;
    QFrame *m_band;
    QLabel *m_message;
    QPushButton *m_fix;
    QLabel *m_kept;
    QPushButton *m_return;
    QToolButton *m_count;
    QLabel *m_place;
    QLabel *m_lines;
};
