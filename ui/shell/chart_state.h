// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "ui/charts/chart_shape.h"

// How the answer is shown, and what else it can be shown as.
struct ChartState
{
    bool hasForms = false; // one goes from lines to bars, a table, a number
    insights::v1::Visualization visualization = insights::v1::VISUALIZATION_UNSPECIFIED;
    bool stackedBars = false;
    bool hasScale = false;
    bool mayLog = false;
    ScaleKind scale = ScaleKind::Linear;
    bool isZoomed = false;
    int series = 0;
    int hidden = 0; // of them
};
