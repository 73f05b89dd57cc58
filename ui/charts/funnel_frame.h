// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/funnel_content.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

// Where things stand on a funnel of a given size, in logical px: a slot per step, a bar per drawn group in each. Slots
// stand side by side with upright bars, or lie below each other with bars that grow to the right.
struct FunnelFrame
{
    QSizeF size;
    bool isLying = false;
    double top = 0; // of 100 %; on a half pixel, as is the bottom; lying: of the first slot
    double bottom = 0; // lying: of the last slot
    double firstSlot = 0; // where the slots begin, right of the labels of the axis
    double slotWidth = 0;
    double slotHeight = 0; // lying
    double barsTop = 0; // lying: from the top of a slot
    double barWidth = 0; // across its length
    double barGap = 0;
    double scroll = 0; // how far the slots have been moved to the left
    int steps = 0;
    std::vector<int> drawn; // groups with a bar, left to right or downwards

    double y(double rate) const { return bottom - rate * (bottom - top); }
    double slotLeft(int step) const { return isLying ? firstSlot : firstSlot + step * slotWidth - scroll; }
    double slotTop(int step) const { return top + step * slotHeight; } // lying
    double slotsWidth() const { return isLying ? slotWidth : steps * slotWidth; }
    double groupsWidth() const; // of the bars of a slot, across their length
    // From 100 % to the base line; empty for a group that is not drawn.
    QRectF column(const FunnelBar &bar) const;
    // Of the column, between two rates, at whole px.
    QRectF part(const FunnelBar &bar, double from, double to) const;
    double rateAt(const QPointF &place) const;
    std::optional<FunnelBar> barAt(const QPointF &place) const;
    // The bar that many places on, through the groups of a step and then to the next step; nothing past the ends.
    std::optional<FunnelBar> neighbour(const FunnelBar &bar, int distance) const;
};

// Scrolled funnels keep slots wide enough to read; else all steps share the room there is. In a tile they lie where
// upright ones would be too narrow for their names.
enum class FunnelFit { Scrolled, Whole, Tile };
FunnelFrame funnelFrame(const FunnelContent &content, const QSizeF &size, double scroll, FunnelFit fit);
