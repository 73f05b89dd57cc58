// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/file_kind.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace {

constexpr qint64 longestLine = 1 << 20; // bytes looked at

}

FileKind kindOfFile(const QString &path)
{
    if (path.endsWith(QStringLiteral(".insight"), Qt::CaseInsensitive))
        return FileKind::Answer;
    if (!path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive))
        return FileKind::Events;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return FileKind::Spec; // who opens it says why it cannot be read
    QByteArray line;
    while (line.trimmed().isEmpty() && !file.atEnd())
        line = file.readLine(longestLine);
    if (line.trimmed().startsWith('['))
        return FileKind::Events;
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const bool isSpec
        = object.isEmpty() || object.contains(QStringLiteral("query")) || object.contains(QStringLiteral("events"));
    return isSpec ? FileKind::Spec : FileKind::Events;
}

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}
