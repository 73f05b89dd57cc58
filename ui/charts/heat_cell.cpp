// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/heat_cell.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr double leastRoundedSide = 12; // px; smaller cells have square corners
constexpr double hatchSpacing = 7;
constexpr double hatchWidth = 2;
constexpr double darkInkAlpha = 0.34;
constexpr double lightInkAlpha = 0.42;

void paintHatch(QPainter &painter, const QRectF &rect, const QColor &ink)
{
    QColor color = ink;
    color.setAlphaF(ink.lightnessF() < 0.5 ? darkInkAlpha : lightInkAlpha);
    QList<QLineF> lines;
    // x + y is the same along a line; half the width keeps its corners inside.
    const QRectF inner = rect.adjusted(hatchWidth / 2, hatchWidth / 2, -hatchWidth / 2, -hatchWidth / 2);
    const double step = hatchSpacing * M_SQRT2;
    const double to = inner.right() + inner.bottom();
    for (double sum = inner.left() + inner.top() + step / 2; sum < to; sum += step) {
        const double top = std::max(inner.top(), sum - inner.right());
        const double bottom = std::min(inner.bottom(), sum - inner.left());
        lines.append({sum - bottom, bottom, sum - top, top});
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, hatchWidth, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines);
}

} // namespace

void paintHeatCell(QPainter &painter, const QRectF &rect, const HeatStep &step, bool isUnfinished)
{
    if (std::min(rect.width(), rect.height()) < leastRoundedSide) {
        painter.fillRect(rect, step.fill);
    } else {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(step.fill);
        painter.drawRoundedRect(rect, heatCellRadius, heatCellRadius);
    }
    if (isUnfinished)
        paintHatch(painter, rect, step.ink);
}

HeatStep heatOutside(const Theme &theme)
{
    return {theme.color(Role::Hover), theme.color(Role::Text2)};
}
