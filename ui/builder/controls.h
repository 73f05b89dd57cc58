// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QPushButton;
class QToolButton;
class QWidget;
class Theme;

// The small widgets that every section of the form has.

inline constexpr int rowButtonSize = 24; // px, in a row
inline constexpr int controlHeight = 28; // px

// A button that shows only an icon; `name` is its tooltip and what is read out.
QToolButton *iconButton(const Theme &theme, const QString &icon, const QString &name, QWidget *parent);
// "+ Add event"
QToolButton *addButton(const Theme &theme, const QString &text, QWidget *parent);
QLabel *sectionTitle(const Theme &theme, const QString &text, QWidget *parent);
// A name of the data as a tooltip: never read as HTML.
QString plainToolTip(const QString &text);
// The red border of a field. Changing nothing costs nothing.
void setInvalid(QWidget &field, bool invalid);
