// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/calendar.h"
#include "query/spec_json.h"
#include "query/violation.h"
#include "ui/shell/board_answers.h"

#include <QString>

#include <optional>

// What the command line takes: by its name a board (.board.json), an answer file (.insight) or else a query spec.
enum class QuestionFileKind { Spec, Answer, Board };
QuestionFileKind questionFileKind(const QString &name);
// Without folder and ending: what an output is named after.
QString questionFileStem(const QString &name);

// A file and all its answers: one, or of a board one for each tile.
struct AnsweredFile
{
    QString name;
    std::optional<explorer::v1::Board> board;
    std::vector<TileAnswer> answers;
    QString project;
};

// A file with the answer it holds.
std::variant<AnsweredFile, JsonErrors> readAnswered(const QString &name, std::string_view text);
// A board with the answers its tiles hold.
std::variant<AnsweredFile, JsonErrors> readBoard(const QString &name, std::string_view text, const Calendar &calendar);

// Where a violation of a tile's question stands in the file of its board.
Violations inTile(Violations violations, std::size_t tile);

// A line for each: "FILE:LINE:COLUMN: what is wrong".
QString messageOf(const QString &name, const JsonErrors &errors);
QString messageOf(const QString &name, std::string_view text, const Violations &violations);
QString messageOf(const Failure &failure);
