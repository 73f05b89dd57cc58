// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands around the series: ground, grid, axes and texts.
#include "ui/charts/chart_picture.h"

#include "ui/charts/qt_plot.h"

#include <QFontMetricsF>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace {

constexpr double smallTick = 3;
constexpr double tallTick = 6;
constexpr double labelHeight = 16;
constexpr double labelToEdge = 12; // of the last label of the time axis
constexpr double leastLabelGap = 6;

void paintClockChange(QPainter &painter, const QPointF &foot, const QColor &color)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{foot + QPointF(-4, 0), foot + QPointF(4, 0), foot + QPointF(0, -6)});
    painter.setRenderHint(QPainter::Antialiasing, false);
}

// The base line, the marks of the time axis, and zero where values are negative.
void paintTimeAxis(QPainter &painter, const PlotFrame &frame, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.color(Role::Axis), 1));
    const auto tick = [&](std::int64_t time, double length) {
        const double x = std::floor(frame.x(time)) + 0.5;
        painter.drawLine(QPointF(x, frame.plot.bottom()), QPointF(x, frame.plot.bottom() + length));
    };
    painter.drawLine(frame.plot.bottomLeft(), frame.plot.bottomRight());
    if (frame.valueLabels.isEmpty())
        return;
    for (const std::int64_t time : frame.marks.small)
        if (time >= frame.span.from && time <= frame.span.to)
            tick(time, smallTick);
    for (const TimeLabel &label : frame.marks.labels)
        tick(label.time, tallTick);
    if (!frame.isLog && frame.scale.low < 0 && frame.scale.high() > 0) {
        const double y = std::floor(frame.y(0)) + 0.5;
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
    }
    for (const std::int64_t time : frame.marks.clockChanges)
        paintClockChange(painter, {frame.x(time), frame.plot.bottom()}, theme.color(Role::Warn));
}

void paintTexts(QPainter &painter, const PlotFrame &frame, const Theme &theme)
{
    painter.setFont(theme.font(Type::Axis));
    painter.setPen(theme.color(Role::Text3));
    if (!frame.valueLabels.isEmpty())
        painter.drawText(QRectF(16, 4, frame.size.width() - 32, labelHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         frame.unit);
    for (int i = 0; i < frame.valueLabels.size(); ++i) {
        const double y = frame.y(frame.scale.tick(i));
        const QRectF box(0, y - labelHeight / 2, frame.plot.left() - 8, labelHeight);
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, frame.valueLabels[i]);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const PlotFrame::Tick &tick : frame.between) {
        const double y = std::floor(frame.y(tick.value)) + 0.5;
        painter.setPen(QPen(theme.color(Role::Grid), 1));
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        painter.setPen(theme.color(Role::Text3));
        painter.drawText(QRectF(0, y - labelHeight / 2, frame.plot.left() - 8, labelHeight),
                         Qt::AlignRight | Qt::AlignVCenter, tick.text);
    }
}

} // namespace

void ChartPicture::paintFrame(QPainter &painter, const Theme &theme)
{
    painter.fillRect(QRectF(QPointF(0, 0), m_frame.size), theme.color(Role::Surface));
    m_qtPlot->paintGrid(painter);
    paintTimeAxis(painter, m_frame, theme);
    paintTexts(painter, m_frame, theme);
}

void ChartPicture::paintTimeLabels(QPainter &painter, const Theme &theme, const QRectF &plate) const
{
    const QFont font = theme.font(Type::Axis);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(theme.color(Role::Text3));
    double taken = 0; // up to which the labels before have come
    for (const TimeLabel &label : m_frame.marks.labels) {
        const double width = std::ceil(metrics.horizontalAdvance(label.text));
        const double left = std::clamp(m_frame.x(label.time) - width / 2, 2.0,
                                       std::max(2.0, m_frame.size.width() - width - labelToEdge));
        const QRectF box(left, m_frame.plot.bottom() + 7, width + 1, labelHeight);
        if (left < taken) // moved in from the edge
            continue;
        taken = left + width + leastLabelGap;
        if (plate.isNull() || !box.adjusted(-4, 0, 4, 0).intersects(plate))
            painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, label.text);
    }
}
