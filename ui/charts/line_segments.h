// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot_frame.h"

#include <QLineF>
#include <QList>

#include <span>

// One series between two buckets.
struct LinePiece
{
    std::span<const std::int64_t> times;
    std::span<const double> values; // as many; NaN makes a gap
};
LinePiece linePiece(const AnswerFrames &answer, int series, int first, int last);
LinePiece linePiece(const ChartContent &content, int series, int first, int last); // as drawn
LinePiece comparedPiece(const ChartContent &content, int series, int first, int last);

// The line of a series in px, cut at the left and right edge of the plot. Where more than four points fall on a column
// of `columnWidth` px, only the first, the lowest, the highest and the last of the column are kept (M4: the picture is
// the same and no peak is lost). A point with gaps on both sides is a line of no length.
QList<QLineF> lineSegments(const LinePiece &piece, const PlotFrame &frame, double columnWidth);

// The same line in dashes (on, off, ... in px), which run on from segment to segment until a gap. Qt would stroke a
// dashed line as one path, which takes seconds on noise.
QList<QLineF> dashed(const QList<QLineF> &segments, const QList<qreal> &pattern);
