// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace {

struct Magnitude
{
    double unit;
    const char *suffix;
};
constexpr std::array<Magnitude, 5> magnitudes{{{1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e3, "k"}, {1, ""}}};

QLocale readable(const QLocale &locale)
{
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale;
}

QString withoutTrailingZeros(QString text, const QLocale &locale)
{
    const QString point = locale.decimalPoint();
    if (!text.contains(point))
        return text;
    while (text.endsWith(locale.zeroDigit()))
        text.chop(1);
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

// Too large or too small to be written out.
bool needsExponent(double value)
{
    const double size = std::abs(value);
    return size >= 1e15 || (size > 0 && size < 1e-6);
}

QString exponential(double value, const QLocale &locale)
{
    QString text = locale.toString(value, 'e', 2);
    const auto exponent = text.indexOf(QLatin1Char('e'), 0, Qt::CaseInsensitive);
    return withoutTrailingZeros(text.left(exponent), locale) + text.mid(exponent);
}

const Magnitude &magnitudeOf(double value)
{
    const auto found = std::find_if(magnitudes.begin(), magnitudes.end(),
                                    [&](const Magnitude &each) { return std::abs(value) >= each.unit; });
    return found == magnitudes.end() ? magnitudes.back() : *found;
}

// Decimals that keep `digits` significant ones.
int decimalsFor(double value, int digits)
{
    if (value == 0)
        return 0;
    return std::clamp(digits - 1 - int(std::floor(std::log10(std::abs(value)))), 0, 12);
}

} // namespace

QString compactNumber(double value, const QLocale &chosen)
{
    const QLocale locale = readable(chosen);
    if (!std::isfinite(value))
        return QStringLiteral("–");
    if (needsExponent(value))
        return exponential(value, locale);
    const Magnitude *magnitude = &magnitudeOf(value);
    double scaled = value / magnitude->unit;
    // 999,950 would round to "1000k".
    if (magnitude != &magnitudes.front() && magnitude->unit > 1 && std::abs(scaled) >= 999.5) {
        --magnitude;
        scaled = value / magnitude->unit;
    }
    const int digits = magnitude->unit > 1 && std::abs(scaled) < 100 ? 2 : 3;
    const QString number = locale.toString(scaled, 'f', decimalsFor(scaled, digits));
    return withoutTrailingZeros(number, locale) + QLatin1String(magnitude->suffix);
}

QString tickNumber(double value, double step, double highest, const QLocale &chosen)
{
    const QLocale locale = readable(chosen);
    if (value == 0)
        return locale.toString(0);
    if (needsExponent(highest) || needsExponent(value))
        return exponential(value, locale);
    // Hundreds are easier read as 200 and 1,000 than as 0.2k and 1.0k.
    const Magnitude &magnitude = std::abs(step) < 1000 ? magnitudes.back() : magnitudeOf(highest);
    const double scaledStep = step / magnitude.unit;
    int decimals = 0;
    for (double rest = scaledStep; decimals < 9 && std::abs(rest - std::round(rest)) > 1e-6; rest *= 10)
        ++decimals;
    return locale.toString(value / magnitude.unit, 'f', decimals) + QLatin1String(magnitude.suffix);
}

QString fullNumber(double value, const QLocale &chosen)
{
    const QLocale locale = readable(chosen);
    if (!std::isfinite(value))
        return QStringLiteral("–");
    if (needsExponent(value))
        return exponential(value, locale);
    if (value == std::floor(value))
        return locale.toString(value, 'f', 0);
    if (std::abs(value) < 0.1)
        return withoutTrailingZeros(locale.toString(value, 'f', decimalsFor(value, 2)), locale);
    return locale.toString(value, 'f', 2);
}

QString rateText(double share, const QLocale &chosen)
{
    if (!std::isfinite(share))
        return QStringLiteral("–");
    return withUnit(readable(chosen).toString(share * 100, 'f', 1), QStringLiteral("%"));
}

QString pointsText(double difference, const QLocale &chosen)
{
    return withUnit(readable(chosen).toString(difference * 100, 'f', 1), QStringLiteral("pt"));
}

QString withUnit(const QString &number, const QString &unit)
{
    return unit.isEmpty() ? number : number + QChar::Nbsp + unit;
}
