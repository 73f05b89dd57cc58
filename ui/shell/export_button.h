// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

// The button of an action that can also be dragged away, for what the action would make.
class ExportButton : public QToolButton
{
    Q_OBJECT
public:
    explicit ExportButton(QAction *action, QWidget *parent = nullptr);

Q_SIGNALS:
    void dragged(); // the pointer left with the button held

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    QPoint m_pressed;
    bool m_isDragged = false;
};
