// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/calendar.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>

#include <absl/time/civil_time.h>

#include "query/nearest.h"

using insights::v1::Granularity;

namespace {

std::int64_t toMilliseconds(absl::Time time)
{
    return absl::ToUnixMillis(time);
}

// The first instant of a local day; where midnight does not exist, the first instant after the gap.
absl::Time startOfDay(absl::CivilDay day, absl::TimeZone zone)
{
    const absl::TimeZone::TimeInfo info = zone.At(absl::CivilSecond(day));
    return info.kind == absl::TimeZone::TimeInfo::SKIPPED ? info.trans : info.pre;
}

absl::CivilDay startOfWeek(absl::CivilDay day, WeekStart weekStart)
{
    const absl::Weekday first = weekStart == WeekStart::Monday ? absl::Weekday::monday : absl::Weekday::sunday;
    return absl::PrevWeekday(day + 1, first);
}

// An hour begins where the local clock shows a full hour, or where the clock was just changed into its middle.
absl::Time startOfHour(absl::Time time, absl::TimeZone zone)
{
    const absl::CivilSecond local = zone.At(time).cs;
    const absl::Time start = time - absl::Seconds(local - absl::CivilSecond(absl::CivilHour(local)))
        - (time - absl::FromUnixSeconds(absl::ToUnixSeconds(time)));
    absl::TimeZone::CivilTransition change;
    if (zone.PrevTransition(time + absl::Seconds(1), &change)) {
        const absl::TimeZone::TimeInfo info = zone.At(std::min(change.from, change.to));
        if (info.kind != absl::TimeZone::TimeInfo::UNIQUE && info.trans > start && info.trans <= time)
            return info.trans;
    }
    return start;
}

// The parts of an ISO 8601 time with its offset split off; reads digits only, so that errors are errors.
class TimeReader
{
public:
    explicit TimeReader(std::string_view text)
        : m_text(text)
    {
    }

    std::optional<int> number(std::size_t digits)
    {
        if (m_text.size() < digits)
            return std::nullopt;
        int value = 0;
        for (const char c : m_text.substr(0, digits)) {
            if (c < '0' || c > '9')
                return std::nullopt;
            value = value * 10 + (c - '0');
        }
        m_text.remove_prefix(digits);
        return value;
    }

    bool skip(std::string_view oneOf)
    {
        if (m_text.empty() || oneOf.find(m_text.front()) == std::string_view::npos)
            return false;
        m_text.remove_prefix(1);
        return true;
    }

    // ".123456" as milliseconds, further digits cut.
    std::optional<int> fraction()
    {
        int value = 0;
        int digits = 0;
        while (!m_text.empty() && std::isdigit(static_cast<unsigned char>(m_text.front()))) {
            if (digits < 3)
                value = value * 10 + (m_text.front() - '0');
            ++digits;
            m_text.remove_prefix(1);
        }
        if (digits == 0)
            return std::nullopt;
        for (; digits < 3; ++digits)
            value *= 10;
        return value;
    }

    bool atEnd() const { return m_text.empty(); }

private:
    std::string_view m_text;
};

struct LocalTime
{
    absl::CivilSecond second;
    int millisecond = 0;
    std::optional<int> offsetSeconds;
};

std::optional<int> readOffset(TimeReader &reader)
{
    if (reader.skip("Zz"))
        return 0;
    const bool minus = reader.skip("-");
    if (!minus && !reader.skip("+"))
        return std::nullopt;
    const auto hours = reader.number(2);
    reader.skip(":");
    const auto minutes = reader.atEnd() ? std::optional(0) : reader.number(2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    return (minus ? -1 : 1) * (*hours * 3600 + *minutes * 60);
}

std::optional<LocalTime> readLocalTime(std::string_view text)
{
    TimeReader reader(text);
    const auto year = reader.number(4);
    const bool dashes = year && reader.skip("-");
    const auto month = reader.number(2);
    const bool dashesAgain = reader.skip("-");
    const auto day = reader.number(2);
    if (!year || !month || !day || !dashes || !dashesAgain)
        return std::nullopt;
    LocalTime time;
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!reader.atEnd()) {
        if (!reader.skip("Tt "))
            return std::nullopt;
        const auto h = reader.number(2);
        const auto m = reader.skip(":") ? reader.number(2) : std::nullopt;
        if (!h || !m)
            return std::nullopt;
        hour = *h;
        minute = *m;
        if (reader.skip(":")) {
            const auto s = reader.number(2);
            if (!s)
                return std::nullopt;
            second = *s;
            if (reader.skip(".,")) {
                const auto fraction = reader.fraction();
                if (!fraction)
                    return std::nullopt;
                time.millisecond = *fraction;
            }
        }
        if (!reader.atEnd()) {
            time.offsetSeconds = readOffset(reader);
            if (!time.offsetSeconds || !reader.atEnd())
                return std::nullopt;
        }
    }
    time.second = absl::CivilSecond(*year, *month, *day, hour, minute, second);
    const bool normal = time.second.month() == *month && time.second.day() == *day && time.second.hour() == hour
        && time.second.minute() == minute && time.second.second() == second;
    return normal ? std::optional(time) : std::nullopt; // "2026-02-30" is no time
}

} // namespace

WeekStart weekStartOf(std::string_view name)
{
    return name == "monday" ? WeekStart::Monday : WeekStart::Sunday;
}

