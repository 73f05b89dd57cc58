// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/line_segments.h"

#include <QPainter>

// px; the widths and dots of lines on a chart
inline constexpr double lineWidth = 1.75;
inline constexpr double highlightedLineWidth = 2.5;
inline constexpr int mostSeriesWithDots = 30; // beyond, the hollow dots at the end would be all one sees

// What closes the joints between segments. Round ends are finer and take Qt ten times as long.
Qt::PenCapStyle capFor(std::int64_t points);
QPen linePen(const QColor &color, double width, Qt::PenCapStyle cap);
// A line as single segments: an antialiased polyline wider than 1 px takes seconds on noise.
void paintSegments(QPainter &painter, const QList<QLineF> &segments, const SeriesLook &look, double width,
                   Qt::PenCapStyle cap);

// What is drawn of a series besides its finished line: the dotted way through buckets that are not over, its hollow
// dot, and the dot of a bucket that stands alone.
void paintMarks(QPainter &painter, const ChartContent &content, const PlotFrame &frame, int series, const QColor &color,
                double width, const QColor &ground);
// Points with gaps on both sides, which no line shows.
void paintLonePoints(QPainter &painter, const LinePiece &piece, const PlotFrame &frame, const QColor &color);
void paintDot(QPainter &painter, const QPointF &center, double radius, const QColor &color, const QColor &halo);
