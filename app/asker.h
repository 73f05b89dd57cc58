// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "client/insights_client.h"
#include "client/local_service.h"
#include "session/query_controller.h"
#include "session/time_choice.h"

#include <QObject>

#include <memory>

// Asks the questions of spec files one after the other, without a window.
class Asker : public QObject
{
    Q_OBJECT
public:
    Asker(const Target &target, const QStringList &specs, QObject *parent = nullptr);
    ~Asker() override;

    void start();

Q_SIGNALS:
    void answered(const QString &spec, const Answered &answer);
    // For this spec only; the others go on. A line a mistake: "FILE:LINE:COLUMN: what is wrong" where there is a place.
    void failed(const QString &message);
    void finished(int exitCode); // 0, 1 when any failed, 2 when a file could not be read

private:
    void connectNow();
    void chooseProject(const Outcome<catalog::v1::ListProjectsResponse> &outcome);
    void askNext();
    void ask(const QString &spec, const QByteArray &text);
    void fail(const QString &message, int exitCode = 1);
    void giveUp(const QString &message);

    const Target m_target;
    QStringList m_waiting;
    LocalService *m_service = nullptr;
    std::unique_ptr<InsightsClient> m_client;
    PendingCallPtr m_call;
    ProjectTime m_place;
    int m_exitCode = 0;
};
