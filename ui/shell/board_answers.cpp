// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/board_answers.h"

#include "session/board.h"
#include "ui/shell/answer_export.h"
#include "ui/shell/answer_sheet.h"
#include "ui/shell/answer_view.h"

#include <QCoreApplication>

#include <algorithm>

static BoardTile boardTile(const explorer::v1::Tile &tile, const TileAnswer &answer)
{
    BoardTile shown;
    shown.cells = cellsOf(tile);
    shown.title = QString::fromStdString(tile.title());
    shown.problem = answer.problem;
    if (answer.answered) {
        const ChartSheet sheet = answerSheet(*answer.answered, answer.besides, SheetRoom::Tile);
        shown.facts = sheet.facts;
        if (isEmpty(*answer.answered))
            shown.problem = QCoreApplication::translate("TileView", "Nothing in this time");
        else
            shown.body = sheet.body;
        if (shown.title.isEmpty())
            shown.title = sheet.title;
    }
    return shown;
}

std::vector<BoardTile> boardTiles(const explorer::v1::Board &board, const std::vector<TileAnswer> &answers)
{
    std::vector<BoardTile> tiles;
    for (int i = 0; i < board.tiles_size(); ++i)
        tiles.push_back(boardTile(board.tiles(i), answers.at(std::size_t(i))));
    return tiles;
}

int boardPageHeight(const explorer::v1::Board &board)
{
    constexpr int headAndFoot = 88; // px
    return boardHeight(boardTiles(board, std::vector<TileAnswer>(std::size_t(board.tiles_size())))) + headAndFoot;
}

ChartSheet boardSheet(const explorer::v1::Board &board, const std::vector<TileAnswer> &answers, const QString &project)
{
    QDateTime last;
    for (const TileAnswer &answer : answers)
        if (answer.answered && (!last.isValid() || answer.answered->at > last))
            last = answer.answered->at;
    ChartSheet sheet{QString::fromStdString(board.name()), QString::fromStdString(board.note()).simplified(),
                     boardSheetBody(boardTiles(board, answers))};
    if (last.isValid())
        sheet.foot = answeredWords(last, project);
    sheet.ground = Role::Window;
    return sheet;
}
