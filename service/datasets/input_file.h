// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <datasets/v1/datasets.pb.h>

// A file to be imported, plain or gzipped. Throws DatasetError when it is missing, no file, not readable or cut off.
class InputFile
{
public:
    explicit InputFile(const std::filesystem::path &path);
    ~InputFile();
    InputFile(InputFile &&) noexcept;

    const std::filesystem::path &path() const { return m_path; }
    std::string name() const { return m_path.filename().string(); }
    std::uint64_t bytes() const { return m_bytes; }

    // What it holds, by its name and then by its first bytes.
    datasets::v1::FileFormat format() const;

    // Hands on its content, unpacked, in pieces of up to a megabyte, once; `position` is how many bytes of the file are read.
    void read(const std::function<void(std::string_view piece, std::uint64_t position)> &take);

    // SHA-256 of the file as it is on disk, in hex. Costs a pass over the file unless read() has been through it.
    std::string sha256(const std::function<void()> &tick);

private:
    std::string head() const; // the first bytes, unpacked
    std::size_t readRaw(char *to, std::size_t most, std::uint64_t at) const;
    [[noreturn]] void fail(const std::string &reason) const;

    std::filesystem::path m_path;
    int m_descriptor = -1;
    std::uint64_t m_bytes = 0;
    std::string m_sha256;
};
