// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/compare.h"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include <QCoreApplication>

#include "session/question_words.h"

using absl::CivilDay;
using insights::v1::TimeRange;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

constexpr std::int64_t week = 7 * 86'400; // s

CivilDay dayOf(std::int64_t time, const absl::TimeZone &zone)
{
    return CivilDay(zone.At(absl::FromUnixMillis(time)).cs);
}

bool isStartOfDay(std::int64_t time, const absl::TimeZone &zone)
{
    return absl::FromCivil(dayOf(time, zone), zone) == absl::FromUnixMillis(time);
}

// The same time of day on another day; the start of a day stays one, also where midnight does not exist.
std::int64_t onDay(CivilDay other, std::int64_t time, const absl::TimeZone &zone)
{
    const absl::CivilSecond shown = zone.At(absl::FromUnixMillis(time)).cs;
    const auto seconds = isStartOfDay(time, zone) ? 0 : shown - absl::CivilSecond(CivilDay(shown));
    return absl::ToUnixMillis(absl::FromCivil(absl::CivilSecond(other) + seconds, zone)) + time % 1000;
}

CivilDay yearBefore(CivilDay civilDay)
{
    const absl::CivilMonth month = absl::CivilMonth(civilDay) - 12;
    return std::min(CivilDay(month.year(), month.month(), civilDay.day()), CivilDay(month + 1) - 1);
}

TimeRange rangeOf(std::int64_t start, std::int64_t end)
{
    TimeRange range;
    *range.mutable_start() = timestamp(start);
    *range.mutable_end() = timestamp(end);
    return range;
}

TimeRange weeksBefore(std::int64_t start, std::int64_t end, const absl::TimeZone &zone)
{
    // By the wall clock: a week with a change of the clocks is one week.
    const auto length = zone.At(absl::FromUnixMillis(end)).cs - zone.At(absl::FromUnixMillis(start)).cs;
    const std::int64_t weeks = std::max<std::int64_t>(1, (length + week - 1) / week);
    return rangeOf(onDay(dayOf(start, zone) - 7 * weeks, start, zone), onDay(dayOf(end, zone) - 7 * weeks, end, zone));
}

TimeRange aYearBefore(std::int64_t start, std::int64_t end, const absl::TimeZone &zone)
{
    const std::int64_t from = onDay(yearBefore(dayOf(start, zone)), start, zone);
    if (!isStartOfDay(start, zone) || !isStartOfDay(end, zone))
        return rangeOf(from, from + (end - start));
    const CivilDay last = yearBefore(dayOf(end, zone) - 1);
    return rangeOf(from, absl::ToUnixMillis(absl::FromCivil(last + 1, zone)));
}

} // namespace

std::vector<Compare> allCompares()
{
    return {Compare::Nothing, Compare::PreviousPeriod, Compare::SameWeekdaysBefore, Compare::PreviousYear};
}

QString compareName(Compare compare)
{
    switch (compare) {
    case Compare::Nothing: return Text::tr("No comparison");
    case Compare::PreviousPeriod: return Text::tr("Previous period");
    case Compare::SameWeekdaysBefore: return Text::tr("Same weekdays before");
    case Compare::PreviousYear: return Text::tr("Previous year");
    }
    return {};
}

std::string compareId(Compare compare)
{
    switch (compare) {
    case Compare::Nothing: break;
    case Compare::PreviousPeriod: return "previousPeriod";
    case Compare::SameWeekdaysBefore: return "sameWeekdaysBefore";
    case Compare::PreviousYear: return "previousYear";
    }
    return {};
}

Compare compareOf(const std::string &id)
{
    for (const Compare compare : allCompares())
        if (compareId(compare) == id)
            return compare;
    return Compare::Nothing;
}

TimeRange comparedRange(const TimeRange &range, Compare compare, const ProjectTime &place)
{
    const Calendar calendar = place.calendar();
    const std::int64_t start = milliseconds(range.start());
    const std::int64_t end = milliseconds(range.end());
    switch (compare) {
    case Compare::Nothing: break;
    case Compare::PreviousPeriod: return shifted(range, -1, place);
    case Compare::SameWeekdaysBefore: return weeksBefore(start, end, calendar.timeZone());
    case Compare::PreviousYear: return aYearBefore(start, end, calendar.timeZone());
    }
    return range;
}

QString comparedText(const TimeRange &compared, const ProjectTime &place)
{
    return Text::tr("vs %1", "versus, range of dates").arg(rangeText(compared, place));
}
