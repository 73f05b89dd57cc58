// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>

#include <sys/types.h>

// A process that lives on when this one ends, or its terminal: in a session of its own, without input, in "/", its
// errors appended to a file. Its standard output can be read here for a while. (A QProcess ends with its object;
// QProcess::startDetached has no output.)
class DetachedProcess
{
public:
    // `program` and `errorFile` are absolute. Nothing when it cannot be started; `reason` says why.
    static std::unique_ptr<DetachedProcess> start(const QString &program, const QStringList &arguments,
                                                  const QString &errorFile, QString &reason);
    // Leaves the process running.
    ~DetachedProcess();

    int output() const { return m_output; } // descriptor, non-blocking
    void closeOutput();
    void terminate();

private:
    DetachedProcess(pid_t id, int output);

    const pid_t m_id;
    int m_output;
};
