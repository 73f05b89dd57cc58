// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include "ui/text/number_text.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <utility>

using State = ServiceStatus::State;

namespace {

// Beside the settings: $XDG_CONFIG_HOME/insights-explorer/keys.
QString keyFolder()
{
    return QFileInfo(QSettings().fileName()).dir().filePath(QStringLiteral("keys"));
}

} // namespace

Composition::Composition(const Target &target, Theme &theme)
    : m_target(target)
    , m_connection(target.isChosen ? QString() : m_connections.current())
    , m_keys(keyFolder())
    // The local service is always found at the same socket, so the client can be there before it.
    , m_client(endpointOf(target))
    , m_catalog(m_client)
    , m_controller(m_client)
    , m_import(m_client)
    , m_window(theme, m_draft, m_catalog, m_controller)
    , m_return(m_client)
    , m_service(target.data)
{
    connect(&m_window, &MainWindow::reconnectWanted, this, &Composition::connectNow);
    connect(&m_window, &MainWindow::demoWanted, this, &Composition::makeDemo);
    connect(&m_window, &MainWindow::demoUnwanted, this, [this] { m_demo.reset(); });
    connect(&m_window, &MainWindow::connectionWanted, this, [this](const QString &id) {
        if (id.isEmpty())
            m_target.server.clear(); // the local service is meant, also where a server was named at the start
        m_connections.setCurrent(id);
        goTo(id);
        connectNow();
    });
    connect(&m_service, &LocalService::ready, this, [this] {
        if (isLocal())
            m_window.setService({State::Ready, serverName(), {}});
    });
    connect(&m_service, &LocalService::failed, this, [this](const QString &reason) {
        if (isLocal())
            m_window.setService({State::Failed, serverName(), reason});
    });
    watchServer();
    m_window.offerImport(m_import);
    m_window.offerConnections(m_connections, m_keys, m_probe);
    m_window.offerKeeping(m_keeping, m_answers, m_client);
    goTo(m_connection);
    m_window.preferProject(target.project);
}

void Composition::goTo(const QString &connection)
{
    m_connection = connection;
    const ServerConnection *known = m_connections.find(connection);
    m_client.setEndpoint(known != nullptr ? endpointOf(*known, {}) : endpointOf(m_target));
    m_window.startOver(connection, serverName(), known != nullptr ? known->project : QString());
    m_window.setTakesEvents(isLocal());
    m_return.stop();
    if (std::exchange(m_demo, nullptr))
        m_window.showDemo({}, false);
    m_keepAlive.reset();
    if (isLocal())
        m_keepAlive.emplace(m_client);
    placeSnippets(known != nullptr ? endpointOf(*known, {}) : endpointOf(m_target));
}

void Composition::connectNow()
{
    const ServerConnection *known = m_connections.find(m_connection);
    if (known != nullptr && known->hasKey) {
        m_window.setService({State::Starting, serverName(), tr("The key is fetched from where it is kept.")});
        m_keys.read(known->id, known->keyPlace,
                    [this, id = known->id](const QString &key, const QString &error) { takeKey(id, key, error); });
    } else if (isLocal()) {
        m_window.setService({State::Starting, serverName(), {}});
        m_service.start();
    } else {
        m_window.setService({State::Ready, serverName(), {}});
    }
}

void Composition::takeKey(const QString &connection, const QString &key, const QString &error)
{
    const ServerConnection *known = m_connections.find(connection);
    if (known == nullptr || connection != m_connection)
        return; // another was chosen while the keychain was opened
    if (key.isEmpty()) {
        m_window.setService({State::Failed, serverName(),
                             error.isEmpty() ? tr("There is no key for it: give it in Connections.")
                                             : tr("Its key cannot be read: %1. Give it in Connections.").arg(error)});
        return;
    }
    m_client.setEndpoint(endpointOf(*known, key));
    m_window.setService({State::Ready, serverName(), {}});
}

QString Composition::serverName() const
{
    const ServerConnection *known = m_connections.find(m_connection);
    return known != nullptr ? known->shownName() : m_target.server.isEmpty() ? tr("Local service") : m_target.server;
}

void Composition::placeSnippets(const Endpoint &endpoint)
{
    SnippetPlace place{endpoint.address, {}, {}, endpoint.tls.isUsed};
    if (isLocal()) { // a snippet is run anywhere
        Target absolute = m_target;
        absolute.data = QDir(m_target.data).absolutePath();
        place.address = endpointOf(absolute).address;
        place.dataDirectory = absolute.data.toStdString();
    }
    m_window.setSnippetPlace(place);
}

// After the window, which may seek the server at once.
void Composition::watchServer()
{
    connect(&m_controller, &QueryController::stateChanged, this, [this] {
        if (const auto *failed = std::get_if<Failed>(&m_controller.state()))
            m_return.begin(failed->failure.kind);
        else if (std::holds_alternative<Ready>(m_controller.state()))
            m_return.stop();
    });
    connect(&m_catalog, &Catalog::failed, this, [this](const Failure &failure) {
        const bool isTimeout = failure.kind == Failure::Kind::Timeout; // of a list, which is not too much to ask
        m_return.begin(isTimeout ? Failure::Kind::Unreachable : failure.kind);
    });
    connect(&m_return, &ReturnWatch::isBack, &m_window, &MainWindow::reconnectWanted);
}

void Composition::makeDemo()
{
    m_window.showDemo(tr("A million events are being made up…"), true);
    m_demo = m_client.makeDemo(
        [this](const datasets::v1::ImportProgress &progress) {
            m_window.showDemo(tr("%1 events are made up…").arg(fullNumber(double(progress.events()))), true);
        },
        [this](const Outcome<datasets::v1::ImportProgress> &outcome) {
            if (const auto *failure = std::get_if<Failure>(&outcome)) {
                m_window.showDemo(QString::fromStdString(failure->message), false);
                return;
            }
            const auto &summary = std::get<datasets::v1::ImportProgress>(outcome).summary();
            m_window.showDemo(tr("The demo project is there."), false);
            m_window.openNewProject(QString::fromStdString(summary.project()));
        });
}
