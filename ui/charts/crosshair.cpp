// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/crosshair.h"

#include "ui/charts/line_marks.h"

#include <QFontMetricsF>

#include <cmath>

static constexpr double dotRadius = 4;
static constexpr double plateHeight = 18;

AxisPlate axisPlate(const QString &text, const Theme &theme, const PlotFrame &frame, double x)
{
    const double width = std::ceil(QFontMetricsF(theme.font(Type::Caption)).horizontalAdvance(text)) + 16;
    const double left = std::clamp(x - width / 2, 2.0, std::max(2.0, frame.size.width() - width - 2));
    return {text, {std::floor(left), frame.plot.bottom() + 5.5, width, plateHeight}};
}

void paintAxisPlate(QPainter &painter, const AxisPlate &plate, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Role::Text));
    painter.drawRoundedRect(plate.place, 3, 3);
    painter.setFont(theme.font(Type::Caption));
    painter.setPen(theme.color(Role::Surface));
    painter.drawText(plate.place, Qt::AlignCenter, plate.text);
}

void paintCrosshair(QPainter &painter, const ChartContent &content, const PlotFrame &frame, const HoverCard &card,
                    int bucket, const Theme &theme)
{
    const std::int64_t time = content.answer->timestamps[std::size_t(bucket)];
    const double x = std::floor(frame.x(time)) + 0.5;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.color(Role::Crosshair), 1));
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));

    if (content.shape.form == ChartForm::Bar)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<SeriesLook> looks = seriesLooks(*content.answer, theme);
    for (auto row = card.rows.rbegin(); row != card.rows.rend(); ++row) {
        const auto series = std::size_t(row->series);
        const double tip = content.tips(row->series)[std::size_t(bucket)];
        if (!std::isnan(tip)) // a log scale has no place for 0
            paintDot(painter, frame.point(time, tip), dotRadius, looks[series].color, theme.color(Role::Surface));
    }
}

void paintBand(QPainter &painter, const PlotFrame &frame, double from, double to, const Theme &theme)
{
    const double left = std::clamp(std::min(from, to), frame.plot.left(), frame.plot.right());
    const double right = std::clamp(std::max(from, to), frame.plot.left(), frame.plot.right());
    QColor ground = theme.color(Role::Accent);
    ground.setAlphaF(0.12F);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(left, frame.plot.top(), right - left, frame.plot.height()), ground);
    painter.setPen(QPen(theme.color(Role::Accent), 1));
    for (const double x : {left, right})
        painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
}
