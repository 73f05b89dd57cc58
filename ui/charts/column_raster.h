// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/line_segments.h"

#include <QColor>
#include <QImage>

#include <vector>

// Draws lines of any number of points in one pass each: per pixel column the run from the lowest to the highest place
// the line reaches in it, with soft ends. A million points cost a few milliseconds, and no peak is lost.
class ColumnRaster
{
public:
    // Draws the plot of `frame` with `margin` px around it, at `dpr` device pixels for one px.
    ColumnRaster(const PlotFrame &frame, double margin, double dpr);

    void drawLine(const LinePiece &piece, const QColor &color, double width); // width in px
    // Premultiplied, with its device pixel ratio; its top left is plot.topLeft() less the margin.
    QImage image() const;

private:
    struct Run
    {
        float low;
        float high;
    };
    void scan(const LinePiece &piece);
    void reach(int column, float y);
    void connect(float x1, float y1, float x2, float y2);
    void fill(const QColor &color, float halfWidth);
    void fillColumn(quint32 *pixels, const Run &run, quint32 color, float halfWidth) const;

    const PlotFrame &m_frame;
    double m_margin;
    double m_dpr;
    int m_width;
    int m_height;
    std::vector<Run> m_runs; // one per column; low > high where the line is not
    std::vector<quint32> m_pixels; // column by column
};
