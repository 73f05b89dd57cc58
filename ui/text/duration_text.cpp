// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/duration_text.h"

#include "ui/text/number_text.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace {

struct Unit
{
    std::int64_t seconds;
    const char *name;
};
constexpr std::array<Unit, 4> units{{{86'400, QT_TRANSLATE_NOOP("Duration", "d")},
                                     {3'600, QT_TRANSLATE_NOOP("Duration", "h")},
                                     {60, QT_TRANSLATE_NOOP("Duration", "min")},
                                     {1, QT_TRANSLATE_NOOP("Duration", "s")}}};
constexpr double decimalsBelow = 10; // s

QString counted(double count, const char *unit, int decimals = 0)
{
    const bool isWhole = count == std::floor(count);
    return withUnit(isWhole ? fullNumber(count) : QLocale().toString(count, 'f', decimals),
                    QCoreApplication::translate("Duration", unit));
}

} // namespace

QString durationText(double seconds)
{
    if (!std::isfinite(seconds))
        return fullNumber(seconds);
    if (seconds > 0 && seconds < 1)
        return counted(std::round(seconds * 1000), QT_TRANSLATE_NOOP("Duration", "ms"));
    if (seconds < decimalsBelow)
        return counted(std::round(seconds * 10) / 10, units.back().name, 1);
    auto rest = std::int64_t(std::llround(seconds));
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        if (rest < units[i].seconds)
            continue;
        // Rounded to the smaller of the two units first, so that no "1 h 60 min" can come.
        const std::int64_t small = units[i + 1].seconds;
        rest = (rest + small / 2) / small * small;
        const std::int64_t whole = rest / units[i].seconds;
        const std::int64_t left = rest % units[i].seconds / small;
        const QString large = counted(double(whole), units[i].name);
        if (i > 0 && rest >= units[i - 1].seconds)
            return counted(1, units[i - 1].name);
        return left == 0 ? large : large + QChar::Nbsp + counted(double(left), units[i + 1].name);
    }
    return counted(double(rest), units.back().name);
}
