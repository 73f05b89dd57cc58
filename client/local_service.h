// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QString>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

class DetachedProcess;

// Finds the insightsd of a data directory, or starts it. One service serves all programs that look at the directory
// and outlives them; it leaves when nobody asks for two minutes (see KeepAlive). Its log is insightsd.log there.
class LocalService : public QObject
{
    Q_OBJECT
public:
    explicit LocalService(const QString &dataDirectory, QObject *parent = nullptr);
    ~LocalService() override;

    // The insightsd beside the running program, or that in PATH; empty when there is none.
    static QString findProgram();

    // Takes this insightsd, an absolute path; otherwise the one beside the running program, or that in PATH.
    void setProgram(const QString &program) { m_program = program; }
    // How long start() may take; 30 s unless told.
    void setDeadline(std::chrono::milliseconds deadline) { m_deadline.setInterval(deadline); }

    // Ends in ready() or failed(), once, after it returned. Does nothing while under way. To be called again when the
    // service went away.
    void start();

Q_SIGNALS:
    void ready(const QString &address); // "unix:PATH", as in Endpoint
    void failed(const QString &reason);

private:
    void look();
    void launch();
    std::optional<QString> openLog();
    void readOutput();
    void takeEnd();
    void giveUp();
    void succeed();
    void fail(const QString &reason);
    void stopWaiting();
    QString newErrors() const;

    const QString m_dataDirectory;
    QString m_program;
    QString m_socket;
    QTimer m_deadline; // runs while start() is under way
    QTimer m_nextLook;
    std::unique_ptr<DetachedProcess> m_process; // started here, not ready yet or running
    std::unique_ptr<QSocketNotifier> m_outputNotifier;
    QByteArray m_output;
    qint64 m_logStart = 0; // bytes that were in the log before
    QString m_lastErrors; // of the last process that ended unready
};
