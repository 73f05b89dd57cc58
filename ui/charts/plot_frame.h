// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_content.h"
#include "ui/charts/time_axis.h"
#include "ui/charts/value_scale.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QStringList>

// Where things stand on a chart of a given size, in logical px. Values and times to px and back.
struct PlotFrame
{
    QSizeF size;
    QRectF plot; // its lines lie on half pixels, its height is a multiple of the intervals: grid lines are sharp
    ValueScale scale;
    QStringList valueLabels; // one per tick of the scale; empty without an answer
    TimeSpan span;
    TimeMarks marks;
    QString unit;

    double x(std::int64_t time) const;
    double y(double value) const;
    QPointF point(std::int64_t time, double value) const { return {x(time), y(value)}; }
    std::int64_t time(double x) const;
};

PlotFrame plotFrame(const ChartContent &content, const Theme &theme, const QSizeF &size);
