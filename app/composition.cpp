// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include "query/local_socket.h"
#include "ui/text/number_text.h"

#include <QDir>

using State = ServiceStatus::State;

namespace {

// The local service is always found at the same socket, so the client can be there before it.
std::string addressOf(const Target &target)
{
    return target.server.isEmpty() ? "unix:" + socketPath(target.data.toStdString()) : target.server.toStdString();
}

} // namespace

Composition::Composition(const Target &target, Theme &theme)
    : m_target(target)
    // The key comes by the environment: process arguments can be read by everyone on the machine.
    , m_client(Endpoint{addressOf(target), qEnvironmentVariable("INSIGHTS_API_KEY").toStdString()})
    , m_catalog(m_client)
    , m_controller(m_client)
    , m_import(m_client)
    , m_window(theme, m_draft, m_catalog, m_controller)
    , m_service(target.data)
{
    connect(&m_window, &MainWindow::reconnectWanted, this, &Composition::connectNow);
    connect(&m_window, &MainWindow::demoWanted, this, &Composition::makeDemo);
    connect(&m_service, &LocalService::ready, this, [this] { m_window.setService({State::Ready, serviceName(), {}}); });
    connect(&m_service, &LocalService::failed, this, [this](const QString &reason) {
        m_window.setService({State::Failed, serviceName(), reason});
    });
    if (target.server.isEmpty()) {
        m_keepAlive.emplace(m_client);
        m_window.offerImport(m_import);
    }
    Target place = target; // a snippet is run anywhere
    place.data = QDir(target.data).absolutePath();
    m_window.setSnippetPlace(
        {addressOf(place), {}, target.server.isEmpty() ? place.data.toStdString() : std::string()});
    m_window.offerKeeping(m_keeping, m_answers);
    m_window.preferProject(target.project);
}

void Composition::connectNow()
{
    if (!m_target.server.isEmpty()) {
        m_window.setService({State::Ready, serviceName(), {}});
        return;
    }
    m_window.setService({State::Starting, serviceName(), {}});
    m_service.start();
}

QString Composition::serviceName() const
{
    return m_target.server.isEmpty() ? tr("Local service") : m_target.server;
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
