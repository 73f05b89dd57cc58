// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/time_choice.h"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include <QCoreApplication>

#include <algorithm>

using absl::CivilDay;
using insights::v1::TimeRange;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TimeChoice)
};

constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t day = 24 * hour;
// Two days and half a year are an hour or two longer where clocks go back.
constexpr std::int64_t longestInHours = 2 * day + 2 * hour;
constexpr std::int64_t longestInDays = 184 * day + 2 * hour;
constexpr std::int64_t longestCohortsInDays = 35 * day + 2 * hour;
constexpr std::int64_t recent = 7 * day;

CivilDay dayOf(std::int64_t time, const absl::TimeZone &zone)
{
    return CivilDay(zone.At(absl::FromUnixMillis(time)).cs);
}

// A day whose midnight does not exist begins at the first instant after the gap.
std::int64_t startOf(CivilDay civilDay, const absl::TimeZone &zone)
{
    return absl::ToUnixMillis(absl::FromCivil(civilDay, zone));
}

bool isStartOfDay(std::int64_t time, const absl::TimeZone &zone)
{
    return startOf(dayOf(time, zone), zone) == time;
}

TimeRange rangeOf(std::int64_t start, std::int64_t end)
{
    TimeRange range;
    *range.mutable_start() = timestamp(start);
    *range.mutable_end() = timestamp(end);
    return range;
}

TimeRange wholeDays(CivilDay first, CivilDay last, const absl::TimeZone &zone)
{
    return rangeOf(startOf(first, zone), startOf(last + 1, zone));
}

CivilDay startOfWeek(CivilDay civilDay, WeekStart weekStart)
{
    const auto first = weekStart == WeekStart::Monday ? absl::Weekday::monday : absl::Weekday::sunday;
    return absl::PrevWeekday(civilDay + 1, first);
}

CivilDay startOfMonth(CivilDay civilDay)
{
    return CivilDay(absl::CivilMonth(civilDay));
}

CivilDay startOfQuarter(CivilDay civilDay)
{
    const absl::CivilMonth month(civilDay);
    return CivilDay(month - (month.month() - 1) % 3);
}

CivilDay startOfYear(CivilDay civilDay)
{
    return CivilDay(absl::CivilYear(civilDay));
}

// The same day a year before; 28 February for the 29th.
CivilDay yearBefore(CivilDay civilDay)
{
    const absl::CivilMonth month = absl::CivilMonth(civilDay) - 12;
    return std::min(CivilDay(month.year(), month.month(), civilDay.day()), CivilDay(month + 1) - 1);
}

} // namespace

Calendar ProjectTime::calendar() const
{
    if (const auto calendar = Calendar::of(timezone, weekStart))
        return *calendar;
    return Calendar::of("UTC", weekStart).value();
}

ProjectTime placeOf(const insights::v1::ResultInfo &info)
{
    ProjectTime place;
    if (!info.timezone().empty())
        place.timezone = info.timezone();
    place.weekStart = weekStartOf(info.week_start());
    return place;
}

ProjectTime placeOf(const catalog::v1::Project &project)
{
    ProjectTime place;
    if (!project.timezone().empty())
        place.timezone = project.timezone();
    place.weekStart = weekStartOf(project.week_start());
    if (project.has_first_event())
        place.firstEvent = milliseconds(project.first_event());
    if (project.has_last_event())
        place.lastEvent = milliseconds(project.last_event());
    return place;
}

std::vector<TimePreset> allTimePresets()
{
    using enum TimePreset;
    return {Today,     Yesterday, Last7Days,   Last30Days,  Last90Days, Last12Months, ThisWeek,         LastWeek,
            ThisMonth, LastMonth, ThisQuarter, LastQuarter, ThisYear,   LastYear,     Last30DaysOfData, AllData};
}

QString timePresetName(TimePreset preset)
{
    switch (preset) {
    case TimePreset::Fixed: return Text::tr("Fixed dates");
    case TimePreset::Today: return Text::tr("Today");
    case TimePreset::Yesterday: return Text::tr("Yesterday");
    case TimePreset::Last7Days: return Text::tr("Last 7 days");
    case TimePreset::Last30Days: return Text::tr("Last 30 days");
    case TimePreset::Last90Days: return Text::tr("Last 90 days");
    case TimePreset::Last12Months: return Text::tr("Last 12 months");
    case TimePreset::ThisWeek: return Text::tr("This week");
    case TimePreset::LastWeek: return Text::tr("Last week");
    case TimePreset::ThisMonth: return Text::tr("This month");
    case TimePreset::LastMonth: return Text::tr("Last month");
    case TimePreset::ThisQuarter: return Text::tr("This quarter");
    case TimePreset::LastQuarter: return Text::tr("Last quarter");
    case TimePreset::ThisYear: return Text::tr("This year");
    case TimePreset::LastYear: return Text::tr("Last year");
    case TimePreset::Last30DaysOfData: return Text::tr("Last 30 days of data");
    case TimePreset::AllData: return Text::tr("All data");
    }
    return {};
}

