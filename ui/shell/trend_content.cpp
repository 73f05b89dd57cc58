// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/trend_content.h"

#include "query/answer_text.h"
#include "query/check.h"
#include "session/compare.h"
#include "session/question_words.h"
#include "ui/charts/series_totals.h"
#include "ui/shell/answer_numbers.h"
#include "ui/shell/form_bar.h"

#include <QCoreApplication>

namespace {

using namespace insights::v1;

QString tr(const char *text)
{
    return QCoreApplication::translate("TrendView", text);
}

QString totalCaption(const QuerySpec &spec, TotalKind kind)
{
    const QString measure = measureName(aggregationOf(spec)).toLower();
    return kind == TotalKind::Sum ? measure : tr("%1, mean %2").arg(measure, BucketText({}, spec.granularity()).per());
}

void addChanges(LegendContent &content, const Answered &answered, const Comparison &comparison)
{
    if (comparison.failure) {
        content.caption = tr("%1, could not be compared").arg(content.caption);
        content.captionHint = QString::fromStdString(comparison.failure->message);
    }
    if (!comparison.frames)
        return;
    const Aggregation aggregation = aggregationOf(answered.spec);
    const AnswerFrames &answer = *answered.frames;
    const SeriesChanges changes
        = seriesChanges(answer, comparedSeries(answer, *comparison.frames, aggregation), aggregation);
    content.caption
        = tr("%1, %2").arg(content.caption, comparedText(comparison.spec.time_range(), placeOf(answer.info)));
    if (answer.firstUnfinished() < answer.timestamps.size())
        content.captionHint = tr("Changes are those of the finished part.");
    content.change = changes.all;
    content.changeHeader = tr("Change");
    for (std::size_t i = 0; i < content.rows.size(); ++i)
        content.rows[i].change = changes.each[i];
}

} // namespace

std::vector<QString> seriesNames(const AnswerFrames &answer)
{
    std::vector<QString> names;
    for (const SeriesFrame &series : answer.series)
        names.push_back(QString::fromStdString(seriesName(answer, series)));
    return names;
}

ChartText chartText(const Answered &answered)
{
    return {plainText(questionWords(answered.spec)), measureUnit(answered.spec), seriesNames(*answered.frames)};
}

std::shared_ptr<const ComparedSeries> comparedSeries(const Answered &answered, const Comparison *comparison)
{
    if (!comparison || !comparison->frames)
        return nullptr;
    ComparedSeries compared = ::comparedSeries(*answered.frames, *comparison->frames, aggregationOf(answered.spec));
    compared.words = comparedWords(answered, comparison);
    return std::make_shared<const ComparedSeries>(std::move(compared));
}

ChartContent chartContent(const Answered &answered, const Comparison *comparison)
{
    ChartContent content = ::chartContent(answered.frames, chartText(answered), answered.spec.granularity());
    content.shape.form = chartFormOf(answered.spec.visualization());
    content.compared = comparedSeries(answered, comparison);
    content.refreshDrawn();
    return content;
}

LegendContent legendContent(const Answered &answered, const Theme &theme, const Comparison *comparison)
{
    const QuerySpec &spec = answered.spec;
    const AnswerFrames &answer = *answered.frames;
    const SeriesTotals totals = seriesTotals(answer, aggregationOf(spec));
    const auto looks = seriesLooks(answer, theme);
    const auto names = seriesNames(answer);

    LegendContent content;
    const bool hasBreakdown = spec.has_breakdown();
    const QString property = QString::fromStdString(spec.breakdown().property());
    content.title = hasBreakdown ? tr("All values of %1").arg(property) : tr("All events");
    if (!hasBreakdown && names.size() == 1)
        content.title = names.front();
    content.total = totals.all;
    content.caption = totalCaption(spec, totals.kind);
    content.nameHeader = hasBreakdown ? property : tr("Event");
    content.valueHeader = totals.kind == TotalKind::Sum ? tr("Total") : tr("Mean");
    for (std::size_t i = 0; i < names.size(); ++i)
        content.rows.push_back({names[i], totals.each[i], looks[i], answer.series[i].isOthers, {}});
    if (comparison)
        addChanges(content, answered, *comparison);
    return content;
}
