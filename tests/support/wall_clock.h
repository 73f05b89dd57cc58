// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcessEnvironment>

#include <unistd.h>

// The wall clock of programs that are started with environment(), by libfaketime and faked_waits.cpp. Monotonic clocks, times
// of files and the engine's own clock stay true.
class WallClock
{
public:
    explicit WallClock(const QString &file)
        : m_file(file)
    {
        set("+0");
    }

    // As faketime has it: "+365d", "-1d", "+0".
    void set(const QByteArray &offset) const
    {
        QFile file(m_file + QStringLiteral(".new")); // nobody reads half of it
        if (!file.open(QIODevice::WriteOnly) || file.write(offset + "\n") < 0)
            qFatal("no room for a clock");
        file.close();
        if (::rename(QFile::encodeName(file.fileName()), QFile::encodeName(m_file)) != 0)
            qFatal("no clock");
    }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(FAKED_WAITS " " FAKETIME));
        environment.insert(QStringLiteral("FAKETIME_TIMESTAMP_FILE"), m_file);
        for (const char *is : {"FAKETIME_NO_CACHE", "FAKETIME_DONT_FAKE_MONOTONIC", "NO_FAKE_STAT"})
            environment.insert(QString::fromLatin1(is), QStringLiteral("1"));
        return environment;
    }

    // Of a program's own clock: starts it again under this one, unless it runs under it.
    void startAgain(char **arguments) const
    {
        if (qEnvironmentVariableIsSet("FAKETIME_TIMESTAMP_FILE"))
            return;
        const QProcessEnvironment wanted = environment();
        for (const QString &name : wanted.keys())
            qputenv(name.toLatin1(), wanted.value(name).toLocal8Bit());
        execv("/proc/self/exe", arguments);
        qFatal("it cannot be started again");
    }

private:
    const QString m_file;
};
