// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/query_controller.h"
#include "ui/charts/chart_content.h"
#include "ui/charts/series_legend.h"

// How the widgets of ui/charts show a trend: the words of the question meet the numbers here, for the window and for
// `render` alike.
std::vector<QString> seriesNames(const AnswerFrames &answer);
ChartText chartText(const Answered &answered);
ChartContent chartContent(const Answered &answered, const Comparison *comparison = nullptr);
// Null until it has come.
std::shared_ptr<const ComparedSeries> comparedSeries(const Answered &answered, const Comparison *comparison);
// `comparison` is null without one; a column of changes is there once it has come.
LegendContent legendContent(const Answered &answered, const Theme &theme, const Comparison *comparison = nullptr);
