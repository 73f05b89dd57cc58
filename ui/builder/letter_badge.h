// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class Theme;

// "A", "B", ... "Z", "AA": the letter of the index-th event.
QString eventLetter(int index);

// The letter of an event in the colour of its series; grey where a breakdown carries the colours.
class LetterBadge : public QWidget
{
    Q_OBJECT
public:
    explicit LetterBadge(const Theme &theme, QWidget *parent = nullptr);

    void setIndex(int index);
    void setColoured(bool coloured);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_index = 0;
    bool m_isColoured = true;
};
