// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_content.h"

#include "ui/text/number_text.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr std::int64_t halfADay = 43'200'000; // around a bucket that is alone

struct Extreme
{
    double value = 0;
    int series = -1;
    int bucket = -1;
};

QString placeOf(const ChartContent &content, const Extreme &extreme)
{
    const QString when = content.buckets.full(content.answer->timestamps[std::size_t(extreme.bucket)]);
    const QString value = fullNumber(extreme.value);
    if (content.seriesCount() == 1)
        return BucketText::tr("%1 on %2", "value, bucket").arg(value, when);
    return BucketText::tr("%1 (%2) on %3", "value, series, bucket")
        .arg(value, content.seriesName(extreme.series), when);
}

} // namespace

QString ChartContent::seriesName(int series) const
{
    const auto index = std::size_t(series);
    return index < text.series.size() ? text.series[index] : QString();
}

double ChartContent::value(int series, int bucket) const
{
    return answer->series[std::size_t(series)].values[std::size_t(bucket)];
}

void ChartContent::refreshDrawn()
{
    drawn.reset();
    if (answer && (compared || shape.isStacked(seriesCount()) || scale() != ScaleKind::Linear))
        drawn = std::make_shared<const DrawnValues>(drawnValues(*answer, shape, hidden, compared.get()));
}

std::span<const double> ChartContent::tips(int series) const
{
    if (drawn && !drawn->tips.empty())
        return drawn->tips[std::size_t(series)];
    return answer->series[std::size_t(series)].values;
}

std::span<const double> ChartContent::feet(int series) const
{
    return drawn && !drawn->feet.empty() ? std::span<const double>(drawn->feet[std::size_t(series)])
                                         : std::span<const double>();
}

std::span<const double> ChartContent::comparedTips(int series) const
{
    return drawn && !drawn->compared.empty() ? std::span<const double>(drawn->compared[std::size_t(series)])
                                             : std::span<const double>();
}

QString ChartContent::unit() const
{
    if (seriesCount() == 0)
        return text.unit;
    switch (scale()) {
    case ScaleKind::Linear: return text.unit;
    case ScaleKind::Percent: return BucketText::tr("%1, share of all series").arg(text.unit);
    case ScaleKind::Log: break;
    }
    const QString unit = BucketText::tr("%1, log scale").arg(text.unit);
    if (!drawn || drawn->undrawable == 0)
        return unit;
    return BucketText::tr("%1; values of 0 or less cannot be shown: %2")
        .arg(unit, QLocale().toString(qlonglong(drawn->undrawable)));
}

TimeSpan ChartContent::wholeSpan() const
{
    if (bucketCount() == 0)
        return {};
    const auto &times = answer->timestamps;
    if (times.size() == 1)
        return {times.front() - halfADay, times.front() + halfADay};
    if (shape.form == ChartForm::Bar)
        return {slot(0).from, slot(bucketCount() - 1).to};
    return {times.front(), times.back()};
}

TimeSpan ChartContent::span() const
{
    return zoom.value_or(wholeSpan());
}

TimeSpan ChartContent::slot(int bucket) const
{
    const auto &times = answer->timestamps;
    const auto here = std::size_t(bucket);
    const bool hasBefore = bucket > 0;
    const bool hasAfter = here + 1 < times.size();
    if (!hasBefore && !hasAfter)
        return {times[here] - halfADay, times[here] + halfADay};
    const std::int64_t before = hasBefore ? times[here] - times[here - 1] : times[here + 1] - times[here];
    const std::int64_t after = hasAfter ? times[here + 1] - times[here] : before;
    return {times[here] - before / 2, times[here] + after / 2};
}

ChartContent::Buckets ChartContent::visibleBuckets() const
{
    if (bucketCount() == 0)
        return {};
    const auto &times = answer->timestamps;
    const TimeSpan shown = span();
    const auto first = std::lower_bound(times.begin(), times.end(), shown.from);
    const auto last = std::upper_bound(first, times.end(), shown.to);
    Buckets buckets{int(first - times.begin()), int(last - times.begin())};
    buckets.first = std::max(0, buckets.first - 1);
    buckets.last = std::min({buckets.last + 1, bucketCount(), unfinished.drawnEnd});
    buckets.last = std::max(buckets.first, buckets.last);
    return buckets;
}

int ChartContent::nearestBucket(std::int64_t time) const
{
    if (bucketCount() == 0)
        return -1;
    const auto &times = answer->timestamps;
    const auto end = times.begin() + std::max(1, unfinished.drawnEnd);
    const auto after = std::lower_bound(times.begin(), end, time);
    if (after == times.begin())
        return 0;
    if (after == end || time - *(after - 1) <= *after - time)
        return int(after - times.begin()) - 1;
    return int(after - times.begin());
}

Unfinished unfinished(const AnswerFrames &answer)
{
    const int count = int(answer.timestamps.size());
    const int first = int(answer.firstUnfinished());
    int end = count;
    const auto isEmpty = [&](int bucket) {
        return std::all_of(answer.series.begin(), answer.series.end(), [&](const SeriesFrame &series) {
            const double value = series.values[std::size_t(bucket)];
            return value == 0 || std::isnan(value);
        });
    };
    while (end > first + 1 && isEmpty(end - 1))
        --end;
    return {first, end};
}

ChartContent chartContent(std::shared_ptr<const AnswerFrames> answer, const ChartText &text,
                          insights::v1::Granularity granularity)
{
    ChartContent content;
    if (answer) {
        content.buckets = BucketText(answer->info, granularity);
        content.unfinished = unfinished(*answer);
    }
    content.answer = std::move(answer);
    content.text = text;
    return content;
}

std::vector<SeriesLook> seriesLooks(const AnswerFrames &answer, const Theme &theme)
{
    std::vector<SeriesLook> looks;
    looks.reserve(answer.series.size());
    int hue = 0;
    for (const SeriesFrame &series : answer.series)
        looks.push_back(series.isOthers ? SeriesLook{theme.color(Role::Other), {}} : theme.categorical(hue++));
    return looks;
}

QString chartSummary(const ChartContent &content)
{
    if (content.seriesCount() == 0 || content.bucketCount() == 0)
        return BucketText::tr("No data");
    Extreme highest;
    Extreme lowest;
    for (int series = 0; series < content.seriesCount(); ++series) {
        const std::vector<double> &values = content.answer->series[std::size_t(series)].values;
        for (int bucket = 0; bucket < content.unfinished.drawnEnd; ++bucket) {
            const double value = values[std::size_t(bucket)];
            if (std::isnan(value))
                continue;
            if (highest.bucket < 0 || value > highest.value)
                highest = {value, series, bucket};
            if (lowest.bucket < 0 || value < lowest.value)
                lowest = {value, series, bucket};
        }
    }
    const QString size = content.seriesCount() == 1
        ? BucketText::tr("1 series over %1").arg(content.buckets.count(content.bucketCount()))
        : BucketText::tr("%1 series over %2")
              .arg(QLocale().toString(content.seriesCount()), content.buckets.count(content.bucketCount()));
    if (highest.bucket < 0)
        return size;
    return BucketText::tr("%1, highest %2, lowest %3").arg(size, placeOf(content, highest), placeOf(content, lowest));
}
