// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_content.h"
#include "ui/charts/plot_frame.h"

#include <QPainter>

// Areas and bars of the visible buckets. `only` is a series to paint alone, or -1 for all that are shown; `vector`
// keeps shapes as shapes. Buckets that are not over are hatched.
void paintAreas(QPainter &painter, const ChartContent &content, const PlotFrame &frame, const Theme &theme, double dpr,
                bool vector, int only = -1);
void paintBars(QPainter &painter, const ChartContent &content, const PlotFrame &frame, const Theme &theme, double dpr,
               bool vector, int only = -1);
