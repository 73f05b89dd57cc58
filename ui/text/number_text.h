// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

// Numbers as charts, legends and tables write them. The "C" locale is written as English, with separators.

// Short, for axes and counts in passing: 950, 1.2k, 3.4M, 1.2B. Three significant digits.
QString compactNumber(double value, const QLocale &locale = QLocale());
// A tick of an axis with this step: all ticks of one axis get the same unit and number of decimals.
QString tickNumber(double value, double step, double highest, const QLocale &locale = QLocale());
// In full with separators; whole numbers as such, others with two decimals (more when below 0.1). "–" for NaN.
QString fullNumber(double value, const QLocale &locale = QLocale());
// A share from 0 to 1 with one decimal: "12.3 %", the space not breaking.
QString rateText(double share, const QLocale &locale = QLocale());
// The difference of two rates: 0.012 is "1.2 pt".
QString pointsText(double difference, const QLocale &locale = QLocale());
// "1.2 s": number and unit, joined by a space that does not break.
QString withUnit(const QString &number, const QString &unit);
