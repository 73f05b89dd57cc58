// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/flow_layout.h"

#include <QWidget>

#include <algorithm>

FlowLayout::FlowLayout(int lineHeight, int spacing, QWidget *parent)
    : QLayout(parent)
    , m_lineHeight(lineHeight)
    , m_spacing(spacing)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    for (QLayoutItem *item : m_items)
        delete item;
}

void FlowLayout::insertWidget(int index, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(m_items.begin() + std::clamp(index, 0, count()), new QWidgetItem(widget));
    invalidate();
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[index] : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    return minimumSize();
}

QSize FlowLayout::minimumSize() const
{
    const QMargins margins = contentsMargins();
    return {margins.left() + margins.right(), m_lineHeight + margins.top() + margins.bottom()};
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect &rect, bool moves) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    const int right = area.left() + area.width();
    int x = area.left();
    int y = area.top();
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const bool expands = item->expandingDirections() & Qt::Horizontal;
        const int wanted = std::min(expands ? item->minimumSize().width() : item->sizeHint().width(), area.width());
        if (x > area.left() && x + wanted > right) {
            x = area.left();
            y += m_lineHeight + m_spacing;
        }
        const int width = expands ? right - x : wanted;
        const int height = std::min(item->sizeHint().height(), m_lineHeight);
        if (moves)
            item->setGeometry(QRect(x, y + (m_lineHeight - height) / 2, width, height));
        x += width + m_spacing;
    }
    return y + m_lineHeight - rect.top() + contentsMargins().bottom();
}
