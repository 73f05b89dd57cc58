// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class Theme;

// "A", "B", ... "Z", "AA": the letter of the index-th event.
QString eventLetter(int index);

// The letter or number of an event, in the colour of its series where it carries one.
class LetterBadge : public QWidget
{
    Q_OBJECT
public:
    explicit LetterBadge(const Theme &theme, QWidget *parent = nullptr);

    void setMark(const QString &mark, std::optional<int> hue);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_mark;
    std::optional<int> m_hue;
};
