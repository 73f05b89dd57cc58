// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/time_reader.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <string>

namespace {

constexpr std::int64_t quarterHour = 15 * 60 * 1000;
constexpr std::size_t rememberedQuarters = 1 << 14; // half a year

struct WrittenTime
{
    std::int64_t wallClock = 0; // ms, as if it were UTC
    std::optional<std::int64_t> offset; // ms east of UTC
};

// Reads from the front of a text; a failed read leaves it where it was.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_text.empty(); }
    bool take(char c)
    {
        if (m_text.empty() || m_text[0] != c)
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    bool takeNumber(int digits, int &value)
    {
        if (m_text.size() < static_cast<std::size_t>(digits))
            return false;
        int read = 0;
        for (int i = 0; i < digits; ++i) {
            const unsigned digit = static_cast<unsigned char>(m_text[i]) - unsigned('0');
            if (digit > 9)
                return false;
            read = read * 10 + static_cast<int>(digit);
        }
        m_text.remove_prefix(digits);
        value = read;
        return true;
    }
    // At least one digit; what lies below the millisecond is dropped.
    bool takeFraction(int &milliseconds)
    {
        std::size_t count = 0;
        int read = 0;
        for (; count < m_text.size() && m_text[count] >= '0' && m_text[count] <= '9'; ++count)
            if (count < 3)
                read = read * 10 + (m_text[count] - '0');
        for (std::size_t missing = count; missing < 3; ++missing)
            read *= 10;
        m_text.remove_prefix(count);
        milliseconds = read;
        return count > 0;
    }

private:
    std::string_view m_text;
};

std::optional<std::int64_t> dayOf(int year, int month, int day)
{
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count();
}

bool readOffset(Scanner &scanner, WrittenTime &time)
{
    scanner.take(' ');
    if (scanner.take('Z') || scanner.take('z') || (scanner.take('U') && scanner.take('T') && scanner.take('C'))) {
        time.offset = 0;
        return scanner.atEnd();
    }
    const bool west = scanner.take('-');
    if (!west && !scanner.take('+'))
        return false;
    int hours = 0;
    int minutes = 0;
    if (!scanner.takeNumber(2, hours))
        return false;
    scanner.take(':');
    if (!scanner.atEnd() && !scanner.takeNumber(2, minutes))
        return false;
    if (hours > 18 || minutes > 59)
        return false;
    time.offset = (hours * 60 + minutes) * 60'000 * (west ? -1 : 1);
    return scanner.atEnd();
}

std::optional<WrittenTime> readIso(std::string_view text)
{
    Scanner scanner(text);
    int year = 0, month = 0, day = 0;
    if (!scanner.takeNumber(4, year) || !scanner.take('-') || !scanner.takeNumber(2, month) || !scanner.take('-')
        || !scanner.takeNumber(2, day))
        return std::nullopt;
    const auto days = dayOf(year, month, day);
    if (!days)
        return std::nullopt;
    WrittenTime time{*days * 86'400'000, {}};
    if (scanner.atEnd())
        return time;
    int hour = 0, minute = 0, second = 0, milliseconds = 0;
    if (!(scanner.take('T') || scanner.take(' ') || scanner.take('t')) || !scanner.takeNumber(2, hour)
        || !scanner.take(':') || !scanner.takeNumber(2, minute))
        return std::nullopt;
    if (scanner.take(':')) {
        if (!scanner.takeNumber(2, second))
            return std::nullopt;
        if ((scanner.take('.') || scanner.take(',')) && !scanner.takeFraction(milliseconds))
            return std::nullopt;
    }
    if (hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    time.wallClock += ((hour * 60 + minute) * 60 + second) * std::int64_t(1000) + milliseconds;
    if (!scanner.atEnd() && !readOffset(scanner, time))
        return std::nullopt;
    return time;
}

std::optional<std::int64_t> readEpoch(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    const double size = std::abs(number);
    const double perMillisecond = size < 1e10 ? 1e-3 : size < 1e13 ? 1 : size < 1e16 ? 1e3 : 1e6;
    if (size >= 1e19)
        return std::nullopt;
    std::int64_t whole = 0;
    const auto integer = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (perMillisecond > 1 && integer.ptr == end)
        return whole / static_cast<std::int64_t>(perMillisecond);
    // The half of a microsecond is for decimal seconds that no double holds exactly.
    return static_cast<std::int64_t>(std::floor(number / perMillisecond + 0.0005));
}

} // namespace

bool looksLikeTime(std::string_view text)
{
    return readIso(text).has_value();
}

TimeReader::TimeReader(const Calendar &calendar)
    : m_calendar(calendar)
    , m_quarters(rememberedQuarters)
{
}

std::optional<std::int64_t> TimeReader::read(std::string_view text)
{
    if (const auto time = readIso(text))
        return time->offset ? time->wallClock - *time->offset : readLocal(time->wallClock);
    return readEpoch(text);
}

std::optional<std::int64_t> TimeReader::readLocal(std::int64_t wallClock)
{
    if (wallClock < 0)
        return exact(wallClock);
    const std::int64_t number = wallClock / quarterHour;
    Quarter &quarter = m_quarters[number % rememberedQuarters];
    if (quarter.number != number) {
        const std::int64_t first = number * quarterHour;
        const std::int64_t last = first + quarterHour - 1;
        const auto start = exact(first);
        const auto end = exact(last);
        quarter = {number, start ? first - *start : 0, start && end && first - *start == last - *end};
    }
    return quarter.usable ? std::optional(wallClock - quarter.offset) : exact(wallClock);
}

std::optional<std::int64_t> TimeReader::exact(std::int64_t wallClock) const
{
    std::string text = Calendar::isoTime(wallClock);
    text.pop_back(); // the Z
    return m_calendar.parseTime(text);
}
