// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class Theme;

// A value of a filter. A click, Enter or Space edits it; its cross, Delete and Backspace take it away.
class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    Chip(const Theme &theme, const QString &value, QWidget *parent = nullptr);

    void setValue(const QString &value);
    QSize sizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect crossRect() const;

    const Theme &m_theme;
};
