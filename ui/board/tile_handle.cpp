// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/tile_handle.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace {

constexpr int corner = 20;
constexpr int least = 40; // px
constexpr qreal radius = 6;

} // namespace

TileHandle::TileHandle(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("tileHandle"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::SizeAllCursor);
}

void TileHandle::setName(const QString &name)
{
    setAccessibleName(tr("%1: arrow keys move it, with Shift they change its size").arg(name));
    setToolTip(tr("Drag to move, the corner to resize. Keys: arrows, Shift+arrows, F2, Del"));
}

bool TileHandle::isAtCorner(const QPoint &at) const
{
    return at.x() >= width() - corner && at.y() >= height() - corner;
}

void TileHandle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = m_theme.color(Role::Selected);
    veil.setAlphaF(m_isDragged ? 0.8F : hasFocus() ? 0.5F : 0.25F);
    painter.setBrush(veil);
    painter.setPen(QPen(m_theme.color(hasFocus() ? Role::Focus : Role::LineStrong), hasFocus() ? 2 : 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    painter.setPen(QPen(m_theme.color(Role::Text2), 1.5));
    for (const int inset : {5, 10}) // the grip of the corner
        painter.drawLine(QPointF(width() - 4 - inset, height() - 4), QPointF(width() - 4, height() - 4 - inset));
}

void TileHandle::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = event->globalPosition().toPoint();
    m_before = geometry();
    m_isGrowing = isAtCorner(event->position().toPoint());
}

void TileHandle::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton)) {
        setCursor(isAtCorner(event->position().toPoint()) ? Qt::SizeFDiagCursor : Qt::SizeAllCursor);
        return;
    }
    const QPoint way = event->globalPosition().toPoint() - m_pressedAt;
    if (!m_isDragged && way.manhattanLength() < QApplication::startDragDistance())
        return;
    m_isDragged = true;
    raise();
    if (m_isGrowing)
        resize(std::max(least, m_before.width() + way.x()), std::max(least, m_before.height() + way.y()));
    else
        move(m_before.topLeft() + way);
    update();
}

void TileHandle::mouseReleaseEvent(QMouseEvent *)
{
    if (!std::exchange(m_isDragged, false))
        return;
    update();
    Q_EMIT moved();
}

void TileHandle::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT renameWanted();
}

void TileHandle::keyPressEvent(QKeyEvent *event)
{
    const bool grows = event->modifiers() & Qt::ShiftModifier;
    const auto step = [&](int columns, int rows) {
        Q_EMIT stepped(grows ? QPoint() : QPoint(columns, rows), grows ? QSize(columns, rows) : QSize(0, 0));
    };
    switch (event->key()) {
    case Qt::Key_Left: step(-1, 0); break;
    case Qt::Key_Right: step(1, 0); break;
    case Qt::Key_Up: step(0, -1); break;
    case Qt::Key_Down: step(0, 1); break;
    case Qt::Key_Delete: Q_EMIT removeWanted(); break;
    case Qt::Key_F2: Q_EMIT renameWanted(); break;
    default: QWidget::keyPressEvent(event); break;
    }
}
