// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPainter>

#include <optional>

// By how much a number differs from what it was: a share of that, 0.082 for 8.2 % more. Nothing from 0 or NaN.
std::optional<double> changeFrom(double before, double now);
QString changeText(double change); // "8.2 %", without its sign: the arrow says it
QString spokenChange(double change); // "up 8.2 %"

// An arrow and the text, right-aligned in `place`, in the painter's font; a change that rounds to 0 has no arrow.
void paintChange(QPainter &painter, const QRectF &place, double change, const Theme &theme);
double changeWidth(const QFontMetricsF &metrics, double change); // px
