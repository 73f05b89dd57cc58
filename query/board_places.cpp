// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/board_places.h"

#include <algorithm>
#include <iterator>
#include <span>

using explorer::v1::Board;
using explorer::v1::Tile;

namespace {

constexpr int usualColumns = 6;
constexpr int usualRows = 5;
constexpr int tallestTile = 100; // rows
constexpr std::int64_t mostEmptyRows = 1000; // a tile further down comes right below those before it

int rowsOf(const Tile &tile)
{
    return tile.rows() < 1 ? usualRows : std::min(tile.rows(), tallestTile);
}

} // namespace

int TakenCells::pastRun(const Runs &runs, int row, int rows)
{
    auto run = runs.lower_bound(row + rows); // the last that begins above the end
    if (run == runs.begin())
        return row;
    --run;
    return std::max(row, run->second);
}

int TakenCells::freeRow(int column, int columns, int row, int rows) const
{
    for (bool isMoved = true; isMoved;) {
        isMoved = false;
        for (const Runs &runs : std::span(m_columns).subspan(std::size_t(column), std::size_t(columns)))
            if (const int past = pastRun(runs, row, rows); past > row) {
                row = past;
                isMoved = true;
            }
    }
    return row;
}

void TakenCells::take(int column, int columns, int row, int rows)
{
    for (Runs &runs : std::span(m_columns).subspan(std::size_t(column), std::size_t(columns))) {
        int begin = row;
        int end = row + rows;
        auto run = runs.upper_bound(end);
        while (run != runs.begin() && std::prev(run)->second >= begin) { // touches it
            --run;
            begin = std::min(begin, run->first);
            end = std::max(end, run->second);
            run = runs.erase(run);
        }
        runs.emplace(begin, end);
    }
}

void settleTiles(Board &board)
{
    std::int64_t deepest = mostEmptyRows;
    for (const Tile &tile : board.tiles())
        deepest += rowsOf(tile);
    TakenCells taken;
    int bottom = 0;
    for (Tile &tile : *board.mutable_tiles()) {
        const int columns = tile.columns() < 1 ? usualColumns : std::min(tile.columns(), boardColumns);
        const int rows = rowsOf(tile);
        const int column = std::clamp(tile.column(), 0, boardColumns - columns);
        const int wished = tile.row() > deepest ? bottom : std::max(tile.row(), 0);
        const int row = taken.freeRow(column, columns, wished, rows);
        taken.take(column, columns, row, rows);
        bottom = std::max(bottom, row + rows);
        tile.set_column(column);
        tile.set_row(row);
        tile.set_columns(columns);
        tile.set_rows(rows);
    }
}
