// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/gunzip.h"

#include <stdexcept>

namespace {

constexpr std::size_t pieceSize = 1 << 20;
constexpr int gzipOnly = 16 + MAX_WBITS;

} // namespace

bool isGzip(std::string_view head)
{
    return head.size() > 2 && head[0] == '\x1f' && head[1] == '\x8b';
}

Gunzip::Gunzip()
    : m_out(pieceSize, '\0')
{
    if (inflateInit2(&m_stream, gzipOnly) != Z_OK)
        throw std::bad_alloc();
}

Gunzip::~Gunzip()
{
    inflateEnd(&m_stream);
}

bool Gunzip::feed(std::string_view packed, const std::function<void(std::string_view)> &take)
{
    m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    m_stream.avail_in = static_cast<uInt>(packed.size());
    do {
        if (m_atEnd && m_stream.avail_in > 0) {
            if (*m_stream.next_in == 0) { // padding after the last member
                ++m_stream.next_in;
                --m_stream.avail_in;
                continue;
            }
            inflateReset(&m_stream);
            m_atEnd = false;
        }
        m_stream.next_out = reinterpret_cast<Bytef *>(m_out.data());
        m_stream.avail_out = static_cast<uInt>(m_out.size());
        const int state = inflate(&m_stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
            return false;
        m_atEnd = m_atEnd || state == Z_STREAM_END;
        if (const std::size_t size = m_out.size() - m_stream.avail_out; size > 0)
            take(std::string_view(m_out).substr(0, size));
    } while (m_stream.avail_in > 0 || m_stream.avail_out == 0);
    return true;
}
