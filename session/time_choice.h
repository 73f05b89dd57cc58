// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/v1/catalog.pb.h>
#include <insights/v1/insights.pb.h>

#include "query/calendar.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

// Where and when a project's questions are asked.
struct ProjectTime
{
    std::string timezone = "UTC";
    WeekStart weekStart = WeekStart::Sunday;
    std::optional<std::int64_t> firstEvent; // ms since the epoch
    std::optional<std::int64_t> lastEvent;

    Calendar calendar() const; // UTC when the machine does not know the zone
};

// Of the project that an answer is of.
ProjectTime placeOf(const insights::v1::ResultInfo &info);
ProjectTime placeOf(const catalog::v1::Project &project);

enum class TimePreset {
    Fixed, // the range as it stands in the spec
    Today,
    Yesterday,
    Last7Days, // the seven days up to and with today
    Last30Days,
    Last90Days,
    Last12Months,
    ThisWeek,
    LastWeek,
    ThisMonth,
    LastMonth,
    ThisQuarter, // of the calendar year
    LastQuarter,
    ThisYear,
    LastYear,
    Last30DaysOfData, // up to and with the day of the last event
    AllData
};

// How the range of a question was chosen.
struct TimeChoice
{
    TimePreset preset = TimePreset::Fixed;
    bool operator==(const TimeChoice &) const = default;
};

std::vector<TimePreset> allTimePresets(); // in the order menus show, without Fixed
QString timePresetName(TimePreset preset); // translated
// Written into files: the same in every language and version, as in "last30Days"; empty for Fixed.
std::string timePresetId(TimePreset preset);
TimePreset timePresetOf(const std::string &id); // Fixed when there is none of this id

// What a preset means at `now` (ms): whole days of the project's zone, end exclusive. The ...Data presets need events.
insights::v1::TimeRange timeRange(TimePreset preset, const ProjectTime &place, std::int64_t now);
// A first choice for a project: recent days when its data is recent, else the last days it has.
TimePreset presetFor(const ProjectTime &place, std::int64_t now);
// Hours to two days, days to half a year, weeks beyond; of a retention, whose cells are many more than its buckets,
// days to five weeks.
insights::v1::Granularity automaticGranularity(const insights::v1::TimeRange &range, bool isRetention = false);
// The range as long as this one just before (-1) or after (+1) it, by calendar days where it is whole days.
insights::v1::TimeRange shifted(const insights::v1::TimeRange &range, int steps, const ProjectTime &place);
