// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the mouse and the keys do to a heatmap.
#include "ui/charts/heat_view.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

void HeatView::hoverAt(const QPointF &position)
{
    m_pointer = position;
    std::optional<HeatPlace> place = m_geometry.at(position);
    if (place && place->row >= 0 && place->period >= 0 && !m_content.shown().cell(place->row, place->period))
        place.reset();
    viewport()->setCursor(place && RetentionText(m_content).hasUsers(*place) ? Qt::PointingHandCursor
                                                                             : Qt::ArrowCursor);
    setCurrent(place);
}

void HeatView::hideHover()
{
    m_pointer.reset();
    m_pressed.reset();
    setCurrent(std::nullopt);
    setAccessibleDescription(RetentionText(m_content).summary());
}

void HeatView::mouseMoveEvent(QMouseEvent *event)
{
    hoverAt(event->position());
}

void HeatView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    hoverAt(event->position());
    m_pressed = m_current;
}

void HeatView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const std::optional<HeatPlace> pressed = std::exchange(m_pressed, std::nullopt);
    hoverAt(event->position());
    if (pressed && pressed == m_current)
        list(*pressed);
}

void HeatView::list(const HeatPlace &place)
{
    if (RetentionText(m_content).hasUsers(place))
        Q_EMIT usersWanted(place);
}

bool HeatView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_pointer)
        hideHover();
    return QAbstractScrollArea::viewportEvent(event);
}

HeatPlace HeatView::inside(HeatPlace place) const
{
    const RetentionTable &table = m_content.shown();
    place.row = std::clamp(place.row, -1, m_geometry.rows - 1);
    const int drawn = place.row < 0 ? table.periods() : int(table.rows[std::size_t(place.row)].cells.size());
    const int first = m_geometry.fit == HeatFit::Tile ? m_geometry.firstPeriod : -1; // the sizes
    place.period = std::max(first, std::min({place.period, drawn - 1, m_geometry.periods - 1}));
    return place;
}

std::optional<HeatPlace> HeatView::moved(int key, Qt::KeyboardModifiers modifiers) const
{
    const RetentionTable &table = m_content.shown();
    const bool toEnd = modifiers.testFlag(Qt::ControlModifier);
    const int page = std::max(1, int(m_geometry.cells().height() / m_geometry.pitchY()) - 1);
    HeatPlace place = m_current.value_or(HeatPlace{0, 0});
    if (!m_current && (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down))
        return inside(place);
    switch (key) {
    case Qt::Key_Left: place.period -= 1; break;
    case Qt::Key_Right: place.period += 1; break;
    case Qt::Key_Up: place.row -= 1; break;
    case Qt::Key_Down: place.row += 1; break;
    case Qt::Key_PageUp: place.row = std::max(0, place.row - page); break;
    case Qt::Key_PageDown: place.row += page; break;
    case Qt::Key_Home:
        place.period = 0;
        place.row = toEnd ? 0 : place.row;
        break;
    case Qt::Key_End:
        place.row = toEnd ? table.cohorts() - 1 : place.row;
        place.period = table.periods();
        break;
    default: return std::nullopt;
    }
    return inside(place);
}

void HeatView::reveal(const HeatPlace &place)
{
    const QPointF scroll = m_geometry.scrollTo(place);
    horizontalScrollBar()->setValue(int(std::ceil(scroll.x())));
    verticalScrollBar()->setValue(int(std::ceil(scroll.y())));
}

void HeatView::keyPressEvent(QKeyEvent *event)
{
    if (m_content.isEmpty() || event->modifiers().testFlag(Qt::AltModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && m_current) {
        hideHover();
    } else if (isEnter && m_current) {
        list(*m_current);
    } else if (const auto place = moved(event->key(), event->modifiers())) {
        m_pointer.reset();
        setCurrent(place);
        reveal(*place);
        announce();
    } else {
        QWidget::keyPressEvent(event);
    }
}

// Screen readers hear what the card shows.
void HeatView::announce()
{
    setAccessibleDescription(RetentionText(m_content).spoken(*m_current));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void HeatView::focusInEvent(QFocusEvent *event)
{
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    viewport()->update();
}

void HeatView::focusOutEvent(QFocusEvent *)
{
    m_showsFocus = false;
    if (!m_pointer)
        hideHover();
    viewport()->update();
}
