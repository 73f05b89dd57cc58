// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/event_reader.h"

EventLines::EventLines(std::string file, datasets::v1::FileFormat format, datasets::v1::ColumnMap map, EventSink &sink)
    : m_file(std::move(file))
    , m_format(format)
    , m_map(std::move(map))
    , m_sink(sink)
{
}

void EventLines::begin(const std::vector<ColumnName> &columns)
{
    ColumnRoles roles = chooseColumns(columns, m_map, m_file);
    ColumnChanges changes(columns, m_map, roles, m_file, m_format != datasets::v1::FILE_FORMAT_NDJSON);
    m_event.emplace(std::move(roles), std::move(changes));
}

void EventLines::add(std::uint64_t line, const std::vector<Field> &fields)
{
    m_event->clear();
    for (const Field &field : fields)
        m_event->add(field);
    m_event->handTo(m_sink, line);
}
