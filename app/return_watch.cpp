// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/return_watch.h"

ReturnWatch::ReturnWatch(InsightsClient &client, std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &ReturnWatch::ask);
}

void ReturnWatch::begin(Failure::Kind failure)
{
    stop();
    if (failure != Failure::Kind::Unreachable && failure != Failure::Kind::Timeout)
        return;
    m_isAway = failure == Failure::Kind::Unreachable;
    m_timer.start();
}

void ReturnWatch::stop()
{
    m_timer.stop();
    m_call.reset();
}

void ReturnWatch::ask()
{
    m_call = m_client.listProjects([this](const auto &outcome) { settle(std::get_if<Failure>(&outcome)); });
}

void ReturnWatch::settle(const Failure *failure)
{
    if (failure != nullptr
        && (failure->kind == Failure::Kind::Unreachable || failure->kind == Failure::Kind::Timeout)) {
        m_isAway = true;
        m_timer.start();
    } else if (m_isAway) {
        Q_EMIT isBack();
    }
}
