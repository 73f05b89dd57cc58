// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/answer_frames.h"
#include "ui/charts/bucket_text.h"
#include "ui/charts/change_mark.h"
#include "ui/charts/value_scale.h"

#include <limits>
#include <memory>
#include <optional>
#include <vector>

struct RetentionCell
{
    double count = 0;
    bool isDrawn = false; // false where the answer has no number or the bucket has not begun
    bool isUnfinished = false;
};

// One cohort, or the cohorts of one date of all groups together.
struct RetentionRow
{
    std::int64_t cohort = 0; // ms since the epoch
    int bucket = 0; // of RetentionContent::times
    double size = 0;
    std::vector<RetentionCell> cells; // by period, up to the last that is drawn

    double rate(int period) const { return size > 0 ? cells[std::size_t(period)].count / size : 0; }
};

// What the finished cells of one period say together: rate() is the mean of the rates, weighted by the sizes.
struct RetentionMean
{
    double count = 0;
    double size = 0; // of the cohorts whose cell is finished
    int cohorts = 0;

    double rate() const { return size > 0 ? count / size : std::numeric_limits<double>::quiet_NaN(); }
};

// Cohorts by periods.
struct RetentionTable
{
    std::vector<RetentionRow> rows; // by date
    std::vector<RetentionMean> means; // one per period
    double size = 0; // users of all cohorts

    int periods() const { return int(means.size()); }
    int cohorts() const { return int(rows.size()); }
    // Nothing where nothing is drawn.
    const RetentionCell *cell(int row, int period) const;
};

// A value of the breakdown.
struct RetentionGroup
{
    std::string value;
    bool isOthers = false;
    QString name; // "(none)" for "", "Other" for the rest
    RetentionTable table;

    bool isSameAs(const RetentionGroup &other) const { return value == other.value && isOthers == other.isOthers; }
};

// A retention answer as it is drawn; made by retentionContent().
struct RetentionContent
{
    std::vector<RetentionGroup> groups; // largest first, the rest last; none without a breakdown
    RetentionTable all; // of all groups together
    int group = -1; // the one that is shown; -1 shows all
    bool showsRates = true; // numbers of users otherwise; colours are rates always
    QString start; // name of the starting event
    BucketText buckets;
    std::vector<std::int64_t> times; // every bucket from the first cohort to the end of the last period, and one more
    std::optional<std::int64_t> unfinishedFrom; // the first bucket that is not over, when a cell of it is drawn
    ValueScale scale; // of colours and curve, in percent, from 0
    QString compared; // "vs 5 – 31 Mar 2026"; empty without a comparison
    std::vector<double> meansBefore; // at the compared time, of all groups, one per period; NaN where none is finished

    bool isEmpty() const { return all.rows.empty(); }
    const RetentionTable &shown() const { return group < 0 ? all : groups[std::size_t(group)].table; }
    // Place on the heat scale.
    double heat(double rate) const { return rate * 100 / scale.high(); }
    // The bucket of a cell, as start and end in ms.
    std::int64_t cellStart(int row, int period) const;
    std::int64_t cellEnd(int row, int period) const;
};

RetentionContent retentionContent(const AnswerFrames &answer, const insights::v1::QuerySpec &spec);
// Holds the means against those of the same cohorts at another time; `compared` names it.
void compareRetention(RetentionContent &content, const RetentionContent &before, const QString &compared);
// From 0 to the next round rate above `highest`, in percent; to 100 when that is 0.
ValueScale rateScale(double highest);
// Another group of the same answer, -1 for all; the scale follows.
void showGroup(RetentionContent &content, int group);
// Of the mean of one period, when all groups are shown; nothing without a comparison.
std::optional<Change> meanChange(const RetentionContent &content, int period);
// For each period the rate that `share` of its finished cells lie below; NaN where none is finished.
std::vector<double> rateQuantiles(const RetentionTable &table, double share);
