// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/datasets/column_changes.h"
#include "service/datasets/column_roles.h"
#include "service/datasets/event_intake.h"
#include "service/datasets/import_journal.h"
#include "service/datasets/json_fields.h"
#include "service/datasets/time_reader.h"

// Where the lines of a file go: good ones become events, the others are noted.
class EventSink
{
public:
    EventSink(EventIntake &intake, ImportJournal &journal, TimeReader &times)
        : m_intake(intake)
        , m_journal(journal)
        , m_times(times)
    {
    }

    void add(std::uint64_t line, std::string_view name, std::string_view user, std::string_view time,
             const std::vector<NamedText> &properties);
    void addBad(std::uint64_t line, const std::string &reason) { m_journal.addBadLine(line, reason); }

    // Of the events taken in; nothing before the first.
    std::optional<std::int64_t> firstEvent() const { return m_first; }
    std::optional<std::int64_t> lastEvent() const { return m_last; }

private:
    EventIntake &m_intake;
    ImportJournal &m_journal;
    TimeReader &m_times;
    std::optional<std::int64_t> m_first;
    std::optional<std::int64_t> m_last;
};

// Sorts the values of one line after the other into event, user, time and properties.
class EventFields
{
public:
    EventFields(ColumnRoles roles, ColumnChanges changes);

    void clear();
    void add(const Field &field);
    void handTo(EventSink &sink, std::uint64_t line);

private:
    bool takeRole(const Field &field);
    // Exports to CSV and Parquet write the object of properties as a text. One a line: its values live in m_packed.
    bool unpack(const Field &field);

    ColumnRoles m_roles;
    ColumnChanges m_changes;
    JsonFields m_packed;
    bool m_unpacked = false;
    std::string_view m_event;
    std::string_view m_time;
    std::vector<std::string_view> m_users; // by their place in the roles
    std::vector<NamedText> m_properties;
};
