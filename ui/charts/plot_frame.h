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
    struct Tick
    {
        double value = 0; // on the scale
        QString text;
    };

    QSizeF size;
    QRectF plot; // its lines lie on half pixels, its height is a multiple of the intervals: grid lines are sharp
    ValueScale scale;
    QStringList valueLabels; // one per tick of the scale; empty without an answer
    std::vector<Tick> between; // further ticks: the 2 and the 5 of a short log scale
    bool isLog = false; // the scale counts powers of ten
    TimeSpan span;
    TimeMarks marks;
    QString unit;

    double x(std::int64_t time) const;
    double y(double value) const;
    QPointF point(std::int64_t time, double value) const { return {x(time), y(value)}; }
    double footY() const; // where bars and areas stand: zero, or the end of the axis that is nearest to it
    std::int64_t time(double x) const;
};

PlotFrame plotFrame(const ChartContent &content, const Theme &theme, const QSizeF &size);
