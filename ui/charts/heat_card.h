// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/retention_text.h"
#include "ui/theme/theme.h"

#include <QPainter>

// Beside a cell, inside `bounds`: below and to the right of it where there is room. It never covers the cell.
QRectF heatCardPlace(const HeatCard &card, const Theme &theme, const QRectF &bounds, const QRectF &cell);
void paintHeatCard(QPainter &painter, const HeatCard &card, const QRectF &place, const Theme &theme);
