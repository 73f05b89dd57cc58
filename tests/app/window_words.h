// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition.h"

#include <QLabel>

// What the analyst sees.
inline bool isReady(Composition &composition)
{
    return std::holds_alternative<Ready>(composition.controller().state());
}

inline bool says(Composition &composition, const QString &text)
{
    for (const auto *label : composition.window().findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(text))
            return true;
    return false;
}
