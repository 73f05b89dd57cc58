// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/value_scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace {

constexpr int fewestTicks = 4;
constexpr int mostTicks = 7;
constexpr double tickDistance = 72; // px aimed at

ValueScale scaleWith(double step, double lowest, double highest)
{
    // A hair below a tick still belongs to it.
    const double below = std::floor(lowest / step + 1e-9);
    const double above = std::ceil(highest / step - 1e-9);
    return {below * step, step, std::max(1, int(above - below))};
}

// What speaks against a scale: ticks too far apart or too close, and room the data does not use.
double misfit(const ValueScale &scale, double lowest, double highest, double heightPx)
{
    const double aim = std::clamp(heightPx / tickDistance + 1, double(fewestTicks), double(mostTicks));
    const double unused = 1 - (highest - lowest) / (scale.high() - scale.low);
    return std::abs(scale.intervals + 1 - aim) / aim + 1.5 * unused;
}

} // namespace

ValueScale valueScale(double lowest, double highest, double heightPx, bool wholeNumbers)
{
    lowest = std::isfinite(lowest) ? std::min(lowest, 0.0) : 0;
    highest = std::isfinite(highest) ? std::max(highest, 0.0) : 0;
    const double range = std::min(highest - lowest, std::numeric_limits<double>::max());
    if (!(range > 0))
        return {0, wholeNumbers ? 1.0 : 0.25, wholeNumbers ? fewestTicks - 1 : 4};

    ValueScale best;
    double bestMisfit = std::numeric_limits<double>::infinity();
    const int power = int(std::floor(std::log10(range)));
    for (int exponent = power - 1; exponent <= power + 1; ++exponent) {
        for (const double digit : std::array{1.0, 2.0, 2.5, 5.0}) {
            const double step = digit * std::pow(10.0, exponent);
            if (!(step > 0) || !std::isfinite(step) || (wholeNumbers && step != std::floor(step)))
                continue;
            const ValueScale scale = scaleWith(step, lowest, highest);
            if (scale.intervals + 1 < fewestTicks || scale.intervals + 1 > mostTicks)
                continue;
            if (const double value = misfit(scale, lowest, highest, heightPx); value < bestMisfit) {
                best = scale;
                bestMisfit = value;
            }
        }
    }
    if (std::isfinite(bestMisfit))
        return best;
    // One or two whole units: three steps of one.
    best = scaleWith(1, lowest, highest);
    best.intervals = std::max(best.intervals, fewestTicks - 1);
    return best;
}

ValueScale logScale(double lowest, double highest, bool hasFoot)
{
    if (!std::isfinite(lowest) || !std::isfinite(highest))
        return {0, 1, 1};
    const double low = std::floor(hasFoot ? lowest - 1e-9 : lowest);
    const double decades = std::max(1.0, std::ceil(highest - 1e-9) - low);
    const double step = std::ceil(decades / (mostTicks - 1));
    return {low, step, int(std::ceil(decades / step))};
}
