// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/answer_document.h"
#include "session/kept_answer.h"
#include "ui/shell/answer_export.h"
#include "ui/shell/answer_sheet.h"
#include "ui/shell/board_answers.h"

#include <QFile>

// The answers of tests/data/answers.

inline std::string answerFileContents(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/answers/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.fileName()));
    return file.readAll().toStdString();
}

inline AnswerExport exportOf(const QString &name)
{
    const auto read = readAnswerFile(answerFileContents(name));
    if (const auto *errors = std::get_if<JsonErrors>(&read))
        qFatal("%s", toText(errors->front()).c_str());
    const auto &answer = std::get<explorer::v1::Answer>(read);
    const AnsweredPtr answered = answeredOf(answer);
    const Besides besides = besidesOf(answer);
    return {answered,
            answer.question(),
            besides,
            answer.project(),
            QString::fromStdString(answer.project()),
            answerSheet(*answered, besides).body};
}

inline ChartSheet boardOf(const QString &name)
{
    const auto read = readBoardFile(answerFileContents(name), *Calendar::of("UTC", WeekStart::Sunday));
    if (const auto *errors = std::get_if<JsonErrors>(&read))
        qFatal("%s", toText(errors->front()).c_str());
    const auto &board = std::get<explorer::v1::Board>(read);
    std::vector<TileAnswer> answers;
    for (const explorer::v1::Tile &tile : board.tiles())
        answers.push_back({answeredOf(tile.answer()), besidesOf(tile.answer()), {}});
    return boardSheet(board, answers, QStringLiteral("acme"));
}
