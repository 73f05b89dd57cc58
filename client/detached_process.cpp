// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/detached_process.h"

#include <QFile>

#include <cstring>
#include <vector>

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

// What the child gets, and nothing else of this program.
class ChildSetup
{
public:
    ChildSetup(int output, const QByteArray &errorFile)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&m_actions, output, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&m_actions, STDERR_FILENO, errorFile.constData(),
                                         O_WRONLY | O_CREAT | O_APPEND, 0600);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, STDERR_FILENO + 1);
        posix_spawn_file_actions_addchdir_np(&m_actions, "/");

        posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);
    }

    ~ChildSetup()
    {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }

    ChildSetup(const ChildSetup &) = delete;
    ChildSetup &operator=(const ChildSetup &) = delete;

    const posix_spawn_file_actions_t *actions() const { return &m_actions; }
    const posix_spawnattr_t *attributes() const { return &m_attributes; }

private:
    posix_spawn_file_actions_t m_actions;
    posix_spawnattr_t m_attributes;
};

} // namespace

std::unique_ptr<DetachedProcess> DetachedProcess::start(const QString &program, const QStringList &arguments,
                                                        const QString &errorFile, QString &reason)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        reason = QString::fromLocal8Bit(std::strerror(errno));
        return nullptr;
    }
    fcntl(ends[0], F_SETFL, O_NONBLOCK);

    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.push_back(QFile::encodeName(argument));
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    const ChildSetup setup(ends[1], QFile::encodeName(errorFile));
    pid_t id = 0;
    const int error = posix_spawn(&id, argv[0], setup.actions(), setup.attributes(), argv.data(), environ);
    close(ends[1]);
    if (error != 0) {
        close(ends[0]);
        reason = QString::fromLocal8Bit(std::strerror(error));
        return nullptr;
    }
    return std::unique_ptr<DetachedProcess>(new DetachedProcess(id, ends[0]));
}

DetachedProcess::DetachedProcess(pid_t id, int output)
    : m_id(id)
    , m_output(output)
{
}

DetachedProcess::~DetachedProcess()
{
    closeOutput();
    waitpid(m_id, nullptr, WNOHANG); // so that no zombie stays when it has ended
}

void DetachedProcess::closeOutput()
{
    if (m_output >= 0)
        close(m_output);
    m_output = -1;
}

void DetachedProcess::terminate()
{
    kill(m_id, SIGTERM);
}
