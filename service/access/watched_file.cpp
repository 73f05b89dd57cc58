// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/watched_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

std::string readSmallFile(const std::string &path)
{
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad() || errno == EISDIR)
        throw std::invalid_argument(path + ": cannot be read: " + std::strerror(errno == 0 ? EIO : errno));
    return bytes;
}
