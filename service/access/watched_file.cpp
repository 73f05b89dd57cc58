// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/watched_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

std::string readSmallFile(const std::string &path)
{
    const std::unique_ptr<std::FILE, decltype(&std::fclose)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    std::string bytes;
    if (file) {
        char piece[4096];
        while (const std::size_t got = std::fread(piece, 1, sizeof piece, file.get()))
            bytes.append(piece, got);
    }
    if (!file || std::ferror(file.get()) != 0)
        throw std::invalid_argument(path + ": cannot be read: " + std::strerror(errno));
    return bytes;
}
