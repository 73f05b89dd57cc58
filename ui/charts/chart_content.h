// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/answer_frames.h"
#include "ui/charts/bucket_text.h"
#include "ui/charts/chart_shape.h"
#include "ui/charts/time_axis.h"
#include "ui/theme/theme.h"

#include <QString>

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <vector>

// What a chart says besides its numbers; translated by the caller.
struct ChartText
{
    QString name; // the question in words, for screen readers
    QString unit; // "Users per day", once at the top left
    std::vector<QString> series; // one per series of the answer, in its order
};

// The first bucket that is not over, and where the drawn part of the answer ends: buckets after the unfinished one have
// not begun, so their zeros are not drawn.
struct Unfinished
{
    int first = 0; // bucketCount when all are over
    int drawnEnd = 0; // one past the last drawn bucket
};
Unfinished unfinished(const AnswerFrames &answer);

// An answer as a chart shows it; made by chartContent().
struct ChartContent
{
    std::shared_ptr<const AnswerFrames> answer; // null: nothing but the grid
    ChartText text;
    BucketText buckets;
    Unfinished unfinished; // of the answer
    std::set<int> hidden; // series that are not drawn
    std::optional<TimeSpan> zoom; // a part of the answer's time; all of it otherwise
    ChartShape shape;
    std::shared_ptr<const ComparedSeries> compared; // null without a comparison
    std::shared_ptr<const DrawnValues> drawn; // null: of the values themselves; see refreshDrawn()

    int seriesCount() const { return answer ? int(answer->series.size()) : 0; }
    int bucketCount() const { return answer ? int(answer->timestamps.size()) : 0; }
    bool isDrawn(int series) const { return !hidden.contains(series); }
    bool isStacked() const { return shape.isStacked(seriesCount()); }
    ScaleKind scale() const { return shape.scaleFor(seriesCount()); }
    QString seriesName(int series) const;
    double value(int series, int bucket) const;
    // After a change of answer, shape, hidden series or comparison.
    void refreshDrawn();
    // Where a series stands on the value axis, one per bucket: its top, its foot in a stack (else empty), and where it
    // stood at the other time (empty without).
    std::span<const double> tips(int series) const;
    std::span<const double> feet(int series) const;
    std::span<const double> comparedTips(int series) const;
    QString unit() const; // what the value axis says of itself, and of what it cannot show

    // The time of all buckets: from the first to the last, with half a bucket on both sides where they are bars. One
    // bucket alone stands in the middle of a span of its own.
    TimeSpan wholeSpan() const;
    TimeSpan span() const; // the zoom, or all
    // The time around a bucket that is nearer to it than to its neighbours.
    TimeSpan slot(int bucket) const;
    // [first, last) of the buckets inside the span and one more on either side, so that lines run to the edge.
    struct Buckets
    {
        int first = 0;
        int last = 0;
        int count() const { return last - first; }
    };
    Buckets visibleBuckets() const;
    // The bucket whose time is nearest; -1 without buckets.
    int nearestBucket(std::int64_t time) const;
};

ChartContent chartContent(std::shared_ptr<const AnswerFrames> answer, const ChartText &text,
                          insights::v1::Granularity granularity);

// The colour of each series: hues in the order of the answer whatever is hidden or sorted, Other always grey.
std::vector<SeriesLook> seriesLooks(const AnswerFrames &answer, const Theme &theme);
// "3 series over 31 days, highest 5,379 (United States) on Tuesday 19 May 2026, lowest ..."
QString chartSummary(const ChartContent &content);
