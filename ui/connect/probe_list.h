// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/connections.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

// How far one came on the way to a server: a line a step, the last one with what is wrong.
class ProbeList : public QWidget
{
    Q_OBJECT
public:
    explicit ProbeList(const Theme &theme, QWidget *parent = nullptr);

    void clear();
    void showRunning();
    void showReport(const ProbeReport &report);

private:
    void addLine(const QString &icon, Role role, const QString &sentence);

    const Theme &m_theme;
    QVBoxLayout *m_column;
};
