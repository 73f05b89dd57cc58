// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A value axis: from 0 (or below it, when values are negative) in equal round steps: 1, 2, 2.5 or 5 times a power of
// ten.
struct ValueScale
{
    double low = 0;
    double step = 1;
    int intervals = 4; // ticks are one more

    double high() const { return low + step * intervals; }
    double tick(int index) const { return low + step * index; }
    bool operator==(const ValueScale &) const = default;
};

// 4 to 7 ticks about 72 px apart that hold lowest..highest. Whole numbers get no steps below 1.
ValueScale valueScale(double lowest, double highest, double heightPx, bool wholeNumbers);
// Whole powers of ten from a pair of logarithms, at most 7 ticks. With `hasFoot` the lowest value stands above the end
// of the axis, as a bar needs.
ValueScale logScale(double lowest, double highest, bool hasFoot);
