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
    QCoreApplication app(argc, argv);
    Asker asker(options.target, options.specs);
    QObject::connect(&asker, &Asker::answered, [&](const QString &, const Answered &answer) {
        const std::string text = textOf(*answer.frames, options.format);
        std::fwrite(text.data(), 1, text.size(), stdout);
    });
    QObject::connect(&asker, &Asker::failed,
                     [](const QString &message) { std::fprintf(stderr, "%s\n", qUtf8Printable(message)); });
    QObject::connect(&asker, &Asker::finished, &app, &QCoreApplication::exit, Qt::QueuedConnection);
    asker.start();
    return QCoreApplication::exec();
}
