// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/dim.h"

#include <QGraphicsOpacityEffect>
#include <QWidget>

void dim(QWidget &widget, bool dimmed)
{
    if (dimmed == (widget.graphicsEffect() != nullptr))
        return;
    if (!dimmed) {
        widget.setGraphicsEffect(nullptr);
        return;
    }
    auto *effect = new QGraphicsOpacityEffect(&widget);
    effect->setOpacity(0.6);
    widget.setGraphicsEffect(effect);
}
