// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_sheet.h"
#include "ui/charts/funnel_frame.h"

// A funnel on a sheet: all its steps, and swatches and names of its groups.
SheetBody funnelSheetBody(const FunnelContent &content, FunnelFit fit = FunnelFit::Whole);
