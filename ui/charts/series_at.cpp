// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_at.h"

#include "ui/charts/column_fill.h"

#include <algorithm>
#include <cmath>

static constexpr double nearDistance = 14; // px from the pointer to a line that counts as meant

static bool isBetween(double value, double one, double other)
{
    return value >= std::min(one, other) && value <= std::max(one, other);
}

static int nearestLine(const ChartContent &content, const PlotFrame &frame, double y, int bucket)
{
    int nearest = -1;
    double least = nearDistance;
    for (int series = 0; series < content.seriesCount(); ++series) {
        const double tip = content.tips(series)[std::size_t(bucket)];
        if (!content.isDrawn(series) || std::isnan(tip))
            continue;
        if (const double distance = std::abs(frame.y(tip) - y); distance < least) {
            least = distance;
            nearest = series;
        }
    }
    return nearest;
}

int seriesAt(const ChartContent &content, const PlotFrame &frame, const QPointF &position, int bucket)
{
    const bool isBar = content.shape.form == ChartForm::Bar;
    if (!isBar && !content.isStacked())
        return nearestLine(content, frame, position.y(), bucket);

    int hit = -1;
    double lowest = 0; // of bars one behind the other the shortest is in front
    for (int series = 0; series < content.seriesCount(); ++series) {
        if (!content.isDrawn(series) || std::isnan(content.tips(series)[std::size_t(bucket)]))
            continue;
        const QRectF bar = barPlace(content, frame, series, bucket);
        if (!isBetween(position.y(), bar.top() - 1, bar.bottom() + 1))
            continue;
        if (isBar && !content.isStacked() && !isBetween(position.x(), bar.left(), bar.right()))
            continue;
        if (hit < 0 || bar.height() < lowest) {
            hit = series;
            lowest = bar.height();
        }
    }
    return hit;
}
