// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <array>

struct SchemeTokens
{
    Roles roles;
    QList<QColor> categorical;
    QList<HeatStep> sequential;
};

struct TypeTokens
{
    int px = 13;
    int weight = 400;
    int line = 20;
};

// :/theme/tokens.json as values.
struct Tokens
{
    SchemeTokens light;
    SchemeTokens dark;
    std::array<TypeTokens, typeCount> type;
    QList<qreal> secondDash; // of series 11 to 20, in px
    QList<qreal> thirdDash; // of series 21 to 30

    const SchemeTokens &of(Scheme scheme) const { return scheme == Scheme::Dark ? dark : light; }
};

const Tokens &tokens(); // read once
const char *nameOf(Role role); // "lineStrong"
