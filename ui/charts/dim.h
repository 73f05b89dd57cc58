// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

// Draws a widget and what is in it at 60 %, or in full again.
void dim(QWidget &widget, bool dimmed);
