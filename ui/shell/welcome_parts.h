// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

class QLabel;

// The words and marks of the welcome page.
QLabel *plainLabel(const Theme &theme, const QString &text, Type type, const char *tone = "");
QLabel *groupTitle(const Theme &theme, const QString &text);
QLabel *iconLabel(const Theme &theme, const QString &name, Role role); // follows the theme