std::string timePresetId(TimePreset preset)
{
    switch (preset) {
    case TimePreset::Fixed: break;
    case TimePreset::Today: return "today";
    case TimePreset::Yesterday: return "yesterday";
    case TimePreset::Last7Days: return "last7Days";
    case TimePreset::Last30Days: return "last30Days";
    case TimePreset::Last90Days: return "last90Days";
    case TimePreset::Last12Months: return "last12Months";
    case TimePreset::ThisWeek: return "thisWeek";
    case TimePreset::LastWeek: return "lastWeek";
    case TimePreset::ThisMonth: return "thisMonth";
    case TimePreset::LastMonth: return "lastMonth";
    case TimePreset::ThisQuarter: return "thisQuarter";
    case TimePreset::LastQuarter: return "lastQuarter";
    case TimePreset::ThisYear: return "thisYear";
    case TimePreset::LastYear: return "lastYear";
    case TimePreset::Last30DaysOfData: return "last30DaysOfData";
    case TimePreset::AllData: return "allData";
    }
    return {};
}

TimePreset timePresetOf(const std::string &id)
{
    for (const TimePreset preset : allTimePresets())
        if (timePresetId(preset) == id)
            return preset;
    return TimePreset::Fixed;
}

TimeRange timeRange(TimePreset preset, const ProjectTime &place, std::int64_t now)
{
    const Calendar calendar = place.calendar();
    const absl::TimeZone &zone = calendar.timeZone();
    const CivilDay today = dayOf(now, zone);
    const auto upToToday = [&](CivilDay first) { return wholeDays(first, today, zone); };

    switch (preset) {
    case TimePreset::Today: return upToToday(today);
    case TimePreset::Yesterday: return wholeDays(today - 1, today - 1, zone);
    case TimePreset::Last7Days: return upToToday(today - 6);
    case TimePreset::Last90Days: return upToToday(today - 89);
    case TimePreset::Last12Months: return upToToday(yearBefore(today) + 1);
    case TimePreset::ThisWeek: return upToToday(startOfWeek(today, place.weekStart));
    case TimePreset::LastWeek: {
        const CivilDay thisWeek = startOfWeek(today, place.weekStart);
        return wholeDays(thisWeek - 7, thisWeek - 1, zone);
    }
    case TimePreset::ThisMonth: return upToToday(startOfMonth(today));
    case TimePreset::LastMonth: {
        const CivilDay thisMonth = startOfMonth(today);
        return wholeDays(startOfMonth(thisMonth - 1), thisMonth - 1, zone);
    }
    case TimePreset::ThisQuarter: return upToToday(startOfQuarter(today));
    case TimePreset::LastQuarter: {
        const CivilDay thisQuarter = startOfQuarter(today);
        return wholeDays(startOfQuarter(thisQuarter - 1), thisQuarter - 1, zone);
    }
    case TimePreset::ThisYear: return upToToday(startOfYear(today));
    case TimePreset::LastYear: {
        const CivilDay thisYear = startOfYear(today);
        return wholeDays(startOfYear(thisYear - 1), thisYear - 1, zone);
    }
    case TimePreset::Last30DaysOfData:
        if (place.lastEvent) {
            const CivilDay last = dayOf(*place.lastEvent, zone);
            return wholeDays(last - 29, last, zone);
        }
        break;
    case TimePreset::AllData:
        if (place.firstEvent && place.lastEvent)
            return wholeDays(dayOf(*place.firstEvent, zone), dayOf(*place.lastEvent, zone), zone);
        break;
    case TimePreset::Fixed:
    case TimePreset::Last30Days: break;
    }
    return upToToday(today - 29);
}

TimePreset presetFor(const ProjectTime &place, std::int64_t now)
{
    const bool isRecent = !place.lastEvent || std::abs(now - *place.lastEvent) <= recent;
    return isRecent ? TimePreset::Last30Days : TimePreset::Last30DaysOfData;
}

insights::v1::Granularity automaticGranularity(const TimeRange &range, bool isRetention)
{
    const std::int64_t length = milliseconds(range.end()) - milliseconds(range.start());
    if (length <= longestInHours)
        return insights::v1::GRANULARITY_HOUR;
    return length <= (isRetention ? longestCohortsInDays : longestInDays) ? insights::v1::GRANULARITY_DAY
                                                                          : insights::v1::GRANULARITY_WEEK;
}

TimeRange shifted(const TimeRange &range, int steps, const ProjectTime &place)
{
    const Calendar calendar = place.calendar();
    const absl::TimeZone &zone = calendar.timeZone();
    const std::int64_t start = milliseconds(range.start());
    const std::int64_t end = milliseconds(range.end());
    if (!isStartOfDay(start, zone) || !isStartOfDay(end, zone))
        return rangeOf(start + steps * (end - start), end + steps * (end - start));

    const CivilDay first = dayOf(start, zone);
    const CivilDay past = dayOf(end, zone);
    const auto days = steps * (past - first);
    return rangeOf(startOf(first + days, zone), startOf(past + days, zone));
}
