// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/high_contrast.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

namespace {

constexpr double leastContrastOfSystem = 19.5; // of 21; black on the usual light grey has 18.3
constexpr double leastContrastOfText = 7; // as WCAG asks of enhanced contrast
constexpr double leastContrastOfDisabled = 4.5;

double luminance(const QColor &color)
{
    const auto linear
        = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &from, const QColor &to, float share)
{
    const auto part = [share](float a, float b) { return a + (b - a) * share; };
    return QColor::fromRgbF(part(from.redF(), to.redF()), part(from.greenF(), to.greenF()),
                            part(from.blueF(), to.blueF()));
}

// The colour, nearer to the text where it would not read on the ground.
QColor readable(const QColor &color, const QColor &text, const QColor &ground, double least)
{
    for (float share = 0; share < 1; share += 0.1F)
        if (const QColor nearer = mixed(color, text, share); contrastOf(nearer, ground) >= least)
            return nearer;
    return text;
}

} // namespace

double contrastOf(const QColor &one, const QColor &other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

bool isHighContrast(const QPalette &system)
{
    const auto contrast = [&](QPalette::ColorRole words, QPalette::ColorRole ground) {
        return contrastOf(system.color(QPalette::Active, words), system.color(QPalette::Active, ground));
    };
    return contrast(QPalette::WindowText, QPalette::Window) >= leastContrastOfSystem
        && contrast(QPalette::Text, QPalette::Base) >= leastContrastOfSystem;
}

Roles highContrastRoles(const QPalette &system, const SchemeTokens &tokens)
{
    Roles roles = tokens.roles;
    const QColor ground = system.color(QPalette::Active, QPalette::Window);
    const QColor text = system.color(QPalette::Active, QPalette::WindowText);
    const auto set = [&roles](std::initializer_list<Role> which, const QColor &color) {
        for (const Role role : which)
            roles[std::size_t(role)] = color;
    };
    set({Role::Window, Role::Surface, Role::Sunken, Role::Raised, Role::Control, Role::ControlDisabled, Role::Tooltip,
         Role::GoodBg, Role::BadBg, Role::WarnBg, Role::InfoBg},
        ground);
    set({Role::Text, Role::Text2, Role::Text3, Role::Line, Role::LineStrong, Role::Axis, Role::Crosshair,
         Role::TooltipLine, Role::SynPunct},
        text);
    set({Role::Hover}, mixed(ground, text, 0.15F));
    set({Role::Pressed, Role::Selected, Role::Grid}, mixed(ground, text, 0.3F));
    set({Role::TextDisabled},
        readable(system.color(QPalette::Disabled, QPalette::WindowText), text, ground, leastContrastOfDisabled));
    const QColor selected = roles[std::size_t(Role::Selected)];
    set({Role::Link}, readable(system.color(QPalette::Active, QPalette::Link), text, selected, leastContrastOfText));
    const QColor accent = system.color(QPalette::Active, QPalette::Highlight);
    const QColor onAccent = system.color(QPalette::Active, QPalette::HighlightedText);
    const bool reads
        = contrastOf(accent, onAccent) >= leastContrastOfText && contrastOf(accent, ground) >= leastContrastOfDisabled;
    set({Role::Accent, Role::AccentHover, Role::AccentPressed, Role::Focus}, reads ? accent : text);
    set({Role::OnAccent}, reads ? onAccent : ground);
    for (const Role hue : {Role::Good, Role::Bad, Role::Warn, Role::Info, Role::Other, Role::SynKey, Role::SynString,
                           Role::SynNumber, Role::SynEnum})
        set({hue}, readable(roles[std::size_t(hue)], text, ground, leastContrastOfText));
    return roles;
}
