// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "client/grpc_insights_client.h"
#include "client/keep_alive.h"
#include "client/local_service.h"
#include "query/local_socket.h"
#include "session/catalog.h"
#include "session/draft_query.h"
#include "session/query_controller.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "version.h"

#include <QApplication>
#include <QIcon>
#include <QProcess>
#include <QSettings>

namespace {

// The local service is always found at the same socket, so the client can be there before it.
QString addressOf(const Target &target)
{
    return target.server.isEmpty()
        ? QStringLiteral("unix:") + QString::fromStdString(socketPath(target.data.toStdString()))
        : target.server;
}

SchemeChoice storedScheme()
{
    const int choice = QSettings().value(QStringLiteral("theme"), int(SchemeChoice::System)).toInt();
    return choice == int(SchemeChoice::Light) ? SchemeChoice::Light
        : choice == int(SchemeChoice::Dark)   ? SchemeChoice::Dark
                                              : SchemeChoice::System;
}

// Everything a window needs, in the order it is made; nothing outlives the window.
class Composition : public QObject
{
public:
    explicit Composition(const Target &target, Theme &theme)
        : m_target(target)
        , m_client(Endpoint{addressOf(target).toStdString(), qEnvironmentVariable("INSIGHTS_API_KEY").toStdString()})
        , m_catalog(m_client)
        , m_controller(m_client)
        , m_window(theme, m_draft, m_catalog, m_controller)
        , m_service(target.data)
        , m_keepAlive(m_client)
    {
        connect(&m_window, &MainWindow::reconnectWanted, this, &Composition::connectNow);
        connect(&m_window, &MainWindow::demoWanted, this, &Composition::makeDemo);
        connect(&m_service, &LocalService::ready, this, [this] { m_window.setService({State::Ready, name(), {}}); });
        connect(&m_service, &LocalService::failed, this,
                [this](const QString &reason) { m_window.setService({State::Failed, name(), reason}); });
        m_window.preferProject(target.project);
    }

    MainWindow &window() { return m_window; }

    void connectNow()
    {
        if (!m_target.server.isEmpty()) {
            m_window.setService({State::Ready, name(), {}});
            return;
        }
        m_window.setService({State::Starting, name(), {}});
        m_service.start();
    }

private:
    using State = ServiceStatus::State;

    QString name() const { return m_target.server.isEmpty() ? tr("Local service") : m_target.server; }

    void makeDemo()
    {
        if (m_demo.state() != QProcess::NotRunning)
            return;
        m_window.setService({State::Starting, tr("The demo project"), {}});
        connect(&m_demo, &QProcess::finished, this, [this](int exitCode) {
            if (exitCode == 0)
                connectNow();
            else
                m_window.setService({State::Failed, name(), QString::fromUtf8(m_demo.readAllStandardError())});
        }, Qt::SingleShotConnection);
        m_demo.start(LocalService::findProgram(), {QStringLiteral("demo"), QStringLiteral("--data"), m_target.data});
    }

    const Target m_target;
    DraftQuery m_draft;
    GrpcInsightsClient m_client;
    Catalog m_catalog;
    QueryController m_controller;
    MainWindow m_window;
    LocalService m_service;
    KeepAlive m_keepAlive;
    QProcess m_demo;
};

} // namespace

int runWindow(int argc, char **argv, const Options &options)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("insights-explorer"));
    QApplication::setOrganizationName(QStringLiteral("insights-explorer"));
    QApplication::setApplicationDisplayName(QStringLiteral("Insights Explorer"));
    QApplication::setApplicationVersion(QString::fromLatin1(insightsVersion));
    QApplication::setDesktopFileName(QStringLiteral("insights-explorer"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/insights-explorer.svg")));
    Theme theme;
    theme.apply(app, storedScheme());

    Composition composition(options.target, theme);
    if (!options.specs.isEmpty())
        composition.window().openSpecFile(options.specs.first());
    composition.window().show();
    composition.connectNow();
    return app.exec();
}
