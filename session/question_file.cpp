// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/question_file.h"

#include "query/answer_document.h"
#include "query/spec_json.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(QuestionFile)
};

QString write(const QString &path, const std::string &text)
{
    if (text.empty())
        return Text::tr("%1 was not saved: the range of time lies outside the years 1 to 9999. Choose another one.")
            .arg(path);
    QSaveFile file(path);
    const bool isSaved
        = file.open(QIODevice::WriteOnly) && file.write(text.data(), qint64(text.size())) >= 0 && file.commit();
    if (isSaved)
        return {};
    return Text::tr("%1 was not saved: %2. Choose another folder.").arg(path, file.errorString());
}

} // namespace

QString saveQuestionFile(const QString &path, const insights::v1::QuerySpec &spec)
{
    return write(path, specJson(spec));
}

QString saveBoardFile(const QString &path, const explorer::v1::Board &board)
{
    return write(path, boardFileText(board));
}

QString fileNameOf(const QString &name)
{
    QString file;
    for (const QChar letter : name)
        file += letter.isLetterOrNumber() || letter == u'-' || letter == u'_' || letter == u'$' ? letter : QChar(u'-');
    return file.left(80);
}
