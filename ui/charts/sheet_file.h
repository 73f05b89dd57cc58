// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_sheet.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <optional>

enum class SheetFormat { Png, Svg, Pdf };
// By the ending of a file's name; nothing for another ending.
std::optional<SheetFormat> sheetFormatOf(const QString &path);
QString endingOf(SheetFormat format); // ".png"

// A sheet as picture or as lines and text. `size` in logical px, `scale` device pixels for each (pictures only). Empty
// where the picture is larger than an image can be.
QByteArray sheetBytes(SheetFormat format, const QSize &size, qreal scale, const ChartSheet &sheet, const Theme &theme);

// In any thread; empty for a null image.
QByteArray pngBytes(const QImage &image);

// Writes a file whole or not at all. Answers why it was not written; empty when it was.
QString writeFile(const QString &path, const QByteArray &bytes);
