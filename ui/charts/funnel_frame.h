// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/funnel_content.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

// Where things stand on a funnel of a given size, in logical px: a slot per step, a bar per drawn group in each.
struct FunnelFrame
{
    QSizeF size;
    double top = 0; // of 100 %; on a half pixel, as is the bottom
    double bottom = 0;
    double firstSlot = 0; // where the slots begin, right of the labels of the axis
    double slotWidth = 0;
    double barWidth = 0;
    double barGap = 0;
    double scroll = 0; // how far the slots have been moved to the left
    int steps = 0;
    std::vector<int> drawn; // groups with a bar, left to right

    double y(double rate) const { return bottom - rate * (bottom - top); }
    double slotLeft(int step) const { return firstSlot + step * slotWidth - scroll; }
    double slotsWidth() const { return steps * slotWidth; }
    double groupsWidth() const; // of the bars of a slot
    // From 100 % to the base line; empty for a group that is not drawn.
    QRectF column(const FunnelBar &bar) const;
    std::optional<FunnelBar> barAt(const QPointF &place) const;
    // The bar that many places on, through the groups of a step and then to the next step; nothing past the ends.
    std::optional<FunnelBar> neighbour(const FunnelBar &bar, int distance) const;
};

// Scrolled funnels keep slots wide enough to read; else all steps share the width there is.
enum class FunnelFit { Scrolled, Whole };
FunnelFrame funnelFrame(const FunnelContent &content, const QSizeF &size, double scroll, FunnelFit fit);
