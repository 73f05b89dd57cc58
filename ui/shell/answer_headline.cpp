// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/answer_headline.h"

#include "query/question.h"
#include "session/question_words.h"
#include "ui/charts/series_totals.h"
#include "ui/shell/answer_numbers.h"
#include "ui/shell/answer_view.h"
#include "ui/text/number_text.h"

#include <QCoreApplication>

using namespace insights::v1;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AnswerHeadline)
};

// Of all users, or of all groups together.
QString funnelHeadline(const FunnelResult &funnel)
{
    std::map<std::string, std::pair<double, double>> groups; // first and last step of each
    for (const FunnelStep &step : funnel.steps()) {
        const auto [group, isFirst] = groups.try_emplace(step.breakdown(), step.count(), step.count());
        group->second.second = step.count();
    }
    double first = 0;
    double last = 0;
    for (const auto &[name, group] : groups) {
        first += group.first;
        last += group.second;
    }
    return Text::tr("%1 convert").arg(rateText(first > 0 ? last / first : 0));
}

// Over the cohorts whose first period is over.
QString retentionHeadline(const QuerySpec &spec, const RetentionResult &retention)
{
    double came = 0;
    double started = 0;
    for (const RetentionCohort &cohort : retention.cohorts())
        for (const RetentionPeriod &period : cohort.periods())
            if (period.period() == 1 && !period.incomplete()) {
                came += period.count();
                started += cohort.size();
            }
    const QString rate = rateText(started > 0 ? came / started : 0);
    switch (spec.granularity()) {
    case GRANULARITY_HOUR: return Text::tr("%1 in hour 1").arg(rate);
    case GRANULARITY_DAY: return Text::tr("%1 on day 1").arg(rate);
    default: return Text::tr("%1 in week 1").arg(rate);
    }
}

QString counted(const QuerySpec &spec, double value)
{
    switch (aggregationOf(spec)) {
    case AGGREGATION_COUNT: return Text::tr("%1 events").arg(fullNumber(value));
    case AGGREGATION_UNIQUE_USERS: return Text::tr("%1 users").arg(fullNumber(value));
    default: return fullNumber(value);
    }
}

QString trendHeadline(const Answered &answered)
{
    const Aggregation aggregation = aggregationOf(answered.spec);
    const SeriesTotals totals = seriesTotals(*answered.frames, aggregation);
    if (!totals.all)
        return Text::tr("%1 series").arg(fullNumber(double(answered.frames->series.size())));
    if (totals.kind == TotalKind::Sum)
        return counted(answered.spec, *totals.all);
    if (aggregation == AGGREGATION_AVERAGE)
        return fullNumber(*totals.all);
    const double mean = std::round(*totals.all);
    switch (answered.spec.granularity()) {
    case GRANULARITY_HOUR: return Text::tr("%1 users an hour").arg(fullNumber(mean));
    case GRANULARITY_WEEK: return Text::tr("%1 users a week").arg(fullNumber(mean));
    default: return Text::tr("%1 users a day").arg(fullNumber(mean));
    }
}

} // namespace

QString answerHeadline(const Answered &answered)
{
    if (isEmpty(answered))
        return Text::tr("nothing found");
    const AnswerFrames &frames = *answered.frames;
    switch (answerKind(answered.spec)) {
    case AnswerKind::Funnel: return funnelHeadline(frames.funnel);
    case AnswerKind::Retention: return retentionHeadline(answered.spec, frames.retention);
    case AnswerKind::Table: return Text::tr("%1 rows").arg(fullNumber(double(frames.rows.size())));
    case AnswerKind::Number: return counted(answered.spec, frames.rows.Get(0).value());
    case AnswerKind::Trend: break;
    }
    return trendHeadline(answered);
}
