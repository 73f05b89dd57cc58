// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_picture.h"

#include "ui/charts/column_raster.h"
#include "ui/charts/filled_shapes.h"
#include "ui/charts/line_marks.h"
#include "ui/charts/qt_plot.h"

#include <cmath>

namespace {

constexpr int solidHues = 10; // beyond, lines are dashed, which QtCharts strokes as one slow path
constexpr int mostWideSeries = 20;
constexpr int mostQtPoints = 4'000; // beyond, QtCharts takes longer than a frame for a redraw
constexpr int mostSegments = 6'000;
constexpr double comparedLineWidth = 1.25;
constexpr double comparedOpacity = 0.6;
const QList<qreal> comparedDash{6, 4}; // px on and off
constexpr double crowdedLineWidth = 1; // px; of many series, where thin lines tell more
constexpr double rasterMargin = 4.5; // px around the plot, whose edges lie on half pixels

int drawnSeries(const ChartContent &content)
{
    int count = 0;
    for (int series = 0; series < content.seriesCount(); ++series)
        count += content.isDrawn(series);
    return count;
}

bool hasDashedLines(const ChartContent &content)
{
    int hue = 0;
    for (int series = 0; series < content.seriesCount(); ++series) {
        if (content.answer->series[std::size_t(series)].isOthers)
            continue;
        if (hue++ >= solidHues && content.isDrawn(series))
            return true;
    }
    return false;
}

// Where the finished part ends among the visible buckets.
int finishedEnd(const ChartContent &content, const ChartContent::Buckets &shown)
{
    return std::clamp(content.unfinished.first, shown.first, shown.last);
}

} // namespace

bool showsCompared(const ChartContent &content)
{
    const int drawn = drawnSeries(content);
    return drawn > 0 && drawn <= mostComparedLines && !content.comparedTips(0).empty();
}

LineRoute lineRoute(const ChartContent &content, bool vector)
{
    const int series = drawnSeries(content);
    const auto points = std::int64_t(series) * content.visibleBuckets().count();
    if (points == 0)
        return LineRoute::None;
    if (vector)
        return LineRoute::Segments;
    if (points <= mostQtPoints && !hasDashedLines(content))
        return LineRoute::QtCharts;
    return points <= mostSegments ? LineRoute::Segments : LineRoute::Columns;
}

ChartPicture::ChartPicture()
    : m_qtPlot(std::make_unique<QtPlot>())
{
}

ChartPicture::~ChartPicture() = default;

void ChartPicture::layOut(const ChartContent &content, const Theme &theme, const QSizeF &size)
{
    m_frame = plotFrame(content, theme, size);
    m_qtPlot->setLines({}); // before the axes move: they would stroke the old lines again
    m_qtPlot->setFrame(m_frame);
    m_qtPlot->setGridColor(theme.color(Role::Grid));
}

void ChartPicture::paintSeries(QPainter &painter, const ChartContent &content, const Theme &theme, qreal dpr,
                               bool vector)
{
    m_route = LineRoute::None;
    if (drawnSeries(content) == 0 || content.visibleBuckets().count() == 0)
        return;
    if (content.shape.form == ChartForm::Area)
        paintAreas(painter, content, m_frame, theme, dpr, vector);
    if (content.shape.form == ChartForm::Bar)
        paintBars(painter, content, m_frame, theme, dpr, vector);
    else if (!content.isStacked())
        paintLines(painter, content, theme, dpr, vector);
    if (showsCompared(content)) {
        for (int series = 0; series < content.seriesCount(); ++series)
            paintCompared(painter, content, theme, series);
    }
}

void ChartPicture::paintCompared(QPainter &painter, const ChartContent &content, const Theme &theme, int series) const
{
    if (series < 0 || series >= content.seriesCount() || !content.isDrawn(series)
        || content.comparedTips(series).empty())
        return;
    const ChartContent::Buckets shown = content.visibleBuckets();
    SeriesLook look = seriesLooks(*content.answer, theme)[std::size_t(series)];
    if (content.shape.form == ChartForm::Bar) // on bars of its own colour
        look.color = theme.color(Role::Text);
    look.dash = comparedDash;
    painter.save();
    painter.setOpacity(painter.opacity() * comparedOpacity);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(m_frame.plot.adjusted(-1, -rasterMargin, 1, rasterMargin), Qt::IntersectClip);
    const auto segments = lineSegments(comparedPiece(content, series, shown.first, shown.last), m_frame, 1);
    paintSegments(painter, segments, look, comparedLineWidth, Qt::FlatCap);
    painter.restore();
}

