// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_content.h"

#include <QImage>

class QPainter;

// What stands around a chart that leaves the program.
struct ChartSheet
{
    QString title; // the question in words
    QString facts; // range, zone, filters
    bool legend = true; // swatches and names below, as many as have room and "and 14 more"
};

// Paints a chart with title and legend into `target`, on the surface colour.
void paintSheet(QPainter &painter, const QRectF &target, const ChartContent &content, const Theme &theme,
                const ChartSheet &sheet);
// `size` in logical px, `scale` device pixels for each.
QImage sheetImage(const QSize &size, qreal scale, const ChartContent &content, const Theme &theme,
                  const ChartSheet &sheet);
