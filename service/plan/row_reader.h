// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string_view>

// Reads ClickHouse's RowBinary: fixed-size numbers in little endian, strings behind a varint length.
class RowReader
{
public:
    explicit RowReader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    bool atEnd() const { return m_bytes.empty(); }

    template <class Number>
    Number number()
    {
        Number value;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }

    std::string_view text()
    {
        std::uint64_t length = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1)[0]);
            length |= std::uint64_t(byte & 0x7F) << shift;
            if ((byte & 0x80) == 0)
                return take(length);
        }
        throw std::runtime_error("a text of the engine's answer has no end");
    }

private:
    std::string_view take(std::size_t size)
    {
        if (size > m_bytes.size())
            throw std::runtime_error("the engine's answer ends early");
        const std::string_view taken = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
        return taken;
    }

    std::string_view m_bytes;
};
