// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_content.h"
#include "ui/charts/plot_frame.h"

#include <QImage>
#include <QRectF>

#include <vector>

// Fills bars and areas of any number of points: per device pixel column only the highest place that each series
// reaches in it, so that cost follows the points once and then the pixels, and no peak is lost. Series that meet in a
// column stand one behind the other, the highest at the back; parts of a stack do so by themselves.
class ColumnFill
{
public:
    ColumnFill(const ChartContent &content, const PlotFrame &frame, double dpr);

    void addBars(int first, int last); // the buckets [first, last) of all shown series
    void addAreas(int first, int last);

    // One colour per series; `only` leaves out the others (-1: none). Its top left is plot.topLeft().
    QImage image(const std::vector<SeriesLook> &looks, int only = -1) const;
    // The same as rectangles, for devices that keep shapes, in px.
    void paint(QPainter &painter, const std::vector<SeriesLook> &looks, int only = -1) const;

private:
    // Device pixels from the top of the plot; nothing where top is not above bottom.
    struct Extent
    {
        float top = 0;
        float bottom = 0;
    };
    struct Part
    {
        int series = 0;
        int top = 0;
        int bottom = 0;
        bool operator==(const Part &) const = default;
    };
    void addBarsOf(int series, int place, int places, int first, int last);
    void addPeaksOf(int series, int first, int last);
    void addAreaOf(int series, int first, int last);
    void reach(int series, int column, double y);
    void partsOf(int column, std::vector<Part> &parts) const;
    void appendSide(int column, bool above, std::vector<Part> &parts) const;

    const ChartContent &m_content;
    const PlotFrame &m_frame;
    double m_dpr;
    int m_width;
    int m_height;
    double m_foot; // row of the foot of bars
    int m_gap = 0; // rows left free between parts of a stack
    std::vector<int> m_shown; // series, from the foot of a stack up
    std::vector<std::vector<Extent>> m_extents; // one row of columns per shown series
};

// The px of the bar of `series` in `bucket`; null where it has none.
QRectF barPlace(const ChartContent &content, const PlotFrame &frame, int series, int bucket);
// From the left edge of the leftmost bar of a bucket to the right edge of the rightmost, in px.
struct BarSpan
{
    double left = 0;
    double right = 0;
};
BarSpan barSpan(const ChartContent &content, const PlotFrame &frame, int bucket);
