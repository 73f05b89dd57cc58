// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/answer_frames.h"
#include "ui/charts/change_mark.h"
#include "ui/charts/chart_shape.h"

#include <optional>
#include <vector>

// What one number may stand for a whole series. Counts and sums add up over buckets. Unique users and averages do not
// (a user of two days is one user): for them it is the mean per bucket.
enum class TotalKind { Sum, MeanPerBucket };

struct SeriesTotals
{
    TotalKind kind = TotalKind::Sum;
    std::vector<double> each; // one per series; NaN when a series has no number
    std::optional<double> all; // over all series; nothing where adding up series would be wrong
};

TotalKind totalKindOf(insights::v1::Aggregation aggregation);
// Sums run over all buckets, means over the buckets that are finished (over all, when none is). `all` is the sum of
// sums; a mean is only given for one series, since a user may be in several groups.
SeriesTotals seriesTotals(const AnswerFrames &answer, insights::v1::Aggregation aggregation);

// How the totals differ from those of the compared time, as shares (see changeFrom()); nothing where it is not known.
// Only finished buckets that both times have are compared, place by place.
struct SeriesChanges
{
    std::vector<std::optional<Change>> each;
    std::optional<Change> all;
};
SeriesChanges seriesChanges(const AnswerFrames &answer, const ComparedSeries &compared,
                            insights::v1::Aggregation aggregation);
