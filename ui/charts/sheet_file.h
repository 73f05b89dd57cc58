// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_sheet.h"

#include <QString>

// Whether a chart can be written under this name: one that ends in .png, .svg or .pdf.
bool isSheetFile(const QString &path);

// Writes a sheet, as picture or as lines and text by the ending of the name; whole or not at all. `size` in logical px,
// `scale` device pixels for each (pictures only). Answers why it was not written; empty when it was.
QString writeSheet(const QString &path, const QSize &size, qreal scale, const ChartSheet &sheet, const Theme &theme);
