// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/change_mark.h"
#include "ui/charts/plot_frame.h"

#include <QPainter>

#include <optional>
#include <vector>

struct HoverRow
{
    int series = 0;
    QString name;
    QString value;
    bool isNear = false; // next to the pointer
    std::optional<Change> change; // from the compared time; see changeFrom()
};

// What the chart says about one bucket.
struct HoverCard
{
    QString title; // "Tuesday 19 May 2026"
    QString note; // "unfinished", what the clock did, what it is compared with: "vs Sat 18 Apr"; may be empty
    std::vector<HoverRow> rows; // by value, highest first; at most 12
    int more = 0; // series that found no room
    bool hasChanges = false; // of any row
    QString hint; // what the mouse does here; a line of its own below the rows
};

// The drawn series with a number in `bucket`. `near` keeps its place among the rows when there are more than 12.
HoverCard hoverCard(const ChartContent &content, int bucket, int near);

// The size a card needs, and its place beside the crosshair at `x`: 12 px from the line, to its right when there is
// room.
QRectF hoverCardPlace(const HoverCard &card, const Theme &theme, const PlotFrame &frame, double x, double y);
void paintHoverCard(QPainter &painter, const HoverCard &card, const QRectF &place, const ChartContent &content,
                    const Theme &theme);
