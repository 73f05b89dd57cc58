// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_sheet.h"

#include <QRect>

#include <optional>
#include <vector>

// One tile of a board.
struct BoardTile
{
    QRect cells; // of a grid of 12 columns
    QString title;
    QString facts;
    std::optional<SheetBody> body;
    QString problem; // said in the place of a body that is not there
};

// Where the tiles lie on a page of this size; its rows share the height.
std::vector<QRectF> tilePlaces(const std::vector<BoardTile> &tiles, const QSizeF &size);
// The height at which rows are as tall as on the screen.
int boardHeight(const std::vector<BoardTile> &tiles);

// Tiles as framed sheets on the grid; to be put on the ground of windows.
SheetBody boardSheetBody(const std::vector<BoardTile> &tiles);
