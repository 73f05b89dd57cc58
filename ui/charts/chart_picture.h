// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_content.h"
#include "ui/charts/plot_frame.h"

#include <QPainter>

#include <memory>

class QtPlot;

// How the lines are drawn: by QtCharts while points are few, as plain segments while they are some (and for many
// series, and on paper), as runs per pixel column beyond.
enum class LineRoute { None, QtCharts, Segments, Columns };

// Draws an answer in parts, so that a widget can keep them apart: the frame (ground, grid, axes, texts) and the series. Everything is in logical px of the size last laid out.
class ChartPicture
{
public:
    ChartPicture();
    ~ChartPicture();

    // Computes scales, texts and the place of the plot; cheap but for a pass over the visible values.
    void layOut(const ChartContent &content, const Theme &theme, const QSizeF &size);
    const PlotFrame &frame() const { return m_frame; }

    void paintFrame(QPainter &painter, const Theme &theme);
    // Labels of the time axis but those that `plate` (px along the axis) would touch.
    void paintTimeLabels(QPainter &painter, const Theme &theme, const QRectF &plate = {}) const;
    // `dpr` is the device pixel ratio of the painter's device; `vector` keeps lines as lines.
    void paintSeries(QPainter &painter, const ChartContent &content, const Theme &theme, qreal dpr, bool vector);
    // A series at the time it is compared with, dashed.
    void paintCompared(QPainter &painter, const ChartContent &content, const Theme &theme, int series) const;
    // One series, heavier, over the others.
    void paintHighlighted(QPainter &painter, const ChartContent &content, const Theme &theme, int series) const;
    LineRoute route() const { return m_route; }

private:
    void paintLines(QPainter &painter, const ChartContent &content, const Theme &theme, qreal dpr, bool vector);

    PlotFrame m_frame;
    std::unique_ptr<QtPlot> m_qtPlot;
    LineRoute m_route = LineRoute::None;
};

// With more series the dashed lines of the compared time are drawn only for the one that is pointed at.
inline constexpr int mostComparedLines = 2;

bool showsCompared(const ChartContent &content); // the dashed lines, of themselves

LineRoute lineRoute(const ChartContent &content, bool vector);
