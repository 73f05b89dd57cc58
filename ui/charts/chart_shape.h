// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/answer_frames.h"

#include <QString>

#include <set>
#include <vector>

enum class ChartForm { Line, Area, Bar };
// Percent: of the sum of all series of the answer, hidden ones too, so that hiding one leaves the others as they are.
enum class ScaleKind { Linear, Log, Percent };

// How a trend is drawn; the numbers are the same.
struct ChartShape
{
    ChartForm form = ChartForm::Line;
    bool stackedBars = true; // bars of one bucket: one above the other, or side by side
    ScaleKind scale = ScaleKind::Linear;

    // Areas of several series are always stacked. Stacked parts have no log scale: a part's height would say nothing.
    bool isStacked(int seriesCount) const
    {
        return seriesCount > 1 && (form == ChartForm::Area || (form == ChartForm::Bar && stackedBars));
    }
    ScaleKind scaleFor(int seriesCount) const
    {
        return scale == ScaleKind::Log && isStacked(seriesCount) ? ScaleKind::Linear : scale;
    }
    bool operator==(const ChartShape &) const = default;
};

// The series of an answer at another time, bucket by bucket in the places of the answer.
struct ComparedSeries
{
    std::vector<std::int64_t> timestamps; // of the other time; may be more or fewer than the answer has
    std::vector<std::vector<double>>
        values; // one per series of the answer, as long as its own; NaN where none is known
    QString words = {}; // "vs 31 Mar – 30 Apr 2026"
};

// Where values stand on the value axis, after stacking, shares and logarithms. NaN makes a gap.
struct DrawnValues
{
    std::vector<std::vector<double>> tips; // one per series; empty when they are the values themselves
    std::vector<std::vector<double>> feet; // where stacked parts begin; empty when all begin at the foot of the axis
    std::vector<std::vector<double>> compared; // tips of the other time; empty without one, and in stacks
    std::int64_t undrawable = 0; // numbers of shown series that a log scale cannot show: 0 and less
};

DrawnValues drawnValues(const AnswerFrames &answer, const ChartShape &shape, const std::set<int> &hidden,
                        const ComparedSeries *compared);

// Finds each series of `answer` in `compared` by event and breakdown. A series that is missing there is 0 when nothing
// was cut off, else unknown. "Other" of a count or sum is what is left there; of other measures it cannot be known.
ComparedSeries comparedSeries(const AnswerFrames &answer, const AnswerFrames &compared,
                              insights::v1::Aggregation aggregation);
