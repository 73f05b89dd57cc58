// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "session/time_choice.h"

#include <QString>

#include <string>
#include <vector>

// What an answer is held against.
enum class Compare {
    Nothing,
    PreviousPeriod, // as many calendar days (or as long a time) right before
    SameWeekdaysBefore, // shifted back by the fewest whole weeks that lie before the range
    PreviousYear // the same dates a year before; 28 February for the 29th
};

std::vector<Compare> allCompares(); // in the order menus show
QString compareName(Compare compare); // translated: "Previous period"
// Written into files: the same in every language and version, as in "previousPeriod"; empty for Nothing.
std::string compareId(Compare compare);
Compare compareOf(const std::string &id); // Nothing when there is none of this id

// The range to ask for beside `range`, which has start and end; that same range for Nothing. Days stay calendar days
// of the project across changes of the clocks. PreviousPeriod of May is 31 March to 30 April and not April: it has as
// many days, so totals and buckets stand against their likes.
insights::v1::TimeRange comparedRange(const insights::v1::TimeRange &range, Compare compare, const ProjectTime &place);
// "vs 31 Mar – 30 Apr 2026", of a range from comparedRange().
QString comparedText(const insights::v1::TimeRange &compared, const ProjectTime &place);
