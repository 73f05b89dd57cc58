// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/input_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

#include <absl/strings/ascii.h>
#include <absl/strings/escaping.h>
#include <absl/strings/match.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include "service/datasets/dataset_error.h"
#include "service/datasets/gunzip.h"

using datasets::v1::FileFormat;

namespace {

constexpr std::size_t pieceSize = 1 << 20;
constexpr std::size_t headSize = 4096;

class Sha256
{
public:
    Sha256()
        : m_context(EVP_MD_CTX_new(), EVP_MD_CTX_free)
    {
        EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
    }

    void add(std::string_view bytes) { EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()); }

    std::string hex()
    {
        unsigned char digest[EVP_MAX_MD_SIZE];
        unsigned size = 0;
        EVP_DigestFinal_ex(m_context.get(), digest, &size);
        return absl::BytesToHexString(std::string(reinterpret_cast<const char *>(digest), size));
    }

private:
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX *)> m_context;
};

FileFormat formatByName(std::string name)
{
    absl::AsciiStrToLower(&name);
    if (absl::EndsWith(name, ".gz"))
        name.resize(name.size() - 3);
    for (const char *ending : {".ndjson", ".jsonl", ".json"})
        if (absl::EndsWith(name, ending))
            return datasets::v1::FILE_FORMAT_NDJSON;
    for (const char *ending : {".csv", ".tsv"})
        if (absl::EndsWith(name, ending))
            return datasets::v1::FILE_FORMAT_CSV;
    return absl::EndsWith(name, ".parquet") ? datasets::v1::FILE_FORMAT_PARQUET : datasets::v1::FILE_FORMAT_UNSPECIFIED;
}

} // namespace

InputFile::InputFile(const std::filesystem::path &path)
    : m_path(path)
{
    m_descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a pipe without a writer would wait for one
    if (m_descriptor < 0)
        fail(errno == ENOENT ? "there is no such file" : std::strerror(errno));
    struct stat status
    {
    };
    const bool known = fstat(m_descriptor, &status) == 0;
    if (!known || !S_ISREG(status.st_mode)) {
        close(m_descriptor);
        fail(known && S_ISDIR(status.st_mode) ? "it is a folder; name the files in it" : "it is no regular file");
    }
    m_bytes = static_cast<std::uint64_t>(status.st_size);
}

InputFile::InputFile(InputFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_bytes(other.m_bytes)
    , m_sha256(std::move(other.m_sha256))
{
}

InputFile::~InputFile()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

FileFormat InputFile::format() const
{
    const std::string bytes = head();
    const std::string_view start = bytes;
    if (start.substr(0, 4) == "PAR1")
        return datasets::v1::FILE_FORMAT_PARQUET;
    if (start.substr(0, 2) == "\xff\xfe" || start.substr(0, 2) == "\xfe\xff")
        fail("it is UTF-16; save it as UTF-8");
    if (const FileFormat byName = formatByName(name()); byName != datasets::v1::FILE_FORMAT_UNSPECIFIED)
        return byName;
    const std::size_t first = start.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    return first != std::string_view::npos && start[first] == '{' ? datasets::v1::FILE_FORMAT_NDJSON
                                                                  : datasets::v1::FILE_FORMAT_CSV;
}

void InputFile::read(const std::function<void(std::string_view, std::uint64_t)> &take)
{
    Sha256 digest;
    std::optional<Gunzip> gunzip;
    std::string piece(pieceSize, '\0');
    std::uint64_t position = 0;
    while (const std::size_t size = readRaw(piece.data(), piece.size(), position)) {
        const std::string_view bytes(piece.data(), size);
        if (position == 0 && isGzip(bytes))
            gunzip.emplace();
        digest.add(bytes);
        position += size;
        if (!gunzip)
            take(bytes, position);
        else if (!gunzip->feed(bytes, [&](std::string_view unpacked) { take(unpacked, position); }))
            fail("its gzip data is damaged");
    }
    if (gunzip && !gunzip->complete())
        fail("its gzip data is cut off");
    m_sha256 = digest.hex();
}

std::string InputFile::sha256(const std::function<void()> &tick)
{
    if (!m_sha256.empty())
        return m_sha256;
    Sha256 digest;
    std::string piece(pieceSize, '\0');
    std::uint64_t position = 0;
    while (const std::size_t size = readRaw(piece.data(), piece.size(), position)) {
        digest.add(std::string_view(piece.data(), size));
        position += size;
        tick();
    }
    m_sha256 = digest.hex();
    return m_sha256;
}

std::string InputFile::head() const
{
    std::string bytes(headSize, '\0');
    bytes.resize(readRaw(bytes.data(), bytes.size(), 0));
    if (!isGzip(bytes))
        return bytes;
    std::string unpacked;
    Gunzip().feed(bytes, [&](std::string_view piece) { unpacked += piece; });
    return unpacked;
}

std::size_t InputFile::readRaw(char *to, std::size_t most, std::uint64_t at) const
{
    while (true) {
        const ssize_t size = pread(m_descriptor, to, most, static_cast<off_t>(at));
        if (size >= 0)
            return static_cast<std::size_t>(size);
        if (errno != EINTR)
            fail(std::strerror(errno));
    }
}

void InputFile::fail(const std::string &reason) const
{
    throw DatasetError(DatasetError::Kind::Failure, m_path.string() + " cannot be read: " + reason + ".");
}
