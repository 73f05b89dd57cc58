// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_content.h"
#include "ui/charts/plot_frame.h"

// The shown series that a place on a chart means: the line within 14 px, the part of a stack, the bar. -1 for none.
int seriesAt(const ChartContent &content, const PlotFrame &frame, const QPointF &position, int bucket);