void ChartPicture::paintLines(QPainter &painter, const ChartContent &content, const Theme &theme, qreal dpr,
                              bool vector)
{
    m_route = lineRoute(content, vector);
    if (m_route == LineRoute::None)
        return;
    const std::vector<SeriesLook> looks = seriesLooks(*content.answer, theme);
    const ChartContent::Buckets shown = content.visibleBuckets();
    const int end = finishedEnd(content, shown);
    const auto forDrawn = [&](auto draw) { // the first series comes last, over the others
        for (int series = content.seriesCount() - 1; series >= 0; --series) {
            if (content.isDrawn(series))
                draw(series, linePiece(content, series, shown.first, end));
        }
    };

    const Qt::PenCapStyle cap = vector ? Qt::RoundCap : capFor(std::int64_t(drawnSeries(content)) * shown.count());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_route == LineRoute::QtCharts) {
        std::vector<QtPlot::Line> lines;
        forDrawn([&](int series, const LinePiece &piece) {
            QtPlot::Line line{{}, linePen(looks[std::size_t(series)].color, lineWidth, cap)};
            line.points.reserve(qsizetype(piece.times.size()));
            for (std::size_t i = 0; i < piece.times.size(); ++i)
                line.points.append({double(piece.times[i]), piece.values[i]});
            lines.insert(lines.begin(), std::move(line));
            paintLonePoints(painter, piece, m_frame, looks[std::size_t(series)].color);
        });
        m_qtPlot->setLines(lines);
        painter.save();
        painter.setClipRect(m_frame.plot.adjusted(-1, -rasterMargin, 1, rasterMargin)); // a zoomed line goes on
        m_qtPlot->paintLines(painter);
        painter.restore();
    } else if (m_route == LineRoute::Columns) {
        ColumnRaster raster(m_frame, rasterMargin, dpr);
        const double width = drawnSeries(content) > mostWideSeries ? crowdedLineWidth : lineWidth;
        forDrawn([&](int series, const LinePiece &piece) {
            raster.drawLine(piece, looks[std::size_t(series)].color, width);
        });
        painter.drawImage(m_frame.plot.topLeft() - QPointF(rasterMargin, rasterMargin), raster.image());
    } else {
        forDrawn([&](int series, const LinePiece &piece) {
            const auto segments = lineSegments(piece, m_frame, 1 / dpr);
            paintSegments(painter, segments, looks[std::size_t(series)], lineWidth, cap);
        });
    }
    forDrawn([&](int series, const LinePiece &) {
        paintMarks(painter, content, m_frame, series, looks[std::size_t(series)].color, lineWidth,
                   theme.color(Role::Surface));
    });
}

void ChartPicture::paintHighlighted(QPainter &painter, const ChartContent &content, const Theme &theme,
                                    int series) const
{
    if (series < 0 || series >= content.seriesCount() || !content.isDrawn(series))
        return;
    const double dpr = painter.device()->devicePixelRatioF();
    if (content.shape.form == ChartForm::Bar)
        paintBars(painter, content, m_frame, theme, dpr, false, series);
    if (content.shape.form == ChartForm::Area)
        paintAreas(painter, content, m_frame, theme, dpr, false, series);
    if (content.shape.form == ChartForm::Bar || content.isStacked())
        return;
    const SeriesLook look = seriesLooks(*content.answer, theme)[std::size_t(series)];
    const ChartContent::Buckets shown = content.visibleBuckets();
    painter.setRenderHint(QPainter::Antialiasing);
    const LinePiece piece = linePiece(content, series, shown.first, finishedEnd(content, shown));
    if (shown.count() > mostSegments) {
        ColumnRaster raster(m_frame, rasterMargin, dpr);
        raster.drawLine(piece, look.color, highlightedLineWidth);
        painter.drawImage(m_frame.plot.topLeft() - QPointF(rasterMargin, rasterMargin), raster.image());
    } else {
        paintSegments(painter, lineSegments(piece, m_frame, 1), look, highlightedLineWidth, capFor(shown.count()));
    }
    paintMarks(painter, content, m_frame, series, look.color, highlightedLineWidth, theme.color(Role::Surface));
}
