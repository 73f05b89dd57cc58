// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/hover_card.h"

// A name on the time axis, light on dark (or the reverse); it stands centred under `x`, inside the chart.
struct AxisPlate
{
    QString text;
    QRectF place;
};
AxisPlate axisPlate(const QString &text, const Theme &theme, const PlotFrame &frame, double x);
void paintAxisPlate(QPainter &painter, const AxisPlate &plate, const Theme &theme);

// The line through a bucket and a dot on each series the card names.
void paintCrosshair(QPainter &painter, const ChartContent &content, const PlotFrame &frame, const HoverCard &card,
                    int bucket, const Theme &theme);
// The band between two x that a drag is about to show.
void paintBand(QPainter &painter, const PlotFrame &frame, double from, double to, const Theme &theme);
