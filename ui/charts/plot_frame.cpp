// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_frame.h"

#include "ui/text/number_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

// px; see resources/theme/tokens.json, chart
constexpr double leftPadding = 16;
constexpr double rightPadding = 20;
constexpr double topGutter = 28; // the unit stands in it
constexpr double bottomGutter = 32; // the labels of the time axis stand in it
constexpr double narrowestValueGutter = 36;
constexpr double widestValueGutter = 72;
constexpr double labelToPlot = 8;
constexpr int shortLogScale = 2; // decades that leave room for ticks between them

struct ValueRange
{
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -std::numeric_limits<double>::infinity();
};

template <typename Visit>
void forVisibleValues(const ChartContent &content, Visit visit)
{
    const ChartContent::Buckets shown = content.visibleBuckets();
    for (int series = 0; series < content.seriesCount(); ++series) {
        if (!content.isDrawn(series))
            continue;
        const double *values = content.tips(series).data();
        for (int bucket = shown.first; bucket < shown.last; ++bucket)
            visit(values[bucket]);
        if (const auto compared = content.comparedTips(series); !compared.empty()) {
            for (int bucket = shown.first; bucket < shown.last; ++bucket)
                visit(compared[std::size_t(bucket)]);
        }
    }
}

ValueRange valueRange(const ChartContent &content)
{
    ValueRange range;
    forVisibleValues(content, [&](double value) { // comparisons with NaN are false
        range.lowest = value < range.lowest ? value : range.lowest;
        range.highest = value > range.highest ? value : range.highest;
    });
    return range;
}

bool areWholeNumbers(const ChartContent &content)
{
    bool whole = true;
    forVisibleValues(content,
                     [&](double value) { whole = whole && (std::isnan(value) || value == std::floor(value)); });
    return whole;
}

ValueScale scaleFor(const ChartContent &content, double height)
{
    if (content.seriesCount() == 0 || content.bucketCount() == 0)
        return {0, 1, std::clamp(int(std::lround(height / 100)), 3, 6)};
    const ValueRange range = valueRange(content);
    if (content.scale() == ScaleKind::Log)
        return logScale(range.lowest, range.highest, content.shape.form != ChartForm::Line);
    if (content.scale() == ScaleKind::Percent && content.isStacked() && !(range.lowest < 0))
        return {0, 0.2, 5};
    // Only short ranges could be cut into steps below 1.
    const bool mayNeedHalves
        = content.scale() == ScaleKind::Linear && !(range.highest - std::min(0.0, range.lowest) > 30);
    return valueScale(range.lowest, range.highest, height, mayNeedHalves && areWholeNumbers(content));
}

QString percentText(double share)
{
    return withUnit(QLocale().toString(share * 100, 'g', 4), QStringLiteral("%"));
}

// Texts of the ticks.
void labelValues(PlotFrame &frame, ScaleKind kind)
{
    const ValueScale &scale = frame.scale;
    const double highest = std::max(std::abs(scale.high()), std::abs(scale.low));
    frame.isLog = kind == ScaleKind::Log;
    for (int i = 0; i <= scale.intervals; ++i) {
        const double tick = scale.tick(i);
        frame.valueLabels.append(kind == ScaleKind::Log           ? compactNumber(std::pow(10, tick))
                                     : kind == ScaleKind::Percent ? percentText(tick)
                                                                  : tickNumber(tick, scale.step, highest));
    }
    if (!frame.isLog || scale.step > 1 || scale.intervals > shortLogScale)
        return;
    for (int i = 0; i < scale.intervals; ++i) {
        for (const int digit : {2, 5})
            frame.between.push_back(
                {scale.tick(i) + std::log10(digit), compactNumber(digit * std::pow(10, scale.tick(i)))});
    }
}

} // namespace

double PlotFrame::x(std::int64_t time) const
{
    return plot.left()
        + double(time - span.from) / double(std::max<std::int64_t>(1, span.to - span.from)) * plot.width();
}

double PlotFrame::y(double value) const
{
    return plot.bottom() - (value - scale.low) / (scale.high() - scale.low) * plot.height();
}

double PlotFrame::footY() const
{
    return y(isLog ? scale.low : std::clamp(0.0, scale.low, scale.high()));
}

std::int64_t PlotFrame::time(double x) const
{
    return span.from + std::llround((x - plot.left()) / plot.width() * double(span.to - span.from));
}

PlotFrame plotFrame(const ChartContent &content, const Theme &theme, const QSizeF &size)
{
    const QFontMetricsF metrics(theme.font(Type::Axis));
    PlotFrame frame;
    frame.size = size;
    frame.unit = content.unit();
    frame.span = content.span();

    const double bottom = std::floor(size.height() - bottomGutter);
    const double height = std::max(40.0, bottom - topGutter);
    frame.scale = scaleFor(content, height);
    double gutter = narrowestValueGutter;
    if (content.seriesCount() > 0 && content.bucketCount() > 0) {
        labelValues(frame, content.scale());
        for (const QString &label : frame.valueLabels)
            gutter = std::max(gutter, metrics.horizontalAdvance(label) + labelToPlot);
    }
    gutter = std::ceil(std::min(gutter, widestValueGutter));

    const double left = leftPadding + gutter + 0.5;
    const double width = std::max(40.0, std::floor(size.width() - rightPadding - left));
    const double sharpHeight = std::floor(height / frame.scale.intervals) * frame.scale.intervals;
    frame.plot = QRectF(left, bottom + 0.5 - sharpHeight, width, sharpHeight);
    if (content.bucketCount() > 0)
        frame.marks = timeMarks(content.answer->timestamps, frame.span, content.buckets, width,
                                [&](const QString &text) { return metrics.horizontalAdvance(text); });
    return frame;
}
