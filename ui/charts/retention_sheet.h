// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_sheet.h"
#include "ui/charts/retention_content.h"

// A retention answer on a sheet: every cell, as small as that takes, with mean, curve and scale beside them.
SheetBody retentionSheetBody(const RetentionContent &content);
// In a tile, as much of it as has room.
SheetBody retentionTileBody(const RetentionContent &content);
