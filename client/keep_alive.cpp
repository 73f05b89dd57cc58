// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/keep_alive.h"

KeepAlive::KeepAlive(InsightsClient &client, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&m_timer, &QTimer::timeout, this, &KeepAlive::ask);
    m_timer.start(interval);
}

void KeepAlive::ask()
{
    // Whether it is answered does not matter: whoever asks something real finds out.
    m_call = m_client.listProjects([](const auto &) {});
}
