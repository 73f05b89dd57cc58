// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace {

QString settingsKey()
{
    return QStringLiteral("recentFiles");
}

} // namespace

RecentFiles::RecentFiles(QObject *parent)
    : QObject(parent)
    , m_paths(QSettings().value(settingsKey()).toStringList())
{
}

void RecentFiles::add(const QString &path)
{
    QStringList paths = m_paths;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    paths.removeAll(absolute);
    paths.prepend(absolute);
    keep(paths.mid(0, most));
}

void RecentFiles::clear()
{
    keep({});
}

void RecentFiles::keep(const QStringList &paths)
{
    if (paths == m_paths)
        return;
    m_paths = paths;
    QSettings().setValue(settingsKey(), paths);
    Q_EMIT changed();
}
