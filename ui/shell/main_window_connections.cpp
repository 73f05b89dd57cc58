// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whom the window asks.
#include "session/connections.h"
#include "ui/connect/connection_button.h"
#include "ui/connect/connection_dialog.h"
#include "ui/shell/actions.h"
#include "ui/shell/library_room.h"
#include "ui/shell/main_window.h"
#include "ui/shell/result_pane.h"
#include "ui/shell/welcome_page.h"

#include <QAction>
#include <QSettings>
#include <QToolBar>

void MainWindow::offerConnections(Connections &connections, KeyStore &keys, ConnectionProbe &probe)
{
    m_connection = new ConnectionButton(m_theme, connections);
    m_connection->setProperty("named", true);
    m_toolBar->insertWidget(m_toolBar->actions().value(0), m_connection);
    showToolNames();
    m_connections = new ConnectionDialog(m_theme, connections, keys, probe, this);
    m_welcome->setConnects(true);
    m_actions->connectToServer->setVisible(true);
    m_actions->editConnections->setVisible(true);
    connect(m_connection, &ConnectionButton::connectionWanted, this, &MainWindow::connectionWanted);
    connect(m_connection, &ConnectionButton::newWanted, this, [this] { openConnections(true); });
    connect(m_connection, &ConnectionButton::listWanted, this, [this] { openConnections(false); });
    connect(m_connections, &ConnectionDialog::connectionWanted, this, &MainWindow::connectionWanted);
    connect(m_actions->connectToServer, &QAction::triggered, this, [this] { openConnections(true); });
    connect(m_actions->editConnections, &QAction::triggered, this, [this] { openConnections(false); });
    connect(m_welcome, &WelcomePage::connectionWanted, this, [this] { openConnections(true); });
}

void MainWindow::openConnections(bool isNew)
{
    if (isNew)
        m_connections->startNew();
    else
        m_connections->edit(m_connection->current());
    m_connections->show();
    m_connections->raise();
    m_connections->activateWindow();
}

void MainWindow::startOver(const QString &connection, const QString &name, const QString &project)
{
    m_controller.clear();
    m_draft.reset({});
    m_hasAnswered = false;
    m_wantedProject.clear();
    m_lastProjectKey = QStringLiteral("projects/") + (connection.isEmpty() ? QStringLiteral("local") : connection);
    m_preferredProject = project.isEmpty() ? QSettings().value(m_lastProjectKey).toString() : project;
    m_catalog.clear();
    if (m_connection != nullptr)
        m_connection->showCurrent(connection, name);
    setService({ServiceStatus::State::Starting, name, {}});
}

void MainWindow::offerAskedNames()
{
    m_catalog.setAskedNames(m_catalog.listsProjects() ? AskedNames()
                                                      : askedNames(m_library->history(), m_catalog.projectId()));
}

// Of a server that lists no projects only an answer tells the zone.
void MainWindow::adoptZone()
{
    const auto *ready = std::get_if<Ready>(&m_controller.state());
    if (ready != nullptr && !m_catalog.listsProjects())
        adoptZoneOf(ready->answer->frames->info);
}

void MainWindow::adoptZoneOf(const insights::v1::ResultInfo &info)
{
    if (info.timezone().empty())
        return;
    ProjectTime place = m_draft.place();
    place.timezone = info.timezone();
    place.weekStart = info.week_start() == "monday" ? WeekStart::Monday : WeekStart::Sunday;
    m_draft.setPlace(place);
    m_status->showZone(QString::fromStdString(place.timezone));
}
