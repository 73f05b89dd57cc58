// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_totals.h"

#include "ui/charts/change_mark.h"

#include <algorithm>
#include <cmath>
#include <limits>

TotalKind totalKindOf(insights::v1::Aggregation aggregation)
{
    switch (aggregation) {
    case insights::v1::AGGREGATION_UNIQUE_USERS:
    case insights::v1::AGGREGATION_AVERAGE: return TotalKind::MeanPerBucket;
    default: return TotalKind::Sum;
    }
}

static double totalOf(const std::vector<double> &values, std::size_t end, TotalKind kind)
{
    double sum = 0;
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < std::min(end, values.size()); ++i) {
        if (!std::isnan(values[i])) {
            sum += values[i];
            ++numbers;
        }
    }
    if (numbers == 0)
        return std::numeric_limits<double>::quiet_NaN();
    return kind == TotalKind::Sum ? sum : sum / double(numbers);
}

SeriesTotals seriesTotals(const AnswerFrames &answer, insights::v1::Aggregation aggregation)
{
    SeriesTotals totals{.kind = totalKindOf(aggregation)};
    std::size_t end = answer.timestamps.size();
    if (totals.kind == TotalKind::MeanPerBucket && answer.firstUnfinished() > 0)
        end = answer.firstUnfinished();

    totals.each.reserve(answer.series.size());
    for (const SeriesFrame &series : answer.series)
        totals.each.push_back(totalOf(series.values, end, totals.kind));

    if (totals.kind == TotalKind::MeanPerBucket) {
        if (totals.each.size() == 1 && !std::isnan(totals.each.front()))
            totals.all = totals.each.front();
        return totals;
    }
    for (const double total : totals.each) {
        if (!std::isnan(total))
            totals.all = totals.all.value_or(0) + total;
    }
    return totals;
}

SeriesChanges seriesChanges(const AnswerFrames &answer, const ComparedSeries &compared,
                            insights::v1::Aggregation aggregation)
{
    const TotalKind kind = totalKindOf(aggregation);
    const std::size_t end = std::min(answer.firstUnfinished(), compared.timestamps.size());
    SeriesChanges changes;
    double nowAll = 0;
    double beforeAll = 0;
    for (std::size_t series = 0; series < answer.series.size(); ++series) {
        const double now = totalOf(answer.series[series].values, end, kind);
        const double before = totalOf(compared.values[series], end, kind);
        changes.each.push_back(changeFrom(before, now));
        nowAll += now;
        beforeAll += before;
    }
    if (kind == TotalKind::Sum || answer.series.size() == 1)
        changes.all = changeFrom(beforeAll, nowAll);
    return changes;
}
