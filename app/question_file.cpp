// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/question_file.h"

#include "query/answer_document.h"
#include "session/kept_answer.h"

#include <QFileInfo>

namespace {

constexpr QLatin1String boardEnding(".board.json");
constexpr QLatin1String answerEnding(".insight");

TileAnswer answerIn(const explorer::v1::Answer &document)
{
    return {answeredOf(document), besidesOf(document), {}};
}

} // namespace

QuestionFileKind questionFileKind(const QString &name)
{
    return name.endsWith(boardEnding, Qt::CaseInsensitive) ? QuestionFileKind::Board
        : name.endsWith(answerEnding, Qt::CaseInsensitive) ? QuestionFileKind::Answer
                                                           : QuestionFileKind::Spec;
}

QString questionFileStem(const QString &name)
{
    const QString file = QFileInfo(name).fileName();
    return questionFileKind(name) == QuestionFileKind::Board ? file.chopped(boardEnding.size())
                                                             : QFileInfo(name).completeBaseName();
}

std::variant<AnsweredFile, JsonErrors> readAnswered(const QString &name, std::string_view text)
{
    const auto read = readAnswerFile(text);
    if (const auto *errors = std::get_if<JsonErrors>(&read))
        return *errors;
    const auto &answer = std::get<explorer::v1::Answer>(read);
    return AnsweredFile{name, std::nullopt, {answerIn(answer)}, QString::fromStdString(answer.project())};
}

std::variant<AnsweredFile, JsonErrors> readBoard(const QString &name, std::string_view text, const Calendar &calendar)
{
    const auto read = readBoardFile(text, calendar);
    if (const auto *errors = std::get_if<JsonErrors>(&read))
        return *errors;
    AnsweredFile file{name, std::get<explorer::v1::Board>(read), {}, {}};
    for (const explorer::v1::Tile &tile : file.board->tiles()) {
        file.answers.push_back(tile.has_answer() ? answerIn(tile.answer()) : TileAnswer());
        if (file.project.isEmpty())
            file.project = QString::fromStdString(tile.answer().project());
    }
    return file;
}

QString messageOf(const Failure &failure)
{
    return QString::fromStdString(failure.code.empty() ? failure.message : failure.code + ": " + failure.message);
}

Violations inTile(Violations violations, std::size_t tile)
{
    for (Violation &violation : violations)
        violation.field = "tiles[" + std::to_string(tile) + "].question." + violation.field;
    return violations;
}

QString messageOf(const QString &name, const JsonErrors &errors)
{
    QStringList lines;
    for (const JsonError &error : errors)
        lines << name + u':' + QString::fromStdString(toText(error));
    return lines.join(u'\n');
}

QString messageOf(const QString &name, std::string_view text, const Violations &violations)
{
    JsonErrors errors;
    for (const Violation &violation : violations)
        errors.push_back(
            {violation.field, violation.description, placeOf(text, violation.field).value_or(TextPlace{})});
    return messageOf(name, errors);
}
