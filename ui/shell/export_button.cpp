// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/export_button.h"

#include <QAction>
#include <QApplication>
#include <QMouseEvent>

ExportButton::ExportButton(QAction *action, QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(QStringLiteral("exportDrag"));
    setDefaultAction(action);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({16, 16});
    setAutoRaise(true);
}

void ExportButton::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    m_isDragged = false;
    QToolButton::mousePressEvent(event);
}

void ExportButton::mouseMoveEvent(QMouseEvent *event)
{
    const bool isFar = (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_isDragged || !(event->buttons() & Qt::LeftButton) || !isFar)
        return;
    m_isDragged = true;
    setDown(false); // no click any more
    Q_EMIT dragged();
}
