// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/drag_grip.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace {

constexpr int gripWidth = 16;
constexpr int gripHeight = 24;
constexpr int gripIcon = 16;

} // namespace

DragGrip::DragGrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(gripWidth, gripHeight);
    setCursor(Qt::OpenHandCursor);
    setToolTip(tr("Drag to reorder, or Alt+Up and Alt+Down"));
    setAccessibleName(toolTip());
}

void DragGrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect icon(0, 0, gripIcon, gripIcon);
    icon.moveCenter(rect().center());
    painter.drawPixmap(icon, m_theme.pixmap("grip", Role::Text3, devicePixelRatioF(), gripIcon));
}

void DragGrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isDragging = true;
    grabKeyboard();
    Q_EMIT dragStarted();
}

void DragGrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isDragging)
        Q_EMIT draggedTo(qRound(event->globalPosition().y()));
}

void DragGrip::mouseReleaseEvent(QMouseEvent *)
{
    end(true);
}

void DragGrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        end(false);
}

void DragGrip::hideEvent(QHideEvent *event)
{
    end(false);
    QWidget::hideEvent(event);
}

void DragGrip::end(bool drops)
{
    if (!std::exchange(m_isDragging, false))
        return;
    releaseKeyboard();
    Q_EMIT dragEnded(drops);
}
