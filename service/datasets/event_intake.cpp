// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/event_intake.h"

#include "service/datasets/dataset_error.h"

namespace {

// A block this big makes few parts and leaves the memory of two of them, one filling and one in the engine, bearable.
constexpr std::size_t mostRows = 250'000;
constexpr std::size_t mostCells = 24'000'000;
constexpr std::size_t mostBytes = 128 << 20;

// Beyond so many different values in its first block, a column's values are stored one by one; sooner when every
// other event brings a new one, as ids do.
constexpr std::size_t mostDistinct = 10'000;
constexpr std::size_t mostDistinctIfUnique = 1'000;

} // namespace

EventIntake::EventIntake(std::vector<PropertyDraft> known, unsigned nextColumn, BlockTaker take)
    : m_drafts(std::move(known))
    , m_nextColumn(nextColumn)
    , m_take(std::move(take))
{
    for (std::size_t i = 0; i < m_drafts.size(); ++i)
        m_places.emplace(m_drafts[i].name, i);
    prepare();
}

void EventIntake::add(const EventRecord &event)
{
    m_block.events.set(m_block.rows, event.name);
    m_block.users.set(m_block.rows, event.user);
    m_block.times.push_back(event.time);
    m_blockBytes += event.user.size();
    if (m_expected.size() < event.properties.size())
        m_expected.resize(event.properties.size(), 0);
    for (std::size_t i = 0; i < event.properties.size(); ++i)
        addProperty(i, event.properties[i]);
    ++m_block.rows;
    ++m_events;
    if (full())
        handOn();
}

void EventIntake::finish()
{
    if (m_block.rows > 0)
        handOn();
}

void EventIntake::addProperty(std::size_t place, const NamedText &property)
{
    std::size_t draft = m_expected[place];
    if (draft >= m_drafts.size() || m_drafts[draft].name != property.name) {
        const auto found = draftOf(property.name, !property.text.empty());
        if (!found)
            return;
        draft = m_expected[place] = *found;
    }
    TextColumn &column = m_block.properties[draft];
    if (property.text.empty() && !column.has(m_block.rows))
        return;
    column.set(m_block.rows, property.text);
    m_blockBytes += property.text.size();
}

std::optional<std::size_t> EventIntake::draftOf(std::string_view name, bool make)
{
    if (const auto found = m_places.find(name); found != m_places.end())
        return found->second;
    if (!make)
        return std::nullopt;
    if (m_drafts.size() == mostProperties)
        throw DatasetError(
            DatasetError::Kind::Failure,
            "The project would have more than " + std::to_string(mostProperties)
                + " different properties (the next is \"" + std::string(name.substr(0, 100))
                + "\"). Keys that differ from event to event, such as ids, belong into values: bring them under fixed "
                  "names and import again.");
    m_places.emplace(name, m_drafts.size());
    m_drafts.push_back({.name = std::string(name), .column = "p" + std::to_string(m_nextColumn++)});
    m_block.properties.emplace_back();
    return m_drafts.size() - 1;
}

bool EventIntake::full() const
{
    return m_block.rows >= mostRows || m_blockBytes >= mostBytes || m_block.rows * m_drafts.size() >= mostCells;
}

void EventIntake::handOn()
{
    for (std::size_t i = 0; i < m_drafts.size(); ++i) {
        const TextColumn &column = m_block.properties[i];
        if (!m_drafts[i].made && column.form() == TextColumn::Form::Dictionary)
            m_drafts[i].lowCardinality = column.distinct() <= mostDistinct
                && (column.distinct() <= mostDistinctIfUnique || column.distinct() * 2 <= m_block.rows);
        m_drafts[i].kinds.add(column.kinds());
    }
    m_block = m_take(std::move(m_block), m_drafts);
    prepare();
}

void EventIntake::prepare()
{
    m_block.rows = 0;
    m_block.times.clear();
    m_block.events.clear(TextColumn::Form::Dictionary);
    m_block.users.clear(TextColumn::Form::Plain);
    m_block.properties.resize(m_drafts.size());
    for (std::size_t i = 0; i < m_drafts.size(); ++i)
        m_block.properties[i].clear(m_drafts[i].lowCardinality ? TextColumn::Form::Dictionary
                                                               : TextColumn::Form::Plain);
    m_blockBytes = 0;
}
