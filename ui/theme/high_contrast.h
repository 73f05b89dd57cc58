// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

class QPalette;

// From 1 to 21; see WCAG 2.1.
double contrastOf(const QColor &one, const QColor &other);

// Black and white, or as far apart: nobody's usual taste, so the system was asked for it.
bool isHighContrast(const QPalette &system);

// The colours of the roles in such a palette: its text for all words and lines, its ground for all grounds. What has a
// hue of its own keeps it as far as it reads.
Roles highContrastRoles(const QPalette &system, const SchemeTokens &tokens);
