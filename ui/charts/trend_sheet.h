// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_content.h"
#include "ui/charts/chart_sheet.h"

// A trend on a sheet: lines and, under several, swatches and names, as many as have room and "and 14 more".
SheetBody trendSheetBody(const ChartContent &content);
