// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/answer_headline.h"

#include "query/answer_text.h"
#include "query/question.h"
#include "ui/charts/bucket_text.h"
#include "ui/charts/chart_shape.h"
#include "ui/charts/retention_content.h"
#include "ui/charts/series_totals.h"
#include "ui/shell/answer_numbers.h"
#include "ui/shell/answer_view.h"
#include "ui/shell/trend_content.h"
#include "ui/text/number_text.h"

#include <QCoreApplication>

using namespace insights::v1;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AnswerHeadline)
};

QString joined(const QString &number, const std::optional<Change> &change)
{
    return change ? Text::tr("%1 · %2", "number, change").arg(number, spokenChange(*change)) : number;
}

// The first of several and how many it leaves out.
QString firstOf(const QString &name, const QString &number, std::size_t count)
{
    const QString first = Text::tr("%1: %2", "name, number").arg(name, number);
    return count > 1 ? Text::tr("%1 and %2 more").arg(first, fullNumber(double(count - 1))) : first;
}

QString trendHeadline(const Answered &answered, const Comparison *comparison)
{
    const AnswerFrames &answer = *answered.frames;
    const Aggregation aggregation = aggregationOf(answered.spec);
    const SeriesTotals totals = seriesTotals(answer, aggregation);
    SeriesChanges changes;
    if (comparison != nullptr && comparison->frames)
        changes = seriesChanges(answer, comparedSeries(answer, *comparison->frames, aggregation), aggregation);

    const double value = totals.all.value_or(totals.each.front());
    QString number = withUnit(fullNumber(value), unitOf(answered.spec, value));
    if (totals.kind == TotalKind::MeanPerBucket)
        number = Text::tr("%1 %2", "number, per day").arg(number, BucketText({}, answered.spec.granularity()).per());
    if (totals.all)
        return joined(number, changes.all);
    const QString name = QString::fromStdString(seriesName(answer, answer.series.front()));
    return firstOf(name, joined(number, changes.each.empty() ? std::nullopt : changes.each.front()),
                   answer.series.size());
}

QString numberHeadline(const Answered &answered, const Comparison *comparison)
{
    const NumberContent content = numberContent(answered, comparison);
    const NumberTile &tile = content.tiles.front();
    const QString number = joined(withUnit(fullNumber(tile.value), tile.unit), tile.change);
    return content.tiles.size() == 1 ? number : firstOf(tile.caption, number, content.tiles.size());
}

QString funnelHeadline(const Answered &answered, const Comparison *comparison)
{
    const FunnelContent content = funnelContent(answered, comparison);
    const FunnelCell &last = content.all.back();
    const QString rate = joined(Text::tr("%1 converted", "rate").arg(rateText(last.rate)), content.change);
    return Text::tr("%1 · %2 of %3 users").arg(rate, fullNumber(last.count), fullNumber(content.all.front().count));
}

QString retentionHeadline(const Answered &answered)
{
    const RetentionContent content = retentionContent(*answered.frames, answered.spec);
    const QString users
        = withUnit(fullNumber(content.all.size), content.all.size == 1 ? Text::tr("user") : Text::tr("users"));
    if (content.all.periods() < 2 || content.all.means[1].cohorts == 0)
        return users;
    const QString rate = rateText(content.all.means[1].rate());
    switch (answered.spec.granularity()) {
    case GRANULARITY_HOUR: return Text::tr("%1 came back after an hour · %2").arg(rate, users);
    case GRANULARITY_WEEK: return Text::tr("%1 came back after a week · %2").arg(rate, users);
    default: return Text::tr("%1 came back after a day · %2").arg(rate, users);
    }
}

} // namespace

QString answerHeadline(const Answered &answered, const Comparison *comparison)
{
    if (isEmpty(answered))
        return Text::tr("No data");
    switch (answerKind(answered.spec)) {
    case AnswerKind::Funnel: return funnelHeadline(answered, comparison);
    case AnswerKind::Retention: return retentionHeadline(answered);
    case AnswerKind::Table:
    case AnswerKind::Number: return numberHeadline(answered, comparison);
    case AnswerKind::Trend: break;
    }
    return trendHeadline(answered, comparison);
}
