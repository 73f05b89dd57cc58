// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "service/datasets/event_block.h"

struct NamedText
{
    std::string_view name;
    std::string_view text; // "" is no value
};

// An event as a file tells it; alive while it is being taken in.
struct EventRecord
{
    std::string_view name;
    std::string_view user;
    std::int64_t time = 0; // ms since the epoch
    std::span<const NamedText> properties; // of two with one name the later counts
};

// Turns events into blocks for the table: finds the column of each property, makes new ones, and decides whether a new
// column is LowCardinality by the first block that has it.
class EventIntake
{
public:
    // Takes a full block, with the drafts its columns belong to, and answers an empty one whose memory can be used again.
    using BlockTaker = std::function<EventBlock(EventBlock &&block, std::vector<PropertyDraft> &drafts)>;

    static constexpr std::size_t mostProperties = 1000;

    // `nextColumn`: columns from p<nextColumn> on have never been used in this project.
    EventIntake(std::vector<PropertyDraft> known, unsigned nextColumn, BlockTaker take);

    // Throws DatasetError when the project would have too many properties.
    void add(const EventRecord &event);
    // Hands on what is left.
    void finish();

    std::uint64_t events() const { return m_events; }
    const std::vector<PropertyDraft> &drafts() const { return m_drafts; }
    unsigned nextColumn() const { return m_nextColumn; }

private:
    struct TransparentHash : std::hash<std::string_view>
    {
        using is_transparent = void;
    };

    void addProperty(std::size_t place, const NamedText &property);
    // The draft of a name; without one, a new draft if `make`, else nothing.
    std::optional<std::size_t> draftOf(std::string_view name, bool make);
    bool full() const;
    void handOn();
    void prepare();

    std::vector<PropertyDraft> m_drafts;
    std::unordered_map<std::string, std::size_t, TransparentHash, std::equal_to<>> m_places;
    // The draft that the n-th property of the last event had: events of one file look alike.
    std::vector<std::size_t> m_expected;
    unsigned m_nextColumn;
    BlockTaker m_take;
    EventBlock m_block;
    std::size_t m_blockBytes = 0;
    std::uint64_t m_events = 0;
};
