// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <zlib.h>

bool isGzip(std::string_view head);

// Unpacks gzip as it comes, several members after one another included.
class Gunzip
{
public:
    Gunzip();
    ~Gunzip();
    Gunzip(const Gunzip &) = delete;
    Gunzip &operator=(const Gunzip &) = delete;

    // False when the bytes are damaged.
    bool feed(std::string_view packed, const std::function<void(std::string_view)> &take);
    // Whether what was fed ends where a member ends.
    bool complete() const { return m_atEnd; }

private:
    z_stream m_stream{};
    std::string m_out;
    bool m_atEnd = false;
};
