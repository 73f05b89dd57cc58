// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPainter>

#include <compare>
#include <optional>

// By how much a number differs from what it was at another time.
struct Change
{
    double amount = 0; // 0.082 is 8.2 % more; of a rate 8.2 points more
    bool isPoints = false; // the difference of two rates, which have no percents of their own
    auto operator<=>(const Change &) const = default;
};

// As a share of what it was. Nothing from 0 or NaN.
std::optional<Change> changeFrom(double before, double now);
// Of a rate, in points. Nothing from or to NaN.
std::optional<Change> rateChange(double before, double now);
QString changeText(const Change &change); // "8.2 %" or "1.2 pt", without its sign: the arrow says it
QString spokenChange(const Change &change); // "up 8.2 %"

// An arrow and the text, right-aligned in `place`, in the painter's font; a change that rounds to 0 has no arrow.
void paintChange(QPainter &painter, const QRectF &place, const Change &change, const Theme &theme);
double changeWidth(const QFontMetricsF &metrics, const Change &change); // px
