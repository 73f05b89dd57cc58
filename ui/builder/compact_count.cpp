// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/compact_count.h"

#include <QLocale>

#include <array>

QString compactCount(quint64 count)
{
    if (count < 1000)
        return QString::number(count);
    constexpr std::array units{'k', 'M', 'G', 'T', 'P', 'E'};
    std::size_t unit = 0;
    quint64 scale = 1000;
    while (unit + 1 < units.size() && count / scale >= 1000) {
        scale *= 1000;
        ++unit;
    }
    // Cut, not rounded, so that 999,999 stays under a million.
    const quint64 tenths = count / (scale / 10);
    const bool showsTenth = tenths < 100 && tenths % 10 != 0;
    const QLocale locale;
    const QString number = showsTenth ? locale.toString(double(tenths) / 10, 'f', 1) : QString::number(tenths / 10);
    return number + QLatin1Char(units[unit]);
}
