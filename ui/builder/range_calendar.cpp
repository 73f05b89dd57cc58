// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/range_calendar.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace {

constexpr int cellWidth = 34;
constexpr int cellHeight = 28;
constexpr int headHeight = 24;
constexpr int weekDays = 7;
constexpr int weeks = 6;
constexpr qreal radius = 4;

QDate firstOfMonth(QDate day)
{
    return {day.year(), day.month(), 1};
}

} // namespace

RangeCalendar::RangeCalendar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFixedSize(sizeHint());
}

QSize RangeCalendar::sizeHint() const
{
    return {weekDays * cellWidth, headHeight + weeks * cellHeight};
}

void RangeCalendar::setWeekStart(WeekStart weekStart)
{
    m_weekStart = weekStart;
    update();
}

void RangeCalendar::setToday(QDate today)
{
    m_today = today;
    update();
}

void RangeCalendar::setSpan(const DateSpan &span)
{
    m_span = span;
    m_anchor = {};
    m_cursor = span.last;
    showMonth(span.last);
}

void RangeCalendar::showMonth(QDate month)
{
    const QDate first = firstOfMonth(month);
    const bool isOther = first != m_month;
    m_month = first;
    if (isOther)
        Q_EMIT monthChanged();
    update();
}

QDate RangeCalendar::firstShown() const
{
    const int start = m_weekStart == WeekStart::Monday ? Qt::Monday : Qt::Sunday;
    const int before = (m_month.dayOfWeek() - start + weekDays) % weekDays;
    return m_month.addDays(-before);
}

QRect RangeCalendar::cellOf(QDate day) const
{
    const qint64 index = firstShown().daysTo(day);
    if (index < 0 || index >= weekDays * weeks)
        return {};
    return {int(index % weekDays) * cellWidth, headHeight + int(index / weekDays) * cellHeight, cellWidth, cellHeight};
}

QDate RangeCalendar::dayAt(QPoint point) const
{
    const int column = point.x() / cellWidth;
    const int row = (point.y() - headHeight) / cellHeight;
    const bool isOutside = point.x() < 0 || point.y() < headHeight || column >= weekDays || row >= weeks;
    return isOutside ? QDate() : firstShown().addDays(row * weekDays + column);
}

// While a span is half picked it reaches to where the pointer or the cursor is.
DateSpan RangeCalendar::shownSpan() const
{
    if (m_anchor.isNull())
        return m_span;
    const QDate other = m_hovered.isValid() ? m_hovered : m_cursor;
    return {std::min(m_anchor, other), std::max(m_anchor, other)};
}

void RangeCalendar::pick(QDate day)
{
    m_cursor = day;
    if (m_anchor.isNull()) {
        m_anchor = day;
        update();
        return;
    }
    m_span = {std::min(m_anchor, day), std::max(m_anchor, day)};
    m_anchor = {};
    update();
    Q_EMIT spanPicked(m_span);
}

void RangeCalendar::mousePressEvent(QMouseEvent *event)
{
    const QDate day = dayAt(event->pos());
    if (event->button() == Qt::LeftButton && day.isValid())
        pick(day);
}

void RangeCalendar::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = dayAt(event->pos());
    update();
}

// Released on another day than pressed: the span was pulled.
void RangeCalendar::mouseReleaseEvent(QMouseEvent *event)
{
    const QDate day = dayAt(event->pos());
    if (event->button() == Qt::LeftButton && day.isValid() && !m_anchor.isNull() && day != m_anchor)
        pick(day);
}

void RangeCalendar::leaveEvent(QEvent *event)
{
    m_hovered = {};
    update();
    QWidget::leaveEvent(event);
}

void RangeCalendar::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        showMonth(m_month.addMonths(event->angleDelta().y() > 0 ? -1 : 1));
}

void RangeCalendar::moveCursor(QDate day)
{
    m_cursor = day;
    m_hovered = {};
    showMonth(day);
}

void RangeCalendar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: return moveCursor(m_cursor.addDays(-1));
    case Qt::Key_Right: return moveCursor(m_cursor.addDays(1));
    case Qt::Key_Up: return moveCursor(m_cursor.addDays(-weekDays));
    case Qt::Key_Down: return moveCursor(m_cursor.addDays(weekDays));
    case Qt::Key_PageUp: return moveCursor(m_cursor.addMonths(-1));
    case Qt::Key_PageDown: return moveCursor(m_cursor.addMonths(1));
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter: return pick(m_cursor);
    default: QWidget::keyPressEvent(event);
    }
}

void RangeCalendar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeads(painter);
    painter.setFont(m_theme.font(Type::Table));
    for (int i = 0; i < weekDays * weeks; ++i)
        paintDay(painter, firstShown().addDays(i));
}

void RangeCalendar::paintHeads(QPainter &painter) const
{
    painter.setFont(m_theme.font(Type::Axis));
    painter.setPen(m_theme.color(Role::Text3));
    for (int column = 0; column < weekDays; ++column) {
        const int weekDay = firstShown().addDays(column).dayOfWeek();
        const QString name = QLocale().standaloneDayName(weekDay, QLocale::ShortFormat);
        painter.drawText(QRect(column * cellWidth, 0, cellWidth, headHeight), Qt::AlignCenter, name);
    }
}

void RangeCalendar::paintDay(QPainter &painter, QDate day) const
{
    const QRect cell = cellOf(day).adjusted(0, 1, 0, -1);
    const DateSpan span = shownSpan();
    const bool isEdge = day == span.first || day == span.last;
    const bool isInside = day >= span.first && day <= span.last;
    painter.setPen(Qt::NoPen);
    if (isInside && span.first != span.last) {
        const int left = day == span.first ? cellWidth / 2 : 0;
        const int right = day == span.last ? cellWidth / 2 : 0;
        painter.fillRect(cell.adjusted(left, 0, -right, 0), m_theme.color(Role::Selected));
    }
    if (isEdge || day == m_hovered) {
        painter.setBrush(m_theme.color(isEdge ? Role::Accent : Role::Hover));
        painter.drawRoundedRect(cell.adjusted(1, 0, -1, 0), radius, radius);
    }
    if (hasFocus() && day == m_cursor) {
        painter.setPen(QPen(m_theme.color(isEdge ? Role::Text : Role::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(cell).adjusted(2, 1, -2, -1), radius, radius);
    }
    Role ink = day.month() == m_month.month() ? Role::Text : Role::Text3;
    if (isEdge)
        ink = Role::OnAccent;
    else if (day == m_today)
        ink = Role::Link;
    QFont font = m_theme.font(Type::Table);
    font.setWeight(isEdge || day == m_today ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(m_theme.color(ink));
    painter.drawText(cell, Qt::AlignCenter, QString::number(day.day()));
}
