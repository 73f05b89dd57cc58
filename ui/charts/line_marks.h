// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/line_segments.h"

#include <QPainter>

// px; the widths and dots of lines on a chart
inline constexpr double lineWidth = 1.75;
inline constexpr double highlightedLineWidth = 2.5;
inline constexpr int mostSeriesWithDots = 30; // beyond, the hollow dots at the end would be all one sees

// A pen for a line: round ends, dashes in px.
QPen linePen(const SeriesLook &look, double width);
// The finished part of a series as single segments: an antialiased polyline wider than 1 px takes seconds on noise.
void paintSegments(QPainter &painter, const QList<QLineF> &segments, const QPen &pen);

// What is drawn of a series besides its finished line, in the colour of `look`: the dotted way through buckets that are
// not over, its hollow dot, and the dot of a bucket or point that stands alone.
void paintMarks(QPainter &painter, const ChartContent &content, const PlotFrame &frame, int series,
                const SeriesLook &look, double width, const QColor &ground);
void paintDot(QPainter &painter, const QPointF &center, double radius, const QColor &color, const QColor &halo);
