// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Measures of the form's widgets that the theme's style sheet has no word for; no colours.
//   QLineEdit  bare=true      a field in a row that draws the frame itself
//   QLineEdit, QToolButton  compact=true   24 px, in a row
//   QToolButton  word=true    a word of a sentence that can be changed
//   QPushButton  drop=true    text at the left, as in a combo box
QString formStyleSheet();
