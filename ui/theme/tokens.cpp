// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// The sources may be in a static library: its resources are only linked in when something asks for them.
static void keepResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace {

constexpr std::array<const char *, roleCount> roleNames{
    "window",     "surface",     "sunken",          "raised",   "hover",     "pressed",   "selected",     "line",
    "lineStrong", "control",     "controlDisabled", "text",     "text2",     "text3",     "textDisabled", "link",
    "accent",     "accentHover", "accentPressed",   "onAccent", "focus",     "good",      "bad",          "warn",
    "goodBg",     "badBg",       "warnBg",          "infoBg",   "info",      "grid",      "axis",         "crosshair",
    "other",      "tooltip",     "tooltipLine",     "synKey",   "synString", "synNumber", "synEnum",      "synPunct"};

constexpr std::array<const char *, typeCount> typeNames{"axis",     "caption", "table",    "base", "label",
                                                        "question", "page",    "kpiSmall", "kpi",  "code"};

SchemeTokens schemeTokens(const QJsonObject &theme)
{
    SchemeTokens result;
    const QJsonObject roles = theme[QLatin1String("roles")].toObject();
    for (int i = 0; i < roleCount; ++i)
        result.roles[std::size_t(i)] = QColor(roles[QLatin1String(roleNames[std::size_t(i)])].toString());
    for (const QJsonValue hue : theme[QLatin1String("categorical")].toArray())
        result.categorical.append(QColor(hue[QLatin1String("hex")].toString()));
    for (const QJsonValue step : theme[QLatin1String("sequential")].toArray())
        result.sequential.append(
            {QColor(step[QLatin1String("hex")].toString()), QColor(step[QLatin1String("ink")].toString())});
    return result;
}

QList<qreal> numbers(const QJsonValue &value)
{
    QList<qreal> result;
    for (const QJsonValue number : value.toArray())
        result.append(number.toDouble());
    return result;
}

Tokens readTokens()
{
    keepResources();
    QFile file(QStringLiteral(":/theme/tokens.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program was built without its theme");
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonValue themes = root[QLatin1String("themes")];
    const QJsonValue scale = root[QLatin1String("type")][QLatin1String("scale")];

    Tokens result;
    result.light = schemeTokens(themes[QLatin1String("light")].toObject());
    result.dark = schemeTokens(themes[QLatin1String("dark")].toObject());
    for (int i = 0; i < typeCount; ++i) {
        const QJsonValue type = scale[QLatin1String(typeNames[std::size_t(i)])];
        result.type[std::size_t(i)] = {type[QLatin1String("px")].toInt(), type[QLatin1String("weight")].toInt(),
                                       type[QLatin1String("line")].toInt()};
    }
    const QJsonValue dash = root[QLatin1String("dash")];
    result.secondDash = numbers(dash[QLatin1String("repeat2")]);
    result.thirdDash = numbers(dash[QLatin1String("repeat3")]);
    return result;
}

} // namespace

const Tokens &tokens()
{
    static const Tokens read = readTokens();
    return read;
}

const char *nameOf(Role role)
{
    return roleNames[std::size_t(role)];
}
