// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/chip.h"

#include "ui/builder/controls.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace {

constexpr int chipHeight = 24;
constexpr int padding = 8;
constexpr int crossWidth = 22; // with its padding
constexpr int crossIcon = 12;
constexpr qreal radius = 4;

} // namespace

Chip::Chip(const Theme &theme, const QString &value, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setObjectName("valueChip");
    setFont(theme.font(Type::Table));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::ArrowCursor);
    setAttribute(Qt::WA_Hover);
    setValue(value);
}

void Chip::setValue(const QString &value)
{
    setText(value);
    setToolTip(plainToolTip(value));
    setAccessibleName(tr("Value %1").arg(value));
    setAccessibleDescription(tr("Enter edits it, Delete removes it"));
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {padding + fontMetrics().horizontalAdvance(text()) + crossWidth, chipHeight};
}

QRect Chip::crossRect() const
{
    return {width() - crossWidth, 0, crossWidth, chipHeight};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isFocused = hasFocus();
    const qreal line = isFocused ? 2 : 1;
    painter.setPen(QPen(m_theme.color(isFocused ? Role::Focus : Role::Line), line));
    painter.setBrush(m_theme.color(underMouse() ? Role::Pressed : Role::Hover));
    const QRectF frame = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.drawRoundedRect(frame, radius, radius);

    painter.setPen(m_theme.color(Role::Text));
    const QRect room = rect().adjusted(padding, 0, -crossWidth, 0);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideMiddle, room.width() + 1);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, shown);
    QRect icon(0, 0, crossIcon, crossIcon);
    icon.moveCenter(crossRect().center());
    painter.drawPixmap(icon, m_theme.pixmap("close", Role::Text2, devicePixelRatioF(), crossIcon));
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace: Q_EMIT removeRequested(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); return;
    default: QAbstractButton::keyPressEvent(event);
    }
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    const bool removes = isDown() && event->button() == Qt::LeftButton && crossRect().contains(event->pos());
    if (!removes) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    setDown(false);
    Q_EMIT removeRequested();
}

bool Chip::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}
