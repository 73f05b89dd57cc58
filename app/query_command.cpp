// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/asker.h"
#include "app/commands.h"
#include "query/answer_text.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

std::string textOf(const AnswerFrames &answer, AnswerFormat format)
{
    switch (format) {
    case AnswerFormat::Csv: return answerCsv(answer);
    case AnswerFormat::Table: return answerTable(answer);
    case AnswerFormat::Json: break;
    }
    return answerJson(answer);
}

} // namespace

int runQuery(int argc, char **argv, const Options &options)
{
    if (const QString &name = options.specs.first(); questionFileKind(name) == QuestionFileKind::Board) {
        std::fprintf(stderr, "%s: a board has many answers; insights-explorer render draws it\n", qUtf8Printable(name));
        return 2;
    }
    QCoreApplication app(argc, argv);
    Asker asker(options.target, options.specs, Asker::Asked::Alone);
    QObject::connect(&asker, &Asker::answered, [&](const AnsweredFile &file) {
        const std::string text = textOf(*file.answers.front().answered->frames, options.format);
        std::fwrite(text.data(), 1, text.size(), stdout);
    });
    QObject::connect(&asker, &Asker::failed,
                     [](const QString &message) { std::fprintf(stderr, "%s\n", qUtf8Printable(message)); });
    QObject::connect(&asker, &Asker::finished, &app, &QCoreApplication::exit, Qt::QueuedConnection);
    asker.start();
    return QCoreApplication::exec();
}
