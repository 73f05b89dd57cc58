// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/store_lock.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "query/local_socket.h"
#include "service/datasets/dataset_error.h"

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path &folder, const std::string &reason)
{
    throw DatasetError(DatasetError::Kind::Failure,
                       "The data folder " + folder.string() + " cannot be used: " + reason + ".");
}

void makeFolder(const fs::path &folder)
{
    std::error_code error;
    if (fs::is_directory(folder, error))
        return;
    if (folder.has_parent_path())
        fs::create_directories(folder.parent_path(), error);
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        fail(folder, std::strerror(errno));
}

std::string holder(const fs::path &file)
{
    std::string process;
    std::ifstream(file) >> process;
    return process.empty() ? "another process" : "process " + process;
}

} // namespace

StoreLock::StoreLock(const fs::path &folder)
{
    makeFolder(folder);
    const fs::path file = lockPath(folder);
    m_descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_descriptor < 0)
        fail(folder, std::strerror(errno));
    if (flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        const int reason = errno;
        close(m_descriptor);
        fail(folder, reason == EWOULDBLOCK ? holder(file) + " has it open" : std::strerror(reason));
    }
    const std::string process = std::to_string(getpid()) + "\n";
    if (ftruncate(m_descriptor, 0) != 0 || write(m_descriptor, process.data(), process.size()) < 0) {
        const int reason = errno;
        close(m_descriptor);
        fail(folder, std::strerror(reason));
    }
}

StoreLock::~StoreLock()
{
    close(m_descriptor);
}
