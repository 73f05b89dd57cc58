// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "query/calendar.h"

// A date as ISO 8601 writes it, with or without a time of day.
bool looksLikeTime(std::string_view text);

// Reads the times of events, millions a second: ISO 8601 with T or a space, any fraction (cut to milliseconds),
// Z, an offset or none (then in the project's zone), and numbers since the epoch in s, ms, us or ns by their size.
class TimeReader
{
public:
    // 1970-01-01 to 2261-12-31, what the engine's tables hold.
    static constexpr std::int64_t earliest = 0;
    static constexpr std::int64_t latest = 9'214'646'399'999;

    explicit TimeReader(const Calendar &calendar);

    // Milliseconds since the epoch, possibly outside the range above; nothing when it is no time.
    std::optional<std::int64_t> read(std::string_view text);

private:
    // What turns the wall-clock times of one quarter of an hour into instants: clocks change at no other places.
    struct Quarter
    {
        std::int64_t number = -1;
        std::int64_t offset = 0;
        bool usable = false;
    };

    std::optional<std::int64_t> readLocal(std::int64_t wallClock);
    std::optional<std::int64_t> exact(std::int64_t wallClock) const;

    Calendar m_calendar;
    std::vector<Quarter> m_quarters;
};
