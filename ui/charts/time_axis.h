// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/bucket_text.h"

#include <functional>
#include <span>
#include <vector>

// A piece of time, both ends inclusive, ms since the epoch.
struct TimeSpan
{
    std::int64_t from = 0;
    std::int64_t to = 0;
    bool operator==(const TimeSpan &) const = default;
};

struct TimeLabel
{
    std::int64_t time = 0;
    QString text;
    bool operator==(const TimeLabel &) const = default;
};

// The marks of a time axis, ascending.
struct TimeMarks
{
    std::vector<std::int64_t> small; // one per bucket, or per labelled unit when buckets are too close
    std::vector<TimeLabel> labels; // at hours, days, weeks, months or years of the answer's calendar
    std::vector<std::int64_t> clockChanges; // first bucket after each change of the zone's offset
};

// `width` is the px from span.from to span.to. Labels are at least 56 px and their own width plus a gap apart, and the
// unit is the smallest that fits; `textWidth` measures a label in px.
TimeMarks timeMarks(std::span<const std::int64_t> buckets, TimeSpan span, const BucketText &text, double width,
                    const std::function<double(const QString &)> &textWidth);
