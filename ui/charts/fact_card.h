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

// Beside a mark, inside `bounds`: to the right of it where there is room, at the height of `y`. It never covers the
// mark.
QRectF factCardPlace(const FactCard &card, const Theme &theme, const QRectF &bounds, const QRectF &mark, double y);
void paintFactCard(QPainter &painter, const FactCard &card, const QRectF &place, const Theme &theme);
