// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

// The files that were opened, the last first; kept in the settings.
class RecentFiles : public QObject
{
    Q_OBJECT
public:
    explicit RecentFiles(QObject *parent = nullptr);

    static constexpr int most = 10;

    const QStringList &paths() const { return m_paths; }
    void add(const QString &path);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void keep(const QStringList &paths);

    QStringList m_paths;
};
