// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_shape.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/charts/series_totals.h"

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
using Columns = std::vector<std::vector<double>>;

// By what each bucket is divided: the sum of all series, without their signs.
std::vector<double> totals(const Columns &columns, std::size_t buckets)
{
    std::vector<double> sums(buckets, 0);
    for (const std::vector<double> &values : columns) {
        for (std::size_t i = 0; i < std::min(buckets, values.size()); ++i)
            sums[i] += std::isnan(values[i]) ? 0 : std::abs(values[i]);
    }
    return sums;
}

void toShares(Columns &columns, std::size_t buckets)
{
    const std::vector<double> sums = totals(columns, buckets);
    for (std::vector<double> &values : columns) {
        for (std::size_t i = 0; i < std::min(buckets, values.size()); ++i)
            values[i] = sums[i] > 0 ? values[i] / sums[i] : none;
    }
}

std::int64_t toLogarithms(std::vector<double> &values)
{
    std::int64_t undrawable = 0;
    for (double &value : values) {
        undrawable += value <= 0;
        value = value > 0 ? std::log10(value) : none;
    }
    return undrawable;
}

// Positive parts go up from zero and negative ones down, the first series nearest to zero.
void stack(DrawnValues &drawn, const std::set<int> &hidden, std::size_t buckets)
{
    std::vector<double> above(buckets, 0);
    std::vector<double> below(buckets, 0);
    drawn.feet.resize(drawn.tips.size());
    for (std::size_t series = 0; series < drawn.tips.size(); ++series) {
        if (hidden.contains(int(series)))
            continue;
        std::vector<double> &tips = drawn.tips[series];
        std::vector<double> &feet = drawn.feet[series];
        feet.resize(tips.size());
        for (std::size_t i = 0; i < tips.size(); ++i) {
            double &reached = tips[i] < 0 ? below[i] : above[i];
            feet[i] = reached;
            if (!std::isnan(tips[i]))
                reached += tips[i];
            tips[i] = std::isnan(tips[i]) ? none : reached;
        }
    }
}

Columns valuesOf(const AnswerFrames &answer)
{
    Columns columns;
    columns.reserve(answer.series.size());
    for (const SeriesFrame &series : answer.series)
        columns.push_back(series.values);
    return columns;
}

bool isSame(const SeriesFrame &left, const SeriesFrame &right)
{
    return left.eventIndex == right.eventIndex && left.breakdown == right.breakdown && left.isOthers == right.isOthers;
}

void put(std::vector<double> &places, const std::vector<double> &values)
{
    std::copy_n(values.begin(), std::min(places.size(), values.size()), places.begin());
}

// What is left of an event there when the series named here are taken away.
std::vector<double> rest(const AnswerFrames &answer, const AnswerFrames &compared, int eventIndex, std::size_t buckets)
{
    std::vector<double> sum(buckets, 0);
    for (const SeriesFrame &other : compared.series) {
        const bool isNamed = std::ranges::any_of(
            answer.series, [&](const SeriesFrame &series) { return !series.isOthers && isSame(series, other); });
        if (other.eventIndex != eventIndex || isNamed)
            continue;
        for (std::size_t i = 0; i < std::min(buckets, other.values.size()); ++i)
            sum[i] += other.values[i];
    }
    return sum;
}

} // namespace

DrawnValues drawnValues(const AnswerFrames &answer, const ChartShape &shape, const std::set<int> &hidden,
                        const ComparedSeries *compared)
{
    const int count = int(answer.series.size());
    const std::size_t buckets = answer.timestamps.size();
    const ScaleKind scale = shape.scaleFor(count);
    const bool stacked = shape.isStacked(count);
    DrawnValues drawn;
    if (compared && !stacked)
        drawn.compared = compared->values;
    if (scale == ScaleKind::Linear && !stacked)
        return drawn;

    drawn.tips = valuesOf(answer);
    if (scale == ScaleKind::Percent) {
        toShares(drawn.tips, buckets);
        toShares(drawn.compared, buckets);
    } else if (scale == ScaleKind::Log) {
        for (int series = 0; series < count; ++series) {
            const std::int64_t undrawable = toLogarithms(drawn.tips[std::size_t(series)]);
            drawn.undrawable += hidden.contains(series) ? 0 : undrawable;
        }
        for (std::vector<double> &values : drawn.compared)
            toLogarithms(values);
    }
    if (stacked)
        stack(drawn, hidden, buckets);
    return drawn;
}

ComparedSeries comparedSeries(const AnswerFrames &answer, const AnswerFrames &compared,
                              insights::v1::Aggregation aggregation)
{
    const std::size_t buckets = answer.timestamps.size();
    const bool addsUp = totalKindOf(aggregation) == TotalKind::Sum;
    ComparedSeries result{compared.timestamps, {}};
    for (const SeriesFrame &series : answer.series) {
        std::vector<double> places(buckets, none);
        const auto found
            = std::ranges::find_if(compared.series, [&](const SeriesFrame &other) { return isSame(series, other); });
        if (series.isOthers) {
            if (addsUp)
                put(places, rest(answer, compared, series.eventIndex, std::min(buckets, compared.timestamps.size())));
        } else if (found != compared.series.end()) {
            put(places, found->values);
        } else if (!compared.info.truncated()) {
            put(places, std::vector<double>(compared.timestamps.size(), 0));
        }
        result.values.push_back(std::move(places));
    }
    return result;
}
