// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/event_fields.h"

#include <algorithm>

namespace {

constexpr std::size_t longestQuote = 60;

std::string quote(std::string_view text)
{
    std::string shown(text.substr(0, longestQuote));
    while (!shown.empty() && shown.size() < text.size() && (text[shown.size()] & 0xc0) == 0x80)
        shown.pop_back(); // no half characters
    return "\"" + shown + (shown.size() < text.size() ? "..." : "") + "\"";
}

bool is(const ColumnName &column, const Field &field)
{
    return column.nested == field.nested && column.name == field.name;
}

} // namespace

void EventSink::add(std::uint64_t line, std::string_view name, std::string_view user, std::string_view time,
                    const std::vector<NamedText> &properties)
{
    if (name.empty())
        return addBad(line, "it has no event name");
    if (user.empty())
        return addBad(line, "it has no user");
    if (time.empty())
        return addBad(line, "it has no time");
    const auto instant = m_times.read(time);
    if (!instant)
        return addBad(line, quote(time) + " is no time");
    if (*instant < TimeReader::earliest || *instant > TimeReader::latest)
        return addBad(line, "the time " + quote(time) + " is not in the years 1970 to 2261");
    m_first = std::min(m_first.value_or(*instant), *instant);
    m_last = std::max(m_last.value_or(*instant), *instant);
    m_intake.add({name, user, *instant, properties});
}

EventFields::EventFields(ColumnRoles roles, ColumnChanges changes)
    : m_roles(std::move(roles))
    , m_changes(std::move(changes))
    , m_users(m_roles.users.size())
{
}

void EventFields::clear()
{
    m_event = {};
    m_time = {};
    std::fill(m_users.begin(), m_users.end(), std::string_view());
    m_properties.clear();
    m_unpacked = false;
}

void EventFields::add(const Field &field)
{
    if (!takeRole(field) && !m_changes.leavesOut(field) && !unpack(field) && !field.name.empty())
        m_properties.push_back({m_changes.nameOf(field), field.text});
}

bool EventFields::takeRole(const Field &field)
{
    if (is(m_roles.event, field)) {
        m_event = field.text;
        return true;
    }
    if (is(m_roles.time, field)) {
        m_time = field.text;
        return true;
    }
    for (std::size_t i = 0; i < m_users.size(); ++i) {
        if (is(m_roles.users[i], field)) {
            m_users[i] = field.text;
            return true;
        }
    }
    return false;
}

bool EventFields::unpack(const Field &field)
{
    if (field.nested || m_unpacked || !holdsProperties(field.name) || field.text.empty() || field.text[0] != '{')
        return false;
    if (m_packed.readObject(field.text))
        return false;
    m_unpacked = true;
    for (Field inner : m_packed.fields()) {
        inner.nested = true;
        add(inner);
    }
    return true;
}

void EventFields::handTo(EventSink &sink, std::uint64_t line)
{
    std::string_view user;
    for (std::size_t i = 0; i < m_users.size(); ++i) {
        if (user.empty())
            user = m_users[i];
        else if (!m_users[i].empty())
            m_properties.push_back({m_roles.users[i].name, m_users[i]});
    }
    sink.add(line, m_event, user, m_time, m_properties);
}
