// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>

#include "service/datasets/dataset_error.h"
#include "service/datasets/event_reader.h"

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr int sampledLines = 100;

class JsonReader : public EventReader
{
public:
    JsonReader(std::string file, LineSink &sink)
        : m_file(std::move(file))
        , m_sink(sink)
    {
    }

    void feed(std::string_view piece) override
    {
        if (m_skipping)
            piece = afterLongLine(piece);
        m_buffer.reserve(m_buffer.size() + piece.size() + simdjson::SIMDJSON_PADDING);
        m_buffer.append(piece);
        const std::size_t lastBreak = m_buffer.rfind('\n');
        if (lastBreak != std::string::npos) {
            readLines(lastBreak + 1);
            m_buffer.erase(0, lastBreak + 1);
        }
        if (m_buffer.size() > longestLine) {
            m_skipping = true;
            m_buffer.clear();
        }
    }

    void finish() override
    {
        if (m_skipping)
            addTooLong();
        m_buffer.reserve(m_buffer.size() + simdjson::SIMDJSON_PADDING);
        readLines(m_buffer.size());
        m_buffer.clear();
    }

private:
    std::string_view afterLongLine(std::string_view piece)
    {
        const std::size_t lineBreak = piece.find('\n');
        if (lineBreak == std::string_view::npos)
            return {};
        addTooLong();
        return piece.substr(lineBreak + 1);
    }

    void addTooLong()
    {
        m_skipping = false;
        m_sink.addBad(++m_line, "it is longer than 16 MB");
    }

    // The lines in the first `size` bytes of the buffer.
    void readLines(std::size_t size)
    {
        std::string_view rest(m_buffer.data(), size);
        if (!m_begun && !rest.empty())
            rest = begin(rest);
        if (!m_hasColumns)
            findColumns(rest);
        while (!rest.empty())
            readLine(takeLine(rest), ++m_line);
    }

    static std::string_view takeLine(std::string_view &rest)
    {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        return line;
    }

    std::string_view begin(std::string_view text)
    {
        m_begun = true;
        if (text.substr(0, byteOrderMark.size()) == byteOrderMark)
            text.remove_prefix(byteOrderMark.size());
        const std::size_t first = text.find_first_not_of(" \t\r\n");
        if (first != std::string_view::npos && text[first] == '[')
            throw DatasetError(DatasetError::Kind::Failure,
                               m_file + " is one JSON list; it has to be one event a line, as jq -c '.[]' writes it.");
        return text;
    }

    bool parse(std::string_view line)
    {
        const char *end = m_buffer.data() + m_buffer.capacity();
        m_problem = m_fields.read(line, static_cast<std::size_t>(end - line.data()));
        return !m_problem;
    }

    void findColumns(std::string_view text)
    {
        std::vector<ColumnName> columns;
        int sampled = 0;
        while (!text.empty() && sampled < sampledLines) {
            if (!parse(takeLine(text)))
                continue;
            ++sampled;
            for (const Field &field : m_fields.fields()) {
                ColumnName column{std::string(field.name), field.nested};
                if (std::find(columns.begin(), columns.end(), column) == columns.end())
                    columns.push_back(std::move(column));
            }
        }
        m_hasColumns = sampled > 0;
        if (m_hasColumns)
            m_sink.begin(columns);
    }

    void readLine(std::string_view line, std::uint64_t number)
    {
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            return;
        if (line.size() > longestLine)
            return m_sink.addBad(number, "it is longer than 16 MB");
        if (!parse(line))
            return m_sink.addBad(number, *m_problem);
        m_sink.add(number, m_fields.fields());
    }

    const std::string m_file;
    LineSink &m_sink;
    std::string m_buffer;
    bool m_begun = false;
    bool m_skipping = false;
    std::uint64_t m_line = 0;
    JsonFields m_fields;
    std::optional<std::string> m_problem;
    bool m_hasColumns = false; // from the first lines that can be read
};

} // namespace

std::unique_ptr<EventReader> makeJsonReader(std::string file, LineSink &sink)
{
    return std::make_unique<JsonReader>(std::move(file), sink);
}
