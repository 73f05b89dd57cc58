// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QPushButton;
class Theme;
struct EditorMark;

// What is wrong in a line, under it, with the way out as a button. Two lines of text at most; the tooltip has it all.
class SpecNote : public QFrame
{
    Q_OBJECT
public:
    SpecNote(const Theme &theme, QWidget *parent);

    void setMark(const EditorMark &mark, int others); // more of the same line, which have no note
    int line() const { return m_line; } // from 0
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void fixWanted();
    void placeWanted(); // to where it is wrong

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QStringList linesIn(int width) const;
    int textWidth(int width) const;

    const Theme &m_theme;
    QPushButton *m_fix;
    QString m_text;
    int m_line = 0;
};
