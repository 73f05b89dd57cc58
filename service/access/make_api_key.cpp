// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <absl/cleanup/cleanup.h>
#include <absl/strings/ascii.h>
#include <absl/strings/escaping.h>
#include <openssl/sha.h>

#include "service/access/api_keys.h"
#include "service/access/watched_file.h"
#include "service/datasets/dataset_error.h"
#include "service/datasets/store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr std::size_t longestName = 64;

[[noreturn]] void fail(const std::string &path)
{
    throw std::runtime_error(path + ": cannot be written: " + std::strerror(errno));
}

void checkWho(const std::string &project, const std::string &name)
{
    if (project != "*")
        try {
            checkProjectName(project);
        } catch (const DatasetError &error) {
            throw std::invalid_argument(std::string("--project: ") + error.what() + " * is all projects.");
        }
    const bool isLine = std::none_of(name.begin(), name.end(), absl::ascii_iscntrl);
    if (!isLine || name.size() > longestName || absl::StripAsciiWhitespace(name) != name || name.empty())
        throw std::invalid_argument("--name: takes 1 to 64 bytes on one line, as in nightly-report");
}

std::string randomKey()
{
    char bytes[32];
    if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes)
        throw std::runtime_error(std::string("No random bytes: ") + std::strerror(errno));
    return "ik_" + absl::WebSafeBase64Escape({bytes, sizeof bytes});
}

std::string hexDigest(const std::string &key)
{
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256(reinterpret_cast<const unsigned char *>(key.data()), key.size(), digest);
    return absl::BytesToHexString({reinterpret_cast<const char *>(digest), sizeof digest});
}

// Locked against another `insightsd key`, which may put a new file in the place of the one it was waited for.
int openLocked(const std::string &path)
{
    while (true) {
        const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0 || flock(descriptor, LOCK_EX) != 0)
            fail(path);
        struct stat opened = {}, there = {};
        if (fstat(descriptor, &opened) == 0 && stat(path.c_str(), &there) == 0 && opened.st_ino == there.st_ino)
            return descriptor;
        close(descriptor);
    }
}

void writeAll(int descriptor, const std::string &bytes, const std::string &path)
{
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t written = write(descriptor, bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno != EINTR)
            fail(path);
        done += static_cast<std::size_t>(std::max<ssize_t>(written, 0));
    }
}

// A reader sees the old file or the new one, whole.
void replace(const std::string &path, const std::string &bytes, const struct stat &like)
{
    std::string beside = path + ".XXXXXX";
    const int descriptor = mkostemp(beside.data(), O_CLOEXEC);
    if (descriptor < 0)
        fail(path);
    const absl::Cleanup end = [&] { close(descriptor); };
    absl::Cleanup remove = [&] { unlink(beside.c_str()); };
    const bool isAlike = fchmod(descriptor, like.st_mode & 07777) == 0
        && (like.st_uid == geteuid() || fchown(descriptor, like.st_uid, like.st_gid) == 0);
    if (!isAlike)
        fail(path);
    writeAll(descriptor, bytes, path);
    if (fsync(descriptor) != 0 || rename(beside.c_str(), path.c_str()) != 0)
        fail(path);
    std::move(remove).Cancel();
}

} // namespace

std::string makeApiKey(const std::string &path, const std::string &project, const std::string &name)
{
    checkWho(project, name);
    std::error_code error;
    const std::string file = std::filesystem::weakly_canonical(path, error).string(); // a link stays a link
    const int lock = openLocked(error ? path : file);
    const absl::Cleanup unlock = [&] { close(lock); };
    struct stat like = {};
    if (fstat(lock, &like) != 0)
        fail(path);
    std::string text = readSmallFile(path);
    ApiKeys::read(text, path);
    if (!text.empty() && text.back() != '\n')
        text += '\n';
    const std::string key = randomKey();
    text += hexDigest(key) + " " + project + " " + name + "\n";
    replace(error ? path : file, text, like);
    return key;
}
