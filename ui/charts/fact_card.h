// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPainter>

#include <vector>

// What a chart says about one of its marks.
struct FactCard
{
    struct Row
    {
        QString name;
        QString value;
    };
    QString title;
    std::vector<Row> rows;
    QString note; // under a line; may be empty
};

// Inside `bounds`: to the right of a mark where there is room, else to its left, at the height of `y`; else under it or
// over it. It covers the mark only where there is no room at all.
QRectF factCardPlace(const FactCard &card, const Theme &theme, const QRectF &bounds, const QRectF &mark, double y);
void paintFactCard(QPainter &painter, const FactCard &card, const QRectF &place, const Theme &theme);
