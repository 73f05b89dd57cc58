// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPainter>

inline constexpr double heatCellRadius = 2; // px

// The ground, hatched in its ink for what is unfinished; lines end at the edges of `rect`, as SVG knows no clip.
void paintHeatCell(QPainter &painter, const QRectF &rect, const HeatStep &step, bool isUnfinished);
// Grey: out of the scale.
HeatStep heatOutside(const Theme &theme);
