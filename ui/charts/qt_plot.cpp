// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/qt_plot.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

namespace {

constexpr double bleed = 4; // px around the plot, so that a line on its edge keeps its full width

QChart *makeChart(QGraphicsScene &scene)
{
    auto *chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setMargins({});
    chart->legend()->hide();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    scene.addItem(chart);
    return chart;
}

// An axis without texts. It has a range from the start: one that gets its first range later shows no grid.
QValueAxis *makeAxis(QChart &chart, Qt::Alignment side)
{
    auto *axis = new QValueAxis(&chart);
    axis->setRange(0, 1);
    axis->setLabelsVisible(false);
    axis->setGridLineVisible(false);
    axis->setMinorGridLineVisible(false);
    axis->setLineVisible(false);
    chart.addAxis(axis, side);
    return axis;
}

void place(QGraphicsScene &scene, QChart &chart, const QSizeF &size, const QRectF &plot)
{
    scene.setSceneRect(QRectF(QPointF(0, 0), size));
    if (chart.size() != size)
        chart.resize(size);
    if (chart.plotArea() != plot)
        chart.setPlotArea(plot);
}

} // namespace

QtPlot::QtPlot()
    : m_grid(makeChart(m_gridScene))
    , m_lines(makeChart(m_lineScene))
    , m_gridTime(makeAxis(*m_grid, Qt::AlignBottom))
    , m_gridValue(makeAxis(*m_grid, Qt::AlignLeft))
    , m_lineTime(makeAxis(*m_lines, Qt::AlignBottom))
    , m_lineValue(makeAxis(*m_lines, Qt::AlignLeft))
{
    m_gridValue->setGridLineVisible(true);
}

QtPlot::~QtPlot() = default;

void QtPlot::setFrame(const PlotFrame &frame)
{
    place(m_gridScene, *m_grid, frame.size, frame.plot);
    place(m_lineScene, *m_lines, frame.size, frame.plot.adjusted(-bleed, -bleed, bleed, bleed));
    m_gridValue->setRange(frame.scale.low, frame.scale.high());
    m_gridValue->setTickCount(frame.scale.intervals + 1);

    const double perPx = double(frame.span.to - frame.span.from) / frame.plot.width();
    const double valuePerPx = (frame.scale.high() - frame.scale.low) / frame.plot.height();
    m_lineTime->setRange(double(frame.span.from) - bleed * perPx, double(frame.span.to) + bleed * perPx);
    m_lineValue->setRange(frame.scale.low - bleed * valuePerPx, frame.scale.high() + bleed * valuePerPx);
    for (QChart *chart : {m_grid, m_lines}) { // else it waits for the event loop
        chart->layout()->invalidate();
        chart->layout()->activate();
    }
}

void QtPlot::setGridColor(const QColor &grid)
{
    m_gridValue->setGridLinePen(QPen(grid, 1));
}

void QtPlot::makeLines(std::size_t count)
{
    while (m_series.size() < count) {
        auto *series = new QLineSeries(m_lines);
        m_lines->addSeries(series);
        series->attachAxis(m_lineTime);
        series->attachAxis(m_lineValue);
        m_series.push_back(series);
    }
}

void QtPlot::setLines(const std::vector<Line> &lines)
{
    makeLines(lines.size());
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        if (i >= lines.size()) {
            if (m_series[i]->count() > 0)
                m_series[i]->clear();
            continue;
        }
        const Line &line = lines[lines.size() - 1 - i];
        if (m_series[i]->pen() != line.pen)
            m_series[i]->setPen(line.pen);
        m_series[i]->replace(line.points);
    }
}

void QtPlot::paint(QGraphicsScene &scene, QPainter &painter)
{
    scene.render(&painter, scene.sceneRect(), scene.sceneRect(), Qt::IgnoreAspectRatio);
}

void QtPlot::paintGrid(QPainter &painter)
{
    paint(m_gridScene, painter);
}

void QtPlot::paintLines(QPainter &painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paint(m_lineScene, painter);
    painter.restore();
}
