// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "client/insights_client.h"

#include <QObject>
#include <QTimer>

// Asks a small question now and then, so that a local service, which leaves when nobody asks, stays while it lives.
class KeepAlive : public QObject
{
    Q_OBJECT
public:
    explicit KeepAlive(InsightsClient &client, std::chrono::milliseconds interval = std::chrono::seconds(30),
                       QObject *parent = nullptr);

private:
    void ask();

    InsightsClient &m_client;
    QTimer m_timer;
    PendingCallPtr m_call;
};
