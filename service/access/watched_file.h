// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <tuple>

#include <spdlog/spdlog.h>

#include <sys/stat.h>

// Throws std::invalid_argument with the reason.
std::string readSmallFile(const std::string &path);

// What a file says, read again when the file changes. A file that went bad leaves what was known, and says so once. Any
// thread may call value().
template <class Value>
class WatchedFile
{
public:
    // `read` turns bytes into a value and throws std::invalid_argument for wrong ones; so does this.
    WatchedFile(std::string path, std::function<Value(const std::string &)> read)
        : m_path(std::move(path))
        , m_read(std::move(read))
        , m_seen(look())
        , m_value(m_read(readSmallFile(m_path)))
    {
    }

    Value value()
    {
        const std::lock_guard lock(m_mutex);
        if (const Look now = look(); now != m_seen) {
            m_seen = now;
            readAgain();
        }
        return m_value;
    }

private:
    // Device, file, length and the times of the last changes, in ns.
    using Look = std::optional<std::tuple<dev_t, ino_t, off_t, long, long, long, long>>;

    Look look() const
    {
        struct stat file = {};
        if (stat(m_path.c_str(), &file) != 0)
            return {};
        return std::make_tuple(file.st_dev, file.st_ino, file.st_size, file.st_mtim.tv_sec, file.st_mtim.tv_nsec,
                               file.st_ctim.tv_sec, file.st_ctim.tv_nsec);
    }

    void readAgain()
    {
        try {
            m_value = m_read(readSmallFile(m_path));
            spdlog::info("read {} again", m_path);
        } catch (const std::invalid_argument &error) {
            spdlog::error("{}; what it said before stays in force", error.what());
        }
    }

    const std::string m_path;
    const std::function<Value(const std::string &)> m_read;
    std::mutex m_mutex;
    Look m_seen;
    Value m_value;
};
