// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/insights_client.h"

#include <QObject>
#include <QTimer>

#include <chrono>

// Where a server could not be reached, asks it a small question now and then, and tells once it answers.
class ReturnWatch : public QObject
{
    Q_OBJECT
public:
    explicit ReturnWatch(InsightsClient &client, std::chrono::milliseconds pause = std::chrono::seconds(5),
                         QObject *parent = nullptr);

    // After a failure. A timeout may be the question's: the server counts as away if it has no answer to ours either.
    void begin(Failure::Kind failure);
    void stop();

Q_SIGNALS:
    void isBack();

private:
    void ask();
    void settle(const Failure *failure);

    InsightsClient &m_client;
    QTimer m_timer;
    PendingCallPtr m_call;
    bool m_isAway = false;
};
