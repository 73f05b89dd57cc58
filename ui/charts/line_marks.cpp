// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_marks.h"

#include <cmath>

namespace {

constexpr double dotRadius = 4;
constexpr double lonePointRadius = 2;
constexpr double hollowRadius = 3.5;
constexpr std::int64_t mostRoundPoints = 500;
const QList<qreal> dotted{2, 3}; // px on and off

void paintHollowDot(QPainter &painter, const QPointF &center, const QColor &color, const QColor &ground)
{
    painter.setPen(QPen(color, lineWidth));
    painter.setBrush(ground);
    painter.drawEllipse(center, hollowRadius, hollowRadius);
}

bool isNumber(const ChartContent &content, int series, int bucket)
{
    return bucket >= 0 && bucket < content.bucketCount() && !std::isnan(content.tips(series)[std::size_t(bucket)]);
}

QPointF pointAt(const ChartContent &content, const PlotFrame &frame, int series, int bucket)
{
    return frame.point(content.answer->timestamps[std::size_t(bucket)], content.tips(series)[std::size_t(bucket)]);
}

} // namespace

Qt::PenCapStyle capFor(std::int64_t points)
{
    return points <= mostRoundPoints ? Qt::RoundCap : Qt::SquareCap;
}

QPen linePen(const QColor &color, double width, Qt::PenCapStyle cap)
{
    return QPen(color, width, Qt::SolidLine, cap, Qt::RoundJoin);
}

void paintSegments(QPainter &painter, const QList<QLineF> &segments, const SeriesLook &look, double width,
                   Qt::PenCapStyle cap)
{
    if (look.dash.isEmpty()) {
        painter.setPen(linePen(look.color, width, cap));
        painter.drawLines(segments);
    } else {
        painter.setPen(QPen(look.color, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLines(dashed(segments, look.dash));
    }
}

void paintLonePoints(QPainter &painter, const LinePiece &piece, const PlotFrame &frame, const QColor &color)
{
    const auto isGap = [&](std::size_t i) { return i >= piece.values.size() || std::isnan(piece.values[i]); };
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (std::size_t i = 0; i < piece.values.size(); ++i) {
        if (!isGap(i) && isGap(i - 1) && isGap(i + 1)) // i - 1 of the first is beyond the end
            painter.drawEllipse(frame.point(piece.times[i], piece.values[i]), lonePointRadius, lonePointRadius);
    }
}

void paintDot(QPainter &painter, const QPointF &center, double radius, const QColor &color, const QColor &halo)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(halo);
    painter.drawEllipse(center, radius + 2, radius + 2);
    painter.setBrush(color);
    painter.drawEllipse(center, radius, radius);
}

void paintMarks(QPainter &painter, const ChartContent &content, const PlotFrame &frame, int series, const QColor &color,
                double width, const QColor &ground)
{
    const AnswerFrames &answer = *content.answer;
    const ChartContent::Buckets shown = content.visibleBuckets();
    const int firstUnfinished = std::max(shown.first, content.unfinished.first);
    const bool hasUnfinished = firstUnfinished < shown.last;
    if (hasUnfinished && firstUnfinished > shown.first) {
        const auto segments = lineSegments(linePiece(content, series, firstUnfinished - 1, shown.last), frame, 1);
        paintSegments(painter, segments, {color, dotted}, width, Qt::FlatCap);
    }

    if (content.bucketCount() == 1) {
        if (isNumber(content, series, 0) && !hasUnfinished)
            paintDot(painter, pointAt(content, frame, series, 0), dotRadius, color, ground);
    }
    const int last = content.unfinished.drawnEnd - 1;
    const bool lastIsSeen = last < shown.last && last >= shown.first
        && answer.timestamps[std::size_t(last)] >= frame.span.from
        && answer.timestamps[std::size_t(last)] <= frame.span.to;
    if (hasUnfinished && lastIsSeen && isNumber(content, series, last)
        && (content.seriesCount() - int(content.hidden.size()) <= mostSeriesWithDots || content.bucketCount() == 1))
        paintHollowDot(painter, pointAt(content, frame, series, last), color, ground);
}
