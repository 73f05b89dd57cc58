// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/row_layout.h"

#include <QBoxLayout>
#include <QWidget>

namespace {

void collectStops(QWidget &widget, std::vector<QWidget *> &stops);

void collectStops(QLayout &layout, std::vector<QWidget *> &stops)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (QWidget *child = item->widget())
            collectStops(*child, stops);
        else if (QLayout *inner = item->layout())
            collectStops(*inner, stops);
    }
}

void collectStops(QWidget &widget, std::vector<QWidget *> &stops)
{
    if (widget.focusPolicy() & Qt::TabFocus)
        stops.push_back(&widget);
    else if (widget.layout())
        collectStops(*widget.layout(), stops);
}

} // namespace

void arrangeRows(QBoxLayout &layout, const std::vector<QWidget *> &rows)
{
    for (int i = 0; i < int(rows.size()); ++i) {
        if (layout.indexOf(rows[i]) == i)
            continue;
        layout.removeWidget(rows[i]);
        layout.insertWidget(i, rows[i]);
    }
}

void dropRow(QWidget *row)
{
    row->hide(); // hands the focus on
    if (QWidget *parent = row->parentWidget(); parent && parent->layout())
        parent->layout()->removeWidget(row);
    row->deleteLater();
}

void orderTabs(QWidget &start, QWidget &root)
{
    std::vector<QWidget *> stops;
    if (root.layout())
        collectStops(*root.layout(), stops);
    QWidget *before = &start;
    for (QWidget *stop : stops) {
        QWidget::setTabOrder(before, stop);
        before = stop;
    }
}
