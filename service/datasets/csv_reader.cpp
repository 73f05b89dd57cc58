// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <exception>

#include <csv.h>
#include <simdjson.h>

#include "service/datasets/dataset_error.h"
#include "service/datasets/event_reader.h"

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t parsedAtOnce = 64 << 10;
constexpr int mostGivenUp = 20; // each costs up to 16 MB read again

char separatorOf(std::string_view text)
{
    const std::string_view header = text.substr(0, text.find('\n'));
    char best = ',';
    auto most = std::count(header.begin(), header.end(), ',');
    for (const char candidate : {';', '\t', '|'}) {
        const auto count = std::count(header.begin(), header.end(), candidate);
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

class CsvReader : public EventReader
{
public:
    CsvReader(std::string file, LineSink &sink)
        : m_file(std::move(file))
        , m_sink(sink)
    {
        startParser(',');
    }
    ~CsvReader() override { csv_free(&m_parser); }
    CsvReader(const CsvReader &) = delete;
    CsvReader &operator=(const CsvReader &) = delete;

    void feed(std::string_view piece) override
    {
        if (!m_begun && !piece.empty())
            piece = begin(piece);
        parse(piece);
    }

    void finish() override
    {
        while (insideQuotes())
            giveUpRecord("a quote in it is never closed");
        csv_fini(&m_parser, takeField, takeRow, this);
        if (m_exception)
            std::rethrow_exception(m_exception);
        if (!m_hasHeader && m_begun)
            throw DatasetError(DatasetError::Kind::Failure, m_file + " has no header.");
    }

private:
    void startParser(char separator)
    {
        csv_init(&m_parser, CSV_REPALL_NL);
        csv_set_delim(&m_parser, static_cast<unsigned char>(separator));
        csv_set_space_func(&m_parser, [](unsigned char) { return 0; }); // values are kept as they are
    }

    std::string_view begin(std::string_view text)
    {
        m_begun = true;
        if (text.substr(0, byteOrderMark.size()) == byteOrderMark)
            text.remove_prefix(byteOrderMark.size());
        csv_set_delim(&m_parser, static_cast<unsigned char>(separatorOf(text)));
        return text;
    }

    void parse(std::string_view piece)
    {
        while (!piece.empty()) {
            const std::string_view part = piece.substr(0, parsedAtOnce);
            csv_parse(&m_parser, part.data(), part.size(), takeField, takeRow, this);
            piece.remove_prefix(part.size());
            if (m_exception)
                std::rethrow_exception(m_exception);
            if (m_parser.entry_pos > longestLine || m_text.size() > longestLine)
                giveUpRecord("it is longer than 16 MB");
        }
    }

    bool insideQuotes() const
    {
        constexpr int fieldBegun = 2; // the library's own name for it is not in its header
        return m_parser.quoted != 0 && m_parser.pstate == fieldBegun;
    }

    // A quote that is never closed takes in all that follows: its line is given up and the lines behind it are read again.
    void giveUpRecord(const std::string &reason)
    {
        const std::string taken(reinterpret_cast<const char *>(m_parser.entry_buf), m_parser.entry_pos);
        const unsigned char separator = csv_get_delim(&m_parser);
        csv_free(&m_parser);
        startParser(static_cast<char>(separator));
        m_sink.addBad(m_rowLine, reason);
        if (++m_givenUp > mostGivenUp)
            throw DatasetError(DatasetError::Kind::Failure,
                               m_file + " has too many quotes that are never closed, one of them in line "
                                   + std::to_string(m_rowLine) + "; is it CSV?");
        m_line += m_breaksInRow;
        clearRow();
        const std::size_t lineBreak = taken.find('\n');
        m_resuming = lineBreak == std::string::npos;
        if (m_resuming)
            return;
        m_rowLine = ++m_line;
        parse(std::string_view(taken).substr(lineBreak + 1));
    }

    // The library is C: nothing may be thrown through it.
    static void takeField(void *text, std::size_t size, void *self)
    {
        static_cast<CsvReader *>(self)->addField({static_cast<const char *>(text), size});
    }
    static void takeRow(int terminator, void *self) noexcept
    {
        auto *reader = static_cast<CsvReader *>(self);
        if (reader->m_exception)
            return;
        try {
            reader->endRow(terminator);
        } catch (...) {
            reader->m_exception = std::current_exception();
        }
    }

    void addField(std::string_view text) noexcept
    {
        if (m_ends.empty())
            m_rowLine = m_line;
        m_afterReturn = false;
        m_breaksInRow += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
        m_text.append(text);
        m_text += '\n'; // keeps the bytes of two fields from forming one character
        m_ends.push_back(m_text.size());
    }

    void endRow(int terminator)
    {
        if (!m_ends.empty()) {
            const bool whole = !m_resuming;
            m_resuming = false;
            if (whole)
                readRow();
            m_line += m_breaksInRow;
            clearRow();
        }
        if (terminator == '\r' || (terminator == '\n' && !m_afterReturn))
            ++m_line;
        m_afterReturn = terminator == '\r';
        m_rowLine = m_line;
    }

    void clearRow()
    {
        m_text.clear();
        m_ends.clear();
        m_breaksInRow = 0;
    }

    std::string_view field(std::size_t index) const
    {
        const std::size_t start = index == 0 ? 0 : m_ends[index - 1];
        return std::string_view(m_text).substr(start, m_ends[index] - 1 - start);
    }

    void readRow()
    {
        const bool valid = simdjson::validate_utf8(m_text);
        if (!m_hasHeader) {
            if (!valid)
                throw DatasetError(DatasetError::Kind::Failure, m_file + " is not in UTF-8.");
            return readHeader();
        }
        if (m_ends.size() != m_columns.size())
            return m_sink.addBad(m_rowLine,
                                 "it has " + std::to_string(m_ends.size()) + " fields where the header has "
                                     + std::to_string(m_columns.size()));
        if (!valid)
            return m_sink.addBad(m_rowLine, "it is not valid UTF-8");
        m_fields.clear();
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            m_fields.push_back({m_columns[i].name, field(i)});
        m_sink.add(m_rowLine, m_fields);
    }

    // A column without a name is left out (an index, mostly); the second of one name becomes "name (2)".
    void readHeader()
    {
        for (std::size_t i = 0; i < m_ends.size(); ++i) {
            const std::string base(field(i));
            std::string name = base;
            const auto taken = [&](const ColumnName &column) { return column.name == name; };
            for (int n = 2; !base.empty() && std::any_of(m_columns.begin(), m_columns.end(), taken); ++n)
                name = base + " (" + std::to_string(n) + ")";
            m_columns.push_back({name, false});
        }
        m_hasHeader = true;
        m_sink.begin(m_columns);
    }

    const std::string m_file;
    LineSink &m_sink;
    csv_parser m_parser{};
    bool m_begun = false;
    bool m_resuming = false; // in the middle of a record that was given up
    int m_givenUp = 0;
    std::exception_ptr m_exception;

    std::string m_text; // the fields of the record, a line break behind each
    std::vector<std::size_t> m_ends;
    std::uint64_t m_line = 1;
    std::uint64_t m_rowLine = 1;
    std::uint64_t m_breaksInRow = 0;
    bool m_afterReturn = false;

    std::vector<ColumnName> m_columns;
    bool m_hasHeader = false;
    std::vector<Field> m_fields; // of the record being read; its memory is used again
};

} // namespace

std::unique_ptr<EventReader> makeCsvReader(std::string file, LineSink &sink)
{
    return std::make_unique<CsvReader>(std::move(file), sink);
}
