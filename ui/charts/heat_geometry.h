// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/retention_text.h"
#include "ui/theme/theme.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

// Whether cells keep a readable size and what is too much is scrolled to, or shrink until all are in the picture, or
// stay large enough for their numbers and what is too much is counted only, as in a tile.
enum class HeatFit { Scrolled, Whole, Tile };

// A run of rows or columns, [first, last).
struct HeatSpan
{
    int first = 0;
    int last = 0;
};

// Where things stand on a heatmap, in logical px of the picture. The names of the periods, the row of means and the
// columns of dates and sizes stay where they are when cells are scrolled.
struct HeatGeometry
{
    QSizeF size;
    HeatFit fit = HeatFit::Scrolled;
    QPointF scroll; // px that cells are moved to the left and up
    QSizeF cell; // without the gap
    double gap = 2;
    double left = 0; // of the cells of period 0, unscrolled
    double top = 0; // of the cells of the first cohort, unscrolled
    double periodsTop = 0; // of the names of the periods
    double meanTop = 0;
    double meanHeight = 0;
    double changeHeight = 0; // of the changes of the means, under them; 0 without
    double usersWidth = 0; // of the column of sizes, which ends 16 px before the cells; 0 without
    int rows = 0; // from the first; those after are left out
    int firstPeriod = 0;
    int periods = 0; // up to the last that is shown, with those left out at the start
    int rowsLeftOut = 0;
    int periodsLeftOut = 0; // at the end
    Type numbers = Type::Table;
    bool areWholeNumbers = false; // rates without decimals

    int columns() const { return periods - firstPeriod; }
    double pitchX() const { return cell.width() + gap; }
    double pitchY() const { return cell.height() + gap; }
    QSizeF scrollRange() const; // the largest scroll
    QRectF cells() const; // the part of the picture that scrolls
    QRectF place(const HeatPlace &place) const; // also of cells scrolled away
    QRectF rowMark(int row) const; // behind the date and size of a row
    HeatSpan visibleRows() const;
    HeatSpan visiblePeriods() const;
    // Nothing outside cells and sizes, and in the gaps.
    std::optional<HeatPlace> at(const QPointF &position) const;
    // The scroll nearest to the present one at which a place is in view.
    QPointF scrollTo(const HeatPlace &place) const;
};

inline constexpr double heatPadding = 16; // px left of the dates
inline constexpr double heatTextPadding = 2; // px left and right of a number in its cell

HeatGeometry heatGeometry(const RetentionContent &content, const Theme &theme, const QSizeF &size, HeatFit fit);
