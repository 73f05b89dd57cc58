// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/line_segments.h"

#include <QColor>
#include <QImage>

#include <limits>
#include <vector>

// Pixels that lie column by column, as a premultiplied image.
QImage imageOfColumns(const std::vector<quint32> &pixels, int width, int height, double dpr);

// Draws lines of any number of points in one pass each: per pixel column the run from the lowest to the highest place
// the line reaches in it. A million points cost a few milliseconds, and no peak is lost. Lines wider than 1 px are
// antialiased along their slopes, thinner ones only at the ends of runs.
class ColumnRaster
{
public:
    // Draws the plot of `frame` with `margin` px around it, at `dpr` device pixels for one px.
    ColumnRaster(const PlotFrame &frame, double margin, double dpr);

    void drawLine(const LinePiece &piece, const QColor &color, double width); // width in px
    // Premultiplied, with its device pixel ratio; its top left is plot.topLeft() less the margin.
    QImage image() const;

private:
    // Device pixels from the top.
    struct Run
    {
        float low = std::numeric_limits<float>::max(); // above `high` where the line is not
        float high = std::numeric_limits<float>::lowest();
        int points = 0;
    };
    struct Limits
    {
        float top;
        float bottom;
    };
    void scan(const LinePiece &piece);
    void reach(int column, const Run &run);
    void connect(const QPointF &from, const QPointF &to);
    void fill(quint32 color, float halfWidth, bool smooth);
    void fillRun(quint32 *pixels, const Limits &run, quint32 color) const;
    void fillSlope(quint32 *pixels, const Run &run, const Limits &limits, quint32 color, float halfWidth) const;

    const PlotFrame &m_frame;
    double m_margin;
    double m_dpr;
    int m_width;
    int m_height;
    std::vector<Run> m_runs; // one per column
    std::vector<quint32> m_pixels; // column by column
};
