// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <vector>

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

    // How many elements of an array follow.
    std::uint64_t size()
    {
        std::uint64_t size = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1)[0]);
            size |= std::uint64_t(byte & 0x7F) << shift;
            if ((byte & 0x80) == 0)
                return size;
        }
        throw std::runtime_error("a size in the engine's answer has no end");
    }

    std::string_view text() { return take(size()); }

    // An array of numbers, into `numbers` in place of what it held.
    template <class Number>
    void array(std::vector<Number> &numbers)
    {
        const std::uint64_t count = size();
        if (count > m_bytes.size() / sizeof(Number))
            throw std::runtime_error("the engine's answer ends early");
        numbers.resize(count);
        std::memcpy(numbers.data(), take(count * sizeof(Number)).data(), count * sizeof(Number));
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
