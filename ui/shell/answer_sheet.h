// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/query_controller.h"
#include "ui/charts/chart_sheet.h"

// An answer of any kind as a sheet that leaves the program: the question in words, its facts, and `body`.
ChartSheet answerSheet(const Answered &answered, const SheetBody &body);
// All of the answer and of what has come beside it, without a window; on a page, or in a tile of a board.
enum class SheetRoom { Page, Tile };
ChartSheet answerSheet(const Answered &answered, const Besides &besides = {}, SheetRoom room = SheetRoom::Page);
