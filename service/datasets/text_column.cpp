// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/text_column.h"

#include <functional>

namespace {

constexpr std::size_t fewestSlots = 64;

// Native's LowCardinality: the version of the serialisation, then the width of the indexes and "keys follow".
constexpr std::uint64_t dictionaryVersion = 1;
constexpr std::uint64_t keysFollow = 1 << 9;

template <class Integer>
void appendInteger(std::string &out, Integer number)
{
    out.append(reinterpret_cast<const char *>(&number), sizeof number);
}

template <class Integer>
void appendIndexes(std::string &out, const std::vector<std::uint32_t> &indexes)
{
    const std::size_t start = out.size();
    out.resize(start + indexes.size() * sizeof(Integer));
    char *to = out.data() + start;
    for (const std::uint32_t index : indexes) {
        const auto narrow = static_cast<Integer>(index);
        __builtin_memcpy(to, &narrow, sizeof narrow);
        to += sizeof narrow;
    }
}

} // namespace

void appendVarint(std::string &out, std::uint64_t number)
{
    while (number >= 0x80) {
        out += static_cast<char>(number | 0x80);
        number >>= 7;
    }
    out += static_cast<char>(number);
}

void TextColumn::clear(Form form)
{
    m_form = form;
    m_rows = 0;
    m_texts.clear();
    m_kinds = {};
    m_indexes.clear();
    m_entries.clear();
    m_slots.assign(form == Form::Dictionary ? fewestSlots : 0, 0);
    if (form == Form::Dictionary)
        indexOf("");
}

void TextColumn::set(std::size_t row, std::string_view text)
{
    if (has(row))
        takeBack(row);
    if (m_form == Form::Dictionary) {
        m_indexes.resize(row, 0);
        m_indexes.push_back(indexOf(text));
    } else {
        m_texts.append(row - m_rows, '\0');
        m_lastStart = m_texts.size();
        appendVarint(m_texts, text.size());
        m_texts.append(text);
        if (!text.empty() && !m_kinds.has(PropertyKind::String))
            m_kinds.add(kindOf(text));
    }
    m_rows = row + 1;
}

void TextColumn::takeBack(std::size_t row)
{
    m_rows = row;
    if (m_form == Form::Dictionary)
        m_indexes.resize(row);
    else
        m_texts.resize(m_lastStart);
}

KindSet TextColumn::kinds() const
{
    KindSet kinds = m_kinds;
    for (const Entry &entry : m_entries) {
        if (kinds.has(PropertyKind::String))
            break;
        if (entry.length > 0)
            kinds.add(kindOf(text(entry)));
    }
    return kinds;
}

std::uint32_t TextColumn::indexOf(std::string_view text)
{
    const std::size_t hash = std::hash<std::string_view>()(text);
    std::size_t slot = hash & (m_slots.size() - 1);
    for (; m_slots[slot] != 0; slot = (slot + 1) & (m_slots.size() - 1)) {
        const Entry &entry = m_entries[m_slots[slot] - 1];
        if (entry.hash == hash && this->text(entry) == text)
            return m_slots[slot] - 1;
    }
    const auto index = static_cast<std::uint32_t>(m_entries.size());
    m_slots[slot] = index + 1;
    appendVarint(m_texts, text.size());
    m_entries.push_back({hash, m_texts.size(), text.size()});
    m_texts.append(text);
    if (m_entries.size() * 2 > m_slots.size())
        grow();
    return index;
}

void TextColumn::grow()
{
    m_slots.assign(m_slots.size() * 4, 0);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        std::size_t slot = m_entries[i].hash & (m_slots.size() - 1);
        while (m_slots[slot] != 0)
            slot = (slot + 1) & (m_slots.size() - 1);
        m_slots[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

void TextColumn::writeLowCardinality(std::string &out, std::size_t rows)
{
    m_indexes.resize(rows, 0);
    const std::size_t keys = m_entries.size();
    const std::uint64_t width = keys <= 0x100 ? 0 : keys <= 0x10000 ? 1 : 2;
    appendInteger(out, dictionaryVersion);
    appendInteger(out, width | keysFollow);
    appendInteger<std::uint64_t>(out, keys);
    out += m_texts;
    appendInteger<std::uint64_t>(out, rows);
    if (width == 0)
        appendIndexes<std::uint8_t>(out, m_indexes);
    else if (width == 1)
        appendIndexes<std::uint16_t>(out, m_indexes);
    else
        appendIndexes<std::uint32_t>(out, m_indexes);
}

void TextColumn::writePlain(std::string &out, std::size_t rows)
{
    if (m_form == Form::Plain) {
        out.append(m_texts).append(rows - m_rows, '\0');
        return;
    }
    m_indexes.resize(rows, 0);
    for (const std::uint32_t index : m_indexes) {
        appendVarint(out, m_entries[index].length);
        out += text(m_entries[index]);
    }
}
