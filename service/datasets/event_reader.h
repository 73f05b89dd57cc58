// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "service/datasets/event_fields.h"

// Reads one file as it comes, in pieces of any size.
class EventReader
{
public:
    virtual ~EventReader() = default;
    virtual void feed(std::string_view piece) = 0;
    virtual void finish() = 0;
};

// Where a reader puts what it finds.
class LineSink
{
public:
    virtual ~LineSink() = default;
    // Once, before the first line. An NDJSON file can have more columns than its first lines show.
    virtual void begin(const std::vector<ColumnName> &columns) = 0;
    virtual void add(std::uint64_t line, const std::vector<Field> &fields) = 0;
    virtual void addBad(std::uint64_t line, const std::string &reason) = 0;
};

// Makes events of lines.
class EventLines final : public LineSink
{
public:
    // `file` is its name, for messages. Columns that `map` leaves out or renames must be there in CSV and Parquet.
    EventLines(std::string file, datasets::v1::FileFormat format, datasets::v1::ColumnMap map, EventSink &sink);

    // Throws DatasetError when no column can be found for a part of an event, or for a name in the map.
    void begin(const std::vector<ColumnName> &columns) override;
    void add(std::uint64_t line, const std::vector<Field> &fields) override;
    void addBad(std::uint64_t line, const std::string &reason) override { m_sink.addBad(line, reason); }

private:
    const std::string m_file;
    const datasets::v1::FileFormat m_format;
    const datasets::v1::ColumnMap m_map;
    EventSink &m_sink;
    std::optional<EventFields> m_event; // once the columns are known
};

constexpr std::size_t longestLine = 16 << 20; // bytes; a longer one is a bad line

// One JSON object a line. `file` is its name, for messages.
std::unique_ptr<EventReader> makeJsonReader(std::string file, LineSink &sink);
// A header, then a record each. The separator is the one the header has most of: comma, semicolon, tab or bar.
std::unique_ptr<EventReader> makeCsvReader(std::string file, LineSink &sink);
