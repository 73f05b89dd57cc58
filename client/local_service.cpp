// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/local_service.h"

#include "client/detached_process.h"
#include "query/local_socket.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace {

constexpr auto lookInterval = 100ms;
constexpr qint64 largestLog = 4 * 1024 * 1024; // bytes; started anew beyond
constexpr qint64 mostShown = 2'000; // bytes of the log in a reason

class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    operator int() const { return m_number; }

private:
    const int m_number;
};

// Whether somebody listens there. Connecting to a unix socket never waits.
bool isListening(const QByteArray &path)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (path.isEmpty() || static_cast<std::size_t>(path.size()) >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    return connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
        || errno == EAGAIN; // so many wait already
}

// Whether a service has the directory open, though it may not listen yet.
bool isHeld(const QString &dataDirectory)
{
    const QByteArray path = QFile::encodeName(QString::fromStdString(lockPath(dataDirectory.toStdString())));
    const Descriptor file(open(path.constData(), O_RDONLY | O_CLOEXEC));
    return file >= 0 && flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

} // namespace

LocalService::LocalService(const QString &dataDirectory, QObject *parent)
    : QObject(parent)
    , m_dataDirectory(QDir(dataDirectory).absolutePath())
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(30s);
    connect(&m_deadline, &QTimer::timeout, this, &LocalService::giveUp);
    m_nextLook.setSingleShot(true);
    connect(&m_nextLook, &QTimer::timeout, this, &LocalService::look);
}

LocalService::~LocalService() = default;

QString LocalService::findProgram()
{
    const QString name = QStringLiteral("insightsd");
    const QFileInfo beside(QDir(QCoreApplication::applicationDirPath()).filePath(name));
    return beside.isExecutable() ? beside.absoluteFilePath() : QStandardPaths::findExecutable(name);
}

void LocalService::start()
{
    if (m_deadline.isActive())
        return;
    m_lastErrors.clear();
    m_process.reset();
    m_deadline.start();
    m_nextLook.start(0ms);
}

void LocalService::look()
{
    m_socket = QString::fromStdString(socketPath(m_dataDirectory.toStdString()));
    if (m_socket.isEmpty())
        fail(tr("There is no place for the socket of the local service: /tmp holds a directory of its name that is "
                "somebody else's."));
    else if (isListening(QFile::encodeName(m_socket)))
        succeed();
    else if (isHeld(m_dataDirectory))
        m_nextLook.start(lookInterval); // another program is just starting it
    else
        launch();
}

void LocalService::launch()
{
    const QString program = m_program.isEmpty() ? findProgram() : m_program;
    if (program.isEmpty()) {
        fail(tr("There is no insightsd beside this program, nor in PATH."));
        return;
    }
    const std::optional<QString> log = openLog();
    if (!log) {
        fail(tr("The data directory %1 cannot be written to.").arg(m_dataDirectory));
        return;
    }

    const QStringList arguments{"serve",       "--data", m_dataDirectory, "--listen", "unix:" + m_socket,
                                "--idle-exit", "120"};
    QString reason;
    m_process = DetachedProcess::start(program, arguments, *log, reason);
    if (!m_process) {
        fail(tr("%1 cannot be started: %2.").arg(program, reason));
        return;
    }
    m_output.clear();
    m_outputNotifier = std::make_unique<QSocketNotifier>(m_process->output(), QSocketNotifier::Read);
    connect(m_outputNotifier.get(), &QSocketNotifier::activated, this, &LocalService::readOutput);
}

// Makes the data directory and its log where they are missing. Nothing when that cannot be.
std::optional<QString> LocalService::openLog()
{
    QDir().mkpath(QFileInfo(m_dataDirectory).path());
    mkdir(QFile::encodeName(m_dataDirectory).constData(), 0700);
    QFile log(QDir(m_dataDirectory).filePath(QStringLiteral("insightsd.log")));
    if (!log.open(QIODevice::Append))
        return std::nullopt;
    if (log.size() > largestLog)
        log.resize(0);
    m_logStart = log.size();
    return log.fileName();
}

void LocalService::readOutput()
{
    char bytes[512];
    const ssize_t count = read(m_process->output(), bytes, sizeof bytes);
    if (count < 0)
        return; // nothing after all; the notifier tells again
    m_output.append(bytes, count);
    if (m_output.startsWith("READY ") || m_output.contains("\nREADY "))
        succeed();
    else if (count == 0)
        takeEnd();
}

// The process ended unready. Another program may have started one at the same time, which then holds the directory.
void LocalService::takeEnd()
{
    stopWaiting();
    m_process.reset();
    m_lastErrors = newErrors();
    if (isListening(QFile::encodeName(m_socket)))
        succeed();
    else if (isHeld(m_dataDirectory))
        m_nextLook.start(lookInterval);
    else
        fail(m_lastErrors.isEmpty() ? tr("The local service ended without saying why.") : m_lastErrors);
}

void LocalService::giveUp()
{
    if (m_process)
        m_process->terminate();
    const QString errors = m_process ? newErrors() : m_lastErrors;
    const QString reason = tr("The local service did not get ready in %1 seconds.").arg(m_deadline.interval() / 1000);
    fail(errors.isEmpty() ? reason : reason + "\n" + errors);
}

void LocalService::succeed()
{
    stopWaiting();
    if (m_process)
        m_process->closeOutput();
    m_deadline.stop();
    Q_EMIT ready("unix:" + m_socket);
}

void LocalService::fail(const QString &reason)
{
    stopWaiting();
    m_process.reset();
    m_deadline.stop();
    Q_EMIT failed(reason);
}

void LocalService::stopWaiting()
{
    m_nextLook.stop();
    if (QSocketNotifier *notifier = m_outputNotifier.release()) { // may be the sender
        notifier->setEnabled(false);
        notifier->setParent(this);
        notifier->deleteLater();
    }
}

QString LocalService::newErrors() const
{
    QFile log(QDir(m_dataDirectory).filePath(QStringLiteral("insightsd.log")));
    if (!log.open(QIODevice::ReadOnly))
        return {};
    log.seek(std::max(m_logStart, log.size() - mostShown));
    return QString::fromUtf8(log.readAll()).trimmed();
}
