// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "session/time_choice.h"

#include <QDate>

#include <optional>

// Between the instants of a question's range and the calendar days of its project's zone.

struct DateSpan
{
    QDate first;
    QDate last; // inclusive
    bool operator==(const DateSpan &) const = default;
};

// Whole days: from the first instant of `first` to the first instant after `last`, whatever the clocks do between.
insights::v1::TimeRange rangeOfDays(const DateSpan &days, const ProjectTime &place);
// The days that the range touches.
DateSpan daysOf(const insights::v1::TimeRange &range, const ProjectTime &place);
QDate dayOf(std::int64_t milliseconds, const ProjectTime &place);

enum class RangeEdge { Start, End };
// "2026-05-01", or "2026-05-01 14:30" when the edge is not that of a day; the last day where the end is one.
QString edgeText(std::int64_t milliseconds, RangeEdge edge, const ProjectTime &place);
// The reverse, in milliseconds; nothing when it is no time.
std::optional<std::int64_t> edgeOf(const QString &text, RangeEdge edge, const ProjectTime &place);
insights::v1::TimeRange rangeBetween(std::int64_t start, std::int64_t end);
