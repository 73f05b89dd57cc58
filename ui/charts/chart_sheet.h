// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QImage>

#include <functional>

class QPainter;

// What is on a sheet below its title: paints itself into a size from the painter's origin, as lines and text where the
// painter's device keeps those.
struct SheetBody
{
    std::function<void(QPainter &painter, const QSizeF &size, const Theme &theme)> paint;
    QString summary; // in words, for those who cannot see it
    QString facts = {}; // what it is held against, where it has no words in it; stands beside those of the question
};

// A chart that leaves the program.
struct ChartSheet
{
    QString title; // the question in words
    QString facts; // range, zone, filters
    SheetBody body;
    QString foot = {}; // when it was answered, of what
    Role ground = Role::Surface;
};

// SVG, PDF and recordings keep lines as lines.
bool isVector(const QPainter &painter);

// Paints a sheet into `target`, on its ground.
void paintSheet(QPainter &painter, const QRectF &target, const ChartSheet &sheet, const Theme &theme);
// `size` in logical px, `scale` device pixels for each. A null image where that is more than an image can
// hold.
QImage sheetImage(const QSize &size, qreal scale, const ChartSheet &sheet, const Theme &theme);
