// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;
class RecentFiles;

// What there is to see before there is anything to ask about: ways in, what was open before, keys worth knowing.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    WelcomePage(const Theme &theme, RecentFiles &recent, QWidget *parent = nullptr);

    void setConnects(bool connects); // to other servers
    void setTakesEvents(bool takes); // else only query specs are opened, and there is no demo
    void setDemoText(const QString &text); // what is said of the demo; while it is being made, how far it is
    void setDemoEnabled(bool enabled);
    void addRecent(QWidget *questions); // over the files

Q_SIGNALS:
    void demoWanted();
    void connectionWanted();
    void fileWanted(); // any: to be chosen
    void pathWanted(const QString &path); // this one

private:
    QWidget *createStart();
    QWidget *createKeys();
    QPushButton *addCard(QVBoxLayout &column, const QString &icon, const QString &title, QLabel *sentence,
                         const QString &button, const char *name);

    const Theme &m_theme;
    QVBoxLayout *m_right = nullptr;
    QLabel *m_demoText = nullptr;
    QPushButton *m_demo = nullptr;
    QLabel *m_openText = nullptr;
    QPushButton *m_connect = nullptr;
};
