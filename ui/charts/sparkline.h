// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_content.h"

#include <QPainter>

// Whether a series has the two points of a line.
bool isLine(const ChartContent &course, int series);
// One series as a bare line over the names of its first and last bucket. Its height is that of its own values, not from
// 0: it shows how a number came about, not how large it is.
void paintSparkline(QPainter &painter, const QRectF &box, const ChartContent &course, int series, const Theme &theme);
