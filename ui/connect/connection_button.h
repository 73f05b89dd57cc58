// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/connections.h"
#include "ui/theme/theme.h"

#include <QToolButton>

// Whom the window asks, in the tool bar: the local service or one of the servers known, and the way to add one.
class ConnectionButton : public QToolButton
{
    Q_OBJECT
public:
    ConnectionButton(const Theme &theme, const Connections &connections, QWidget *parent = nullptr);

    QString current() const { return m_current; }
    // Marks it; empty is the local service. A server that was only named on the command line has no id.
    void showCurrent(const QString &id, const QString &name);

Q_SIGNALS:
    void connectionWanted(const QString &id); // empty: the local service
    void newWanted();
    void listWanted();

private:
    void fillMenu();

    const Theme &m_theme;
    const Connections &m_connections;
    QMenu *m_menu;
    QString m_current;
};
