// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/answer_table.h"
#include "ui/charts/chart_sheet.h"

// A table on a sheet: as many rows and columns as have room, and how many are left out.
SheetBody tableSheetBody(const AnswerTablePtr &table);
