// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/board_places.h"
#include "session/keeping/library.h"
#include "session/time_choice.h"

#include <QRect>

// What a board asks and where its tiles lie, in cells of a grid of 12 columns.

inline constexpr int leastTileColumns = 2;
inline constexpr int leastTileRows = 2;

// `question` as a board asks it at `now` (ms): under the board's range and comparison where it has them.
explorer::v1::Question questionOn(const explorer::v1::Board &board, const explorer::v1::Question &question,
                                  const ProjectTime &place, std::int64_t now);
// What a tile asks: the saved question as it is now, or the tile's own.
explorer::v1::Question tileQuestion(const explorer::v1::Board &board, const explorer::v1::Tile &tile,
                                    const Library &library, const ProjectTime &place, std::int64_t now);

// Within the columns.
QRect cellsOf(const explorer::v1::Tile &tile);
// Puts a tile there, within the columns; the tiles it would cover move down, and all move up as far as they can.
void placeTile(explorer::v1::Board &board, int tile, const QRect &cells);
// As a tile below all others, as large as its kind usually needs.
void addTile(explorer::v1::Board &board, const LibraryItem &question);
void removeTile(explorer::v1::Board &board, int tile);
