// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot_frame.h"

#include <QGraphicsScene>
#include <QList>
#include <QPen>

#include <vector>

QT_BEGIN_NAMESPACE
class QChart;
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

// The part of a chart that QtCharts draws: the grid, and lines while they have few points. Two
// charts, so that grid and lines can be painted apart. They live in scenes of their own and never see an event:
// QChartView tests every shape on each mouse move. Series are kept and reused, axes get their range before the points
// (each change of range strokes every line again).
class QtPlot
{
public:
    struct Line
    {
        QList<QPointF> points; // ms, value; NaN makes a gap
        QPen pen;
    };

    QtPlot();
    ~QtPlot();

    void setFrame(const PlotFrame &frame);
    void setGridColor(const QColor &grid);
    void setLines(const std::vector<Line> &lines); // the first is painted over the others
    void paintGrid(QPainter &painter);
    void paintLines(QPainter &painter);

private:
    static void paint(QGraphicsScene &scene, QPainter &painter);
    void makeLines(std::size_t count);

    QGraphicsScene m_gridScene;
    QGraphicsScene m_lineScene;
    QChart *m_grid;
    QChart *m_lines;
    QValueAxis *m_gridTime;
    QValueAxis *m_gridValue;
    QValueAxis *m_lineTime;
    QValueAxis *m_lineValue;
    std::vector<QLineSeries *> m_series; // the last one is on top
};
