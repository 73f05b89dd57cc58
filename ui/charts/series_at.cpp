// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_at.h"

#include "ui/charts/column_fill.h"

#include <algorithm>
#include <cmath>
#include <compare>

// px from a coordinate to a stretch of its axis.
static double gap(double at, double one, double other)
{
    return std::max({std::min(one, other) - at, at - std::max(one, other), 0.0});
}

int seriesAt(const ChartContent &content, const PlotFrame &frame, const QPointF &position, int bucket)
{
    struct Distance // the least wins, place by place
    {
        double across = 0;
        double up = 0;
        double height = 0; // of bars one behind the other the shortest is in front
        auto operator<=>(const Distance &) const = default;
    };
    const bool isFilled = content.shape.form == ChartForm::Bar || content.isStacked();
    const bool isBeside = content.shape.form == ChartForm::Bar && !content.isStacked();
    int nearest = -1;
    Distance least;
    for (int series = 0; series < content.seriesCount(); ++series) {
        const double tip = content.tips(series)[std::size_t(bucket)];
        if (!content.isDrawn(series) || std::isnan(tip))
            continue;
        Distance distance{0, std::abs(frame.y(tip) - position.y()), 0};
        if (isFilled) {
            const QRectF bar = barPlace(content, frame, series, bucket);
            if (bar.height() <= 0) // a zero lies under or over its neighbour: the neighbour is seen
                continue;
            distance = {isBeside ? gap(position.x(), bar.left(), bar.right()) : 0,
                        gap(position.y(), bar.top(), bar.bottom()), bar.height()};
        }
        if (nearest < 0 || distance < least) {
            nearest = series;
            least = distance;
        }
    }
    return nearest;
}
