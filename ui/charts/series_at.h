// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_content.h"
#include "ui/charts/plot_frame.h"

// The shown series that a place on a chart means in `bucket`: the bar or the part of a stack there, else the nearest;
// of lines the nearest in height. -1 where none has a number.
int seriesAt(const ChartContent &content, const PlotFrame &frame, const QPointF &position, int bucket);
