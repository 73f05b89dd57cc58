// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/filled_shapes.h"

#include "ui/charts/column_fill.h"
#include "ui/charts/line_segments.h"

#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace {

constexpr double singleOpacity = 0.14;
constexpr double stackedOpacity = 0.85;
constexpr double hatchOpacity = 0.6;
constexpr std::int64_t mostPolygonPoints = 1'000; // beyond, columns of pixels are filled: Qt is slow at jagged polygons
constexpr std::int64_t mostSeparatorPoints = 6'000;
constexpr double hatchDistance = 6; // px
constexpr std::int64_t mostHatchedBars = 400; // beyond, the hatch would be all one sees

double opacityOf(const ChartContent &content)
{
    return content.isStacked() ? stackedOpacity : singleOpacity;
}

// 45 degree lines over a rectangle, as lines, so that paper keeps them.
QList<QLineF> hatchLines(const QRectF &rect)
{
    QList<QLineF> lines;
    const double first = std::floor((rect.left() + rect.top()) / hatchDistance) * hatchDistance;
    for (double sum = first; sum < rect.right() + rect.bottom(); sum += hatchDistance) {
        const double left = std::max(rect.left(), sum - rect.bottom());
        const double right = std::min(rect.right(), sum - rect.top());
        if (left < right)
            lines.append({QPointF(left, sum - left), QPointF(right, sum - right)});
    }
    return lines;
}

void paintHatchedBar(QPainter &painter, const QRectF &bar, const QColor &color, const QColor &ground)
{
    const QRectF rect = bar.adjusted(0.5, 0.5, -0.5, 0);
    if (rect.width() < 3 || rect.height() < 2) {
        QColor half = color; // no hatch has room
        half.setAlphaF(0.5);
        painter.fillRect(bar, half);
        return;
    }
    painter.fillRect(rect, ground);
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawLines(hatchLines(rect));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawRect(rect);
}

// The runs without gaps of a series, each closed along its feet.
std::vector<QPolygonF> areaPolygons(const ChartContent &content, const PlotFrame &frame, int series, int first,
                                    int last)
{
    const auto tips = content.tips(series);
    const auto feet = content.feet(series);
    const auto &times = content.answer->timestamps;
    std::vector<QPolygonF> polygons;
    for (int begin = first; begin < last;) {
        if (std::isnan(tips[std::size_t(begin)])) {
            ++begin;
            continue;
        }
        int end = begin;
        while (end < last && !std::isnan(tips[std::size_t(end)]))
            ++end;
        QPolygonF polygon;
        for (int i = begin; i < end; ++i)
            polygon.append(frame.point(times[std::size_t(i)], tips[std::size_t(i)]));
        for (int i = end - 1; i >= begin; --i)
            polygon.append(
                {frame.x(times[std::size_t(i)]), feet.empty() ? frame.footY() : frame.y(feet[std::size_t(i)])});
        polygons.push_back(polygon);
        begin = end;
    }
    return polygons;
}

// Those parts of a 45 degree line that lie in a closed polygon: SVG knows no clipping here.
QList<QLineF> insideOf(const QPolygonF &polygon, const QLineF &line)
{
    const double sum = line.x1() + line.y1();
    std::vector<double> crossings; // x
    for (int i = 0; i < int(polygon.size()); ++i) {
        const QPointF from = polygon[i];
        const QPointF to = polygon[(i + 1) % int(polygon.size())];
        const double before = from.x() + from.y() - sum;
        const double after = to.x() + to.y() - sum;
        if ((before < 0) != (after < 0))
            crossings.push_back(from.x() + (to.x() - from.x()) * before / (before - after));
    }
    std::sort(crossings.begin(), crossings.end());
    QList<QLineF> parts;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        parts.append({QPointF(crossings[i], sum - crossings[i]), QPointF(crossings[i + 1], sum - crossings[i + 1])});
    return parts;
}

