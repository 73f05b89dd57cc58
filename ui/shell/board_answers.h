// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <explorer/v1/documents.pb.h>

#include "session/query_controller.h"
#include "ui/board/board_sheet.h"

// What there is to show in a tile.
struct TileAnswer
{
    AnsweredPtr answered; // null without one
    Besides besides;
    QString problem; // why not
};

// `answers` are those of the tiles, in their order.
std::vector<BoardTile> boardTiles(const explorer::v1::Board &board, const std::vector<TileAnswer> &answers);
// Of a page on which rows are as tall as on the screen.
int boardPageHeight(const explorer::v1::Board &board);
// The board as one page.
ChartSheet boardSheet(const explorer::v1::Board &board, const std::vector<TileAnswer> &answers, const QString &project);
