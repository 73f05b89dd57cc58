// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_marks.h"

#include <QPainterPath>

#include <cmath>

namespace {

constexpr double dotRadius = 4;
constexpr double hollowRadius = 3.5;
constexpr int mostDotted = 500; // a path of more points is drawn solid: dashing it would take long

void paintHollowDot(QPainter &painter, const QPointF &center, const QColor &color, const QColor &ground)
{
    painter.setPen(QPen(color, lineWidth));
    painter.setBrush(ground);
    painter.drawEllipse(center, hollowRadius, hollowRadius);
}

// 2 px on, 3 px off; dashes count in widths of the pen.
QPen dottedPen(const QColor &color, double width)
{
    QPen pen(color, width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({2 / width, 3 / width});
    return pen;
}

void paintDotted(QPainter &painter, const QList<QLineF> &segments, const QPen &pen)
{
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    QPainterPath path;
    for (const QLineF &segment : segments) {
        if (path.isEmpty() || path.currentPosition() != segment.p1())
            path.moveTo(segment.p1());
        path.lineTo(segment.p2());
    }
    painter.drawPath(path);
}

bool isNumber(const AnswerFrames &answer, int series, int bucket)
{
    return bucket >= 0 && bucket < int(answer.timestamps.size())
        && !std::isnan(answer.series[std::size_t(series)].values[std::size_t(bucket)]);
}

QPointF pointAt(const AnswerFrames &answer, const PlotFrame &frame, int series, int bucket)
{
    return frame.point(answer.timestamps[std::size_t(bucket)],
                       answer.series[std::size_t(series)].values[std::size_t(bucket)]);
}

} // namespace

QPen linePen(const SeriesLook &look, double width)
{
    QPen pen(look.color, width, Qt::SolidLine, look.dash.isEmpty() ? Qt::RoundCap : Qt::FlatCap, Qt::RoundJoin);
    if (!look.dash.isEmpty()) {
        QList<qreal> pattern;
        for (const qreal px : look.dash)
            pattern.append(px / width);
        pen.setDashPattern(pattern);
    }
    return pen;
}

void paintSegments(QPainter &painter, const QList<QLineF> &segments, const QPen &pen)
{
    if (pen.style() != Qt::SolidLine && segments.size() <= mostDotted) {
        paintDotted(painter, segments, pen); // dashes run on from segment to segment
        return;
    }
    painter.setPen(QPen(pen.color(), pen.widthF(), Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(segments);
}

void paintDot(QPainter &painter, const QPointF &center, double radius, const QColor &color, const QColor &halo)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(halo);
    painter.drawEllipse(center, radius + 2, radius + 2);
    painter.setBrush(color);
    painter.drawEllipse(center, radius, radius);
}

void paintMarks(QPainter &painter, const ChartContent &content, const PlotFrame &frame, int series,
                const SeriesLook &look, double width, const QColor &ground)
{
    const AnswerFrames &answer = *content.answer;
    const ChartContent::Buckets shown = content.visibleBuckets();
    const int firstUnfinished = std::max(shown.first, content.unfinished.first);
    const bool hasUnfinished = firstUnfinished < shown.last;
    if (hasUnfinished && firstUnfinished > shown.first) {
        const auto segments = lineSegments(linePiece(answer, series, firstUnfinished - 1, shown.last), frame, 1);
        if (segments.size() <= mostDotted)
            paintDotted(painter, segments, dottedPen(look.color, width));
        else
            paintSegments(painter, segments, QPen(look.color, width));
    }

    if (content.bucketCount() == 1) {
        if (isNumber(answer, series, 0) && !hasUnfinished)
            paintDot(painter, pointAt(answer, frame, series, 0), dotRadius, look.color, ground);
    }
    const int last = content.unfinished.drawnEnd - 1;
    const bool lastIsSeen = last < shown.last && last >= shown.first
        && answer.timestamps[std::size_t(last)] >= frame.span.from && answer.timestamps[std::size_t(last)] <= frame.span.to;
    if (hasUnfinished && lastIsSeen && isNumber(answer, series, last)
        && (content.seriesCount() - int(content.hidden.size()) <= mostSeriesWithDots || content.bucketCount() == 1))
        paintHollowDot(painter, pointAt(answer, frame, series, last), look.color, ground);
}
