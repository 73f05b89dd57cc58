// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/row_frame.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace {

constexpr qreal radius = 4;

}

RowFrame::RowFrame(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if ((before && isAncestorOf(before)) || (now && isAncestorOf(now)))
            update();
    });
}

// Its fields go after it and hand the focus on while they do.
RowFrame::~RowFrame()
{
    disconnect(qApp, nullptr, this, nullptr);
}

void RowFrame::setPlain(bool plain)
{
    m_isPlain = plain;
    update();
}

void RowFrame::setHoverable(bool hoverable)
{
    m_isHoverable = hoverable;
}

void RowFrame::setInvalid(bool invalid)
{
    m_isInvalid = invalid;
    update();
}

void RowFrame::setPending(bool pending)
{
    m_isPending = pending;
    update();
}

void RowFrame::setDragged(bool dragged)
{
    m_isDragged = dragged;
    update();
}

bool RowFrame::event(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
        m_isHovered = m_isHoverable && event->type() == QEvent::Enter;
        update();
    }
    return QWidget::event(event);
}

bool RowFrame::hasFieldFocus() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && isAncestorOf(focus) && focus->property("bare").toBool(); // other fields show it themselves
}

void RowFrame::paintEvent(QPaintEvent *)
{
    const bool isFocused = hasFieldFocus();
    const bool isQuiet = m_isPlain && !isFocused && !m_isInvalid && !m_isPending && !m_isDragged;
    if (isQuiet)
        return;
    Role ground = m_isHovered && !isFocused ? Role::Hover : Role::Surface;
    Role line = Role::Line;
    if (m_isDragged)
        ground = Role::Selected;
    if (m_isInvalid)
        line = Role::Bad;
    else if (isFocused || m_isDragged)
        line = Role::Focus;
    const qreal width = isFocused && !m_isInvalid ? 2 : 1;

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_theme.color(line), width);
    if (m_isPending && line == Role::Line) {
        pen.setColor(m_theme.color(Role::LineStrong));
        pen.setDashPattern({4, 3});
    }
    painter.setPen(pen);
    painter.setBrush(m_theme.color(ground));
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
}