std::string_view nameOf(WeekStart weekStart)
{
    return weekStart == WeekStart::Monday ? "monday" : "sunday";
}

Calendar::Calendar(std::string zone, absl::TimeZone timeZone, WeekStart weekStart)
    : m_zone(std::move(zone))
    , m_timeZone(timeZone)
    , m_weekStart(weekStart)
{
}

std::optional<Calendar> Calendar::of(const std::string &zone, WeekStart weekStart)
{
    absl::TimeZone timeZone;
    // Absolute names would make LoadTimeZone read any file.
    if (zone.empty() || zone.front() == '/' || zone.front() == ':' || zone.find("..") != std::string::npos
        || !absl::LoadTimeZone(zone, &timeZone))
        return std::nullopt;
    return Calendar(zone, timeZone, weekStart);
}

std::int64_t Calendar::bucketStart(std::int64_t time, Granularity granularity) const
{
    const absl::Time instant = absl::FromUnixMillis(time);
    if (granularity == insights::v1::GRANULARITY_HOUR)
        return toMilliseconds(startOfHour(instant, m_timeZone));
    absl::CivilDay day(m_timeZone.At(instant).cs);
    if (granularity == insights::v1::GRANULARITY_WEEK)
        day = startOfWeek(day, m_weekStart);
    return toMilliseconds(startOfDay(day, m_timeZone));
}

std::int64_t Calendar::nextBucket(std::int64_t bucket, Granularity granularity) const
{
    const absl::Time instant = absl::FromUnixMillis(bucket);
    if (granularity == insights::v1::GRANULARITY_HOUR) {
        // A clock change may cut the hour short: then the next one begins with the change.
        const absl::CivilSecond local = m_timeZone.At(instant).cs;
        const absl::Time next
            = instant + absl::Hours(1) - absl::Seconds(local - absl::CivilSecond(absl::CivilHour(local)));
        return toMilliseconds(startOfHour(next, m_timeZone));
    }
    const absl::CivilDay day(m_timeZone.At(instant).cs);
    return toMilliseconds(startOfDay(day + (granularity == insights::v1::GRANULARITY_WEEK ? 7 : 1), m_timeZone));
}

std::vector<std::int64_t> Calendar::buckets(std::int64_t start, std::int64_t end, Granularity granularity,
                                            std::size_t most) const
{
    std::vector<std::int64_t> starts;
    if (start >= end)
        return starts;
    for (std::int64_t bucket = bucketStart(start, granularity); bucket < end;
         bucket = nextBucket(bucket, granularity)) {
        starts.push_back(bucket);
        if (starts.size() > most)
            break;
    }
    return starts;
}

std::optional<std::int64_t> Calendar::parseTime(std::string_view text) const
{
    const auto time = readLocalTime(text);
    if (!time)
        return std::nullopt;
    if (time->offsetSeconds)
        return toMilliseconds(absl::FromCivil(time->second, absl::UTCTimeZone())) + time->millisecond
            - *time->offsetSeconds * std::int64_t(1000);
    const absl::TimeZone::TimeInfo info = m_timeZone.At(time->second);
    const bool skipped = info.kind == absl::TimeZone::TimeInfo::SKIPPED;
    return toMilliseconds(skipped ? info.trans : info.pre) + (skipped ? 0 : time->millisecond);
}

std::string Calendar::isoTime(std::int64_t time)
{
    return absl::FormatTime("%E4Y-%m-%d%ET%H:%M:%E3SZ", absl::FromUnixMillis(time), absl::UTCTimeZone());
}

std::string Calendar::localIsoTime(std::int64_t time) const
{
    const absl::Time instant = absl::FromUnixMillis(time);
    return absl::FormatTime(time % 1000 == 0 ? "%E4Y-%m-%d%ET%H:%M:%S%Ez" : "%E4Y-%m-%d%ET%H:%M:%E3S%Ez", instant,
                            m_timeZone);
}

std::string nearestZone(const std::string &zone)
{
    // tzdata's own list: one zone a line, its name last but for a comment.
    std::ifstream list("/usr/share/zoneinfo/tzdata.zi");
    std::string nearest;
    std::size_t best = std::max<std::size_t>(3, zone.size() / 3);
    for (std::string line; std::getline(list, line);) {
        if (line.empty() || (line[0] != 'Z' && line[0] != 'L'))
            continue;
        const std::size_t from = line[0] == 'Z' ? 2 : line.rfind(' ') + 1;
        const std::string name = line.substr(from, line.find(' ', from) - from);
        const std::size_t slash = name.rfind('/');
        const std::string city = slash == std::string::npos ? name : name.substr(slash + 1);
        const std::size_t distance = std::min(editDistance(zone, name), editDistance(zone, city));
        if (distance < best) {
            best = distance;
            nearest = name;
        }
    }
    return nearest;
}

std::int64_t milliseconds(const google::protobuf::Timestamp &time)
{
    return time.seconds() * 1000 + time.nanos() / 1'000'000;
}

google::protobuf::Timestamp timestamp(std::int64_t milliseconds)
{
    google::protobuf::Timestamp time;
    const std::int64_t seconds = milliseconds >= 0 ? milliseconds / 1000 : -((-milliseconds + 999) / 1000);
    time.set_seconds(seconds);
    time.set_nanos(static_cast<std::int32_t>(milliseconds - seconds * 1000) * 1'000'000);
    return time;
}
