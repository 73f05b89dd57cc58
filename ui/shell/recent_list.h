// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;
class RecentFiles;
class Theme;

// The files that were open before, the last first.
class RecentList : public QWidget
{
    Q_OBJECT
public:
    RecentList(const Theme &theme, RecentFiles &recent, QWidget *parent = nullptr);

Q_SIGNALS:
    void pathWanted(const QString &path);

private:
    void showFiles();

    const Theme &m_theme;
    RecentFiles &m_recent;
    QVBoxLayout *m_rows = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_clear = nullptr;
};
