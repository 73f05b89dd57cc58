// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sparkline.h"

#include "ui/charts/line_marks.h"

#include <QFontMetricsF>

#include <cmath>

namespace {

constexpr double labelHeight = 20; // px
constexpr double edge = 4; // for the width of the line and the dot at its end
constexpr double labelGap = 12;

// Of the numbers that are drawn; a line without a height stands in the middle.
ValueScale tightScale(const ChartContent &course, int series)
{
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -lowest;
    for (int bucket = 0; bucket < course.unfinished.drawnEnd; ++bucket) {
        const double value = course.value(series, bucket);
        lowest = value < lowest ? value : lowest;
        highest = value > highest ? value : highest;
    }
    if (!(lowest < highest))
        return {lowest - 1, 2, 1};
    return {lowest, highest - lowest, 1};
}

void paintLabels(QPainter &painter, const QRectF &place, const ChartContent &course, const Theme &theme)
{
    const std::vector<std::int64_t> &times = course.answer->timestamps;
    const int last = course.unfinished.drawnEnd - 1;
    const QString from = course.buckets.plate(times.front());
    QString to = course.buckets.plate(times[std::size_t(last)]);
    if (last >= course.unfinished.first)
        to = BucketText::tr("%1, unfinished").arg(to);
    painter.setFont(theme.font(Type::Axis));
    painter.setPen(theme.color(Role::Text2));
    const QFontMetricsF metrics(painter.font());
    const double toWidth = metrics.horizontalAdvance(to);
    if (toWidth <= place.width())
        painter.drawText(place, Qt::AlignRight | Qt::AlignBottom, to);
    if (metrics.horizontalAdvance(from) + labelGap + toWidth <= place.width())
        painter.drawText(place, Qt::AlignLeft | Qt::AlignBottom, from);
}

} // namespace

bool isLine(const ChartContent &course, int series)
{
    int numbers = 0;
    for (int bucket = 0; bucket < course.unfinished.drawnEnd; ++bucket)
        numbers += std::isnan(course.value(series, bucket)) ? 0 : 1;
    return numbers > 1;
}

void paintSparkline(QPainter &painter, const QRectF &box, const ChartContent &course, int series, const Theme &theme)
{
    PlotFrame frame;
    frame.size = box.size();
    frame.plot = box.adjusted(edge, edge, -edge, -edge - labelHeight);
    frame.scale = tightScale(course, series);
    frame.span
        = {course.answer->timestamps.front(), course.answer->timestamps[std::size_t(course.unfinished.drawnEnd - 1)]};
    const int end = std::min(course.unfinished.first, course.unfinished.drawnEnd);
    const QColor color = seriesLooks(*course.answer, theme)[std::size_t(series)].color;
    painter.setRenderHint(QPainter::Antialiasing);
    paintSegments(painter, lineSegments(linePiece(course, series, 0, end), frame, 1), {color, {}}, lineWidth,
                  capFor(end));
    paintMarks(painter, course, frame, series, color, lineWidth, theme.color(Role::Surface));
    paintLabels(painter, box, course, theme);
}
