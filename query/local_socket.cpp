// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/local_socket.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace fs = std::filesystem;

namespace {

constexpr std::size_t longestPath = 100; // bytes; the kernel's 107 less the ending some make a new socket under

// FNV-1a: short, and the same in every program and version.
std::string hashOf(const std::string &text)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const unsigned char byte : text)
        hash = (hash ^ byte) * 0x100000001b3;
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
    return digits;
}

// Nobody else can have put a socket there. A link is refused, whoever owns what it points to.
bool isOursAlone(const fs::path &directory)
{
    struct stat status = {};
    return lstat(directory.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == getuid()
        && (status.st_mode & 0077) == 0;
}

// Empty when there is none.
fs::path runtimeDirectory()
{
    const char *named = std::getenv("XDG_RUNTIME_DIR");
    const fs::path directory = named ? named : "";
    return directory.is_absolute() && isOursAlone(directory) ? directory : fs::path();
}

// Empty when somebody else holds the name.
fs::path temporaryDirectory()
{
    const fs::path directory = "/tmp/insights-explorer-" + std::to_string(getuid());
    mkdir(directory.c_str(), 0700);
    return isOursAlone(directory) ? directory : fs::path();
}

} // namespace

std::string socketPath(const std::string &dataDirectory)
{
    std::error_code error;
    fs::path directory = fs::weakly_canonical(fs::absolute(dataDirectory, error), error);
    if (error)
        return {};
    if (!directory.has_filename()) // "data/" is "data"
        directory = directory.parent_path();
    const std::string path = directory / "insightsd.sock";
    if (path.size() <= longestPath)
        return path;

    const std::string name = "insights-explorer-" + hashOf(directory) + ".sock";
    const fs::path runtime = runtimeDirectory();
    if (!runtime.empty() && (runtime / name).native().size() <= longestPath)
        return runtime / name;
    const fs::path temporary = temporaryDirectory();
    return temporary.empty() ? std::string() : (temporary / name).native();
}

std::string lockPath(const std::string &dataDirectory)
{
    return fs::path(dataDirectory) / "lock";
}
