// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Mouse, keyboard and focus of the funnel.
#include "ui/charts/funnel_chart.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

void FunnelChart::setHovered(std::optional<FunnelBar> bar)
{
    if (m_hovered == bar)
        return;
    const int before = m_hovered ? m_hovered->group : -1;
    m_hovered = bar;
    viewport()->update();
    if (const int group = bar ? bar->group : -1; group != before)
        Q_EMIT hoveredGroupChanged(group);
}

void FunnelChart::askForUsers(const FunnelBar &bar, bool dropped)
{
    if (!dropped || bar.step > 0)
        Q_EMIT usersWanted(usersPlace(m_content, bar, dropped));
}

void FunnelChart::mouseMoveEvent(QMouseEvent *event)
{
    m_pointerY = event->position().y();
    setHovered(frame().barAt(event->position()));
    viewport()->setCursor(m_hovered ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void FunnelChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = frame().barAt(event->position());
}

void FunnelChart::mouseReleaseEvent(QMouseEvent *event)
{
    const auto bar = frame().barAt(event->position());
    if (event->button() == Qt::LeftButton && bar && bar == m_pressed)
        askForUsers(*bar, bar->step > 0 && frame().rateAt(event->position()) > m_content.cell(*bar).rate);
    m_pressed.reset();
}

bool FunnelChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHovered(std::nullopt);
    return QAbstractScrollArea::viewportEvent(event);
}

bool FunnelChart::moveBy(int key)
{
    const FunnelFrame frame = this->frame();
    if (frame.drawn.empty() || frame.steps == 0)
        return false;
    const FunnelBar first{0, frame.drawn.front()};
    const FunnelBar last{frame.steps - 1, frame.drawn.back()};
    const int step = int(frame.drawn.size());
    std::optional<FunnelBar> bar;
    if (frame.isLying && (key == Qt::Key_Up || key == Qt::Key_Down))
        key = key == Qt::Key_Up ? Qt::Key_Left : Qt::Key_Right;
    switch (key) {
    case Qt::Key_Left: bar = m_hovered ? frame.neighbour(*m_hovered, -1) : last; break;
    case Qt::Key_Right: bar = m_hovered ? frame.neighbour(*m_hovered, 1) : first; break;
    case Qt::Key_PageUp: bar = m_hovered ? frame.neighbour(*m_hovered, -step) : last; break;
    case Qt::Key_PageDown: bar = m_hovered ? frame.neighbour(*m_hovered, step) : first; break;
    case Qt::Key_Home: bar = first; break;
    case Qt::Key_End: bar = last; break;
    default: return false;
    }
    if (!bar)
        return true; // at the end: stays
    const double left = frame.isLying ? 0 : bar->step * frame.slotWidth;
    const int shown = horizontalScrollBar()->pageStep();
    if (left < horizontalScrollBar()->value())
        horizontalScrollBar()->setValue(int(left));
    else if (left + frame.slotWidth > horizontalScrollBar()->value() + shown)
        horizontalScrollBar()->setValue(int(left + frame.slotWidth) - shown);
    m_pointerY = frame.isLying ? frame.column(*bar).center().y() : frame.top + (frame.bottom - frame.top) / 3;
    setHovered(bar);
    announce(*bar);
    return true;
}

void FunnelChart::announce(const FunnelBar &bar)
{
    const FactCard facts = card(bar);
    QStringList words{facts.title};
    for (const FactCard::Row &row : facts.rows)
        words.append(tr("%1 %2", "name, value").arg(row.name, row.value));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void FunnelChart::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (moveBy(key))
        return;
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_hovered) {
        askForUsers(*m_hovered, event->modifiers().testFlag(Qt::ShiftModifier));
    } else if (key == Qt::Key_Escape && m_hovered) {
        setHovered(std::nullopt);
        setAccessibleDescription(funnelSummary(m_content));
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void FunnelChart::focusInEvent(QFocusEvent *event)
{
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    viewport()->update();
}

void FunnelChart::focusOutEvent(QFocusEvent *)
{
    m_showsFocus = false;
    setHovered(std::nullopt);
    viewport()->update();
}
