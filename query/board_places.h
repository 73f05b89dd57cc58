// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>

#include <explorer/v1/documents.pb.h>

inline constexpr int boardColumns = 12;

// Cells of a board that are taken, as runs of rows in each column. It grows downwards without end.
class TakenCells
{
public:
    // The first row from `row` on at which a tile as large as that covers no taken cell.
    int freeRow(int column, int columns, int row, int rows) const;
    void take(int column, int columns, int row, int rows);

private:
    using Runs = std::map<int, int>; // from first row to the first row after it; no two touch
    // The end of the last run that covers any of the rows; `row` when none does.
    static int pastRun(const Runs &runs, int row, int rows);

    std::array<Runs, boardColumns> m_columns;
};

// Puts every tile into the columns and off those before it: one of no size gets the usual one, one that lies outside is
// moved in, one that would cover an earlier tile is moved down. What lies well stays where it is.
void settleTiles(explorer::v1::Board &board);
