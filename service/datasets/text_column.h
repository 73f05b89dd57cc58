// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "service/datasets/text_form.h"

// One column of a block of events, in the form ClickHouse's Native format wants it. A row that is not set holds "".
class TextColumn
{
public:
    enum class Form {
        Dictionary, // every distinct text once: LowCardinality(String)
        Plain, // one text after the other: String
    };

    explicit TextColumn(Form form = Form::Dictionary) { clear(form); }

    // Forgets all rows and keeps the memory.
    void clear(Form form);

    // Rows are set in ascending order; the last one can be set again.
    void set(std::size_t row, std::string_view text);
    bool has(std::size_t row) const { return m_rows > row; }

    bool empty() const { return m_rows == 0; }
    Form form() const { return m_form; }
    std::size_t distinct() const { return m_entries.size(); } // with "", of a dictionary only
    KindSet kinds() const; // of all texts that are not ""

    // Appends the column's data for `rows` rows as LowCardinality(String) or as String; a plain column is String only.
    void writeLowCardinality(std::string &out, std::size_t rows);
    void writePlain(std::string &out, std::size_t rows);

private:
    struct Entry
    {
        std::size_t hash;
        std::size_t offset; // of the text in m_texts
        std::size_t length;
    };

    std::string_view text(const Entry &entry) const
    {
        return std::string_view(m_texts).substr(entry.offset, entry.length);
    }
    std::uint32_t indexOf(std::string_view text);
    void grow();
    void takeBack(std::size_t row);

    Form m_form;
    std::size_t m_rows = 0;
    // A length as varint before each text: the keys of the dictionary, or the rows of a plain column.
    std::string m_texts;
    KindSet m_kinds; // of a plain column

    std::vector<std::uint32_t> m_indexes;
    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_slots; // index + 1, open addressing, a power of two of them

    std::size_t m_lastStart = 0; // where a plain column's last row begins
};

// The variable-length number of ClickHouse's formats.
void appendVarint(std::string &out, std::uint64_t number);
