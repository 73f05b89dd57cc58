// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/board.h"

#include "query/question.h"
#include "session/question_document.h"

#include <algorithm>
#include <vector>

using explorer::v1::Board;
using explorer::v1::Question;
using explorer::v1::Tile;

Question questionOn(const Board &board, const Question &question, const ProjectTime &place, std::int64_t now)
{
    Draft draft = draftOf(question);
    if (board.has_time_range() || !board.time_preset().empty()) {
        draft.time.preset = timePresetOf(board.time_preset());
        *draft.spec.mutable_time_range() = board.time_range();
    }
    if (board.has_compare())
        draft.compare = compareOf(board.compare());
    return questionOf(resolved(std::move(draft), place, now));
}

Question tileQuestion(const Board &board, const Tile &tile, const Library &library, const ProjectTime &place,
                      std::int64_t now)
{
    const LibraryItem *item = library.item(tile.saved_question());
    const Question *saved = item != nullptr ? questionIn(*item) : nullptr;
    return questionOn(board, saved != nullptr ? *saved : tile.question(), place, now);
}

QRect cellsOf(const Tile &tile)
{
    const int columns = std::clamp(tile.columns(), 1, boardColumns);
    return {std::clamp(tile.column(), 0, boardColumns - columns), std::max(0, tile.row()), columns,
            std::max(1, tile.rows())};
}

static void setCells(Tile &tile, const QRect &cells)
{
    tile.set_column(cells.x());
    tile.set_row(cells.y());
    tile.set_columns(cells.width());
    tile.set_rows(cells.height());
}

static QRect withinColumns(const QRect &cells)
{
    const int width = std::clamp(cells.width(), leastTileColumns, boardColumns);
    return {std::clamp(cells.x(), 0, boardColumns - width), std::max(0, cells.y()), width,
            std::max(leastTileRows, cells.height())};
}

// From the top: each as high as those before it let it. `first` has its column before all others.
static void settle(Board &board, int first)
{
    std::vector<int> order;
    for (int i = 0; i < board.tiles_size(); ++i)
        order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const QRect one = cellsOf(board.tiles(a));
        const QRect other = cellsOf(board.tiles(b));
        if (one.y() != other.y())
            return one.y() < other.y();
        if ((a == first) != (b == first))
            return a == first;
        return one.x() < other.x();
    });
    TakenCells taken;
    for (const int i : order) {
        QRect cells = cellsOf(board.tiles(i));
        cells.moveTop(taken.freeRow(cells.x(), cells.width(), 0, cells.height()));
        taken.take(cells.x(), cells.width(), cells.y(), cells.height());
        setCells(*board.mutable_tiles(i), cells);
    }
}

void placeTile(Board &board, int tile, const QRect &cells)
{
    const QRect before = cellsOf(board.tiles(tile));
    QRect after = withinColumns(cells);
    // Downwards past a neighbour it takes the place after it.
    if (after.y() > before.y() && after.x() == before.x())
        for (int i = 0; i < board.tiles_size(); ++i)
            if (const QRect other = cellsOf(board.tiles(i));
                i != tile && other.intersects(after) && other.y() >= before.bottom())
                after.moveTop(std::max(after.y(), other.y() + 1));
    setCells(*board.mutable_tiles(tile), after);
    settle(board, tile);
}

void addTile(Board &board, const LibraryItem &item)
{
    const Question *question = questionIn(item);
    if (question == nullptr)
        return;
    const bool isNumber = visualizationOf(question->query()) == insights::v1::VISUALIZATION_KPI;
    const QSize size = isNumber ? QSize(3, 3) : QSize(6, 5);
    int bottom = 0;
    for (const Tile &tile : board.tiles())
        bottom = std::max(bottom, cellsOf(tile).bottom() + 1);
    // Beside the last one where there is room.
    QRect cells({0, bottom}, size);
    if (board.tiles_size() > 0) {
        const QRect last = cellsOf(board.tiles(board.tiles_size() - 1));
        const QRect beside({last.right() + 1, last.y()}, size);
        const bool isFree
            = std::ranges::none_of(board.tiles(), [&](const Tile &t) { return cellsOf(t).intersects(beside); });
        if (beside.right() < boardColumns && isFree)
            cells = beside;
    }
    Tile &tile = *board.add_tiles();
    tile.set_title(item.name.toStdString());
    *tile.mutable_question() = *question;
    tile.set_saved_question(item.id);
    setCells(tile, cells);
    settle(board, -1);
}

void removeTile(Board &board, int tile)
{
    board.mutable_tiles()->DeleteSubrange(tile, 1);
    settle(board, -1);
}