void paintHatchedArea(QPainter &painter, const QPolygonF &polygon, const QColor &color)
{
    QList<QLineF> lines;
    for (const QLineF &line : hatchLines(polygon.boundingRect()))
        lines += insideOf(polygon, line);
    painter.setPen(QPen(color, 1));
    painter.drawLines(lines);
}

} // namespace

// Few points as polygons, with the hatch over what is not over.
static void paintPolygons(QPainter &painter, const ChartContent &content, const PlotFrame &frame, int series,
                          const QColor &color)
{
    const ChartContent::Buckets shown = content.visibleBuckets();
    const int end = std::clamp(content.unfinished.first, shown.first, shown.last);
    const double before = painter.opacity();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(before * opacityOf(content));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const QPolygonF &polygon : areaPolygons(content, frame, series, shown.first, end))
        painter.drawPolygon(polygon);
    painter.setOpacity(before * hatchOpacity);
    if (end < shown.last) {
        for (const QPolygonF &polygon : areaPolygons(content, frame, series, std::max(0, end - 1), shown.last))
            paintHatchedArea(painter, polygon, color);
    }
    painter.setOpacity(before);
}

void paintAreas(QPainter &painter, const ChartContent &content, const PlotFrame &frame, const Theme &theme, double dpr,
                bool vector, int only)
{
    const std::vector<SeriesLook> looks = seriesLooks(*content.answer, theme);
    const ChartContent::Buckets shown = content.visibleBuckets();
    const int end = std::clamp(content.unfinished.first, shown.first, shown.last);
    const auto points = std::int64_t(content.seriesCount() - int(content.hidden.size())) * shown.count();
    const bool isSparse = points <= mostPolygonPoints;
    painter.save();
    painter.setClipRect(frame.plot.adjusted(-1, 0, 1, 0), Qt::IntersectClip);
    if (!isSparse) {
        ColumnFill fill(content, frame, dpr);
        fill.addAreas(shown.first, shown.last);
        const double before = painter.opacity();
        painter.setOpacity(before * opacityOf(content));
        if (vector)
            fill.paint(painter, looks, only);
        else
            painter.drawImage(frame.plot.topLeft(), fill.image(looks, only));
        painter.setOpacity(before);
    }
    for (int series = 0; series < content.seriesCount(); ++series) {
        if (!content.isDrawn(series) || (only >= 0 && series != only))
            continue;
        if (isSparse)
            paintPolygons(painter, content, frame, series, looks[std::size_t(series)].color);
        if (content.isStacked() && points <= mostSeparatorPoints) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(theme.color(Role::Surface), 1));
            painter.drawLines(lineSegments(linePiece(content, series, shown.first, end), frame, 1 / dpr));
        }
    }
    painter.restore();
}

void paintBars(QPainter &painter, const ChartContent &content, const PlotFrame &frame, const Theme &theme, double dpr,
               bool vector, int only)
{
    const std::vector<SeriesLook> looks = seriesLooks(*content.answer, theme);
    const ChartContent::Buckets shown = content.visibleBuckets();
    const int drawn = content.seriesCount() - int(content.hidden.size());
    int end = std::clamp(content.unfinished.first, shown.first, shown.last);
    if (std::int64_t(shown.last - end) * drawn > mostHatchedBars)
        end = shown.last;
    ColumnFill fill(content, frame, dpr);
    fill.addBars(shown.first, end);
    painter.save();
    painter.setClipRect(frame.plot, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (vector)
        fill.paint(painter, looks, only);
    else
        painter.drawImage(frame.plot.topLeft(), fill.image(looks, only));
    for (int bucket = end; bucket < shown.last; ++bucket) {
        for (int series = 0; series < content.seriesCount(); ++series) {
            const QRectF bar = barPlace(content, frame, series, bucket);
            if (bar.height() > 0 && (only < 0 || series == only))
                paintHatchedBar(painter, bar, looks[std::size_t(series)].color, theme.color(Role::Surface));
        }
    }
    painter.restore();
}
