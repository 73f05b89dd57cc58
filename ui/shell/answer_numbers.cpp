// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/answer_numbers.h"

#include "query/check.h"
#include "session/compare.h"
#include "session/question_words.h"
#include "ui/charts/change_mark.h"
#include "ui/charts/rows_table.h"
#include "ui/shell/answer_view.h"
#include "ui/shell/trend_content.h"

#include <algorithm>

QString unitOf(const insights::v1::QuerySpec &spec, double value)
{
    switch (aggregationOf(spec)) {
    case insights::v1::AGGREGATION_COUNT: return value == 1 ? AnswerView::tr("event") : AnswerView::tr("events");
    case insights::v1::AGGREGATION_UNIQUE_USERS: return value == 1 ? AnswerView::tr("user") : AnswerView::tr("users");
    default: return QString::fromStdString(spec.aggregation_property());
    }
}

// The change of a row from the same row at the other time; nothing when it is not there.
static std::optional<Change> changeOf(const insights::v1::TableRow &row, const Comparison *comparison)
{
    if (!comparison || !comparison->frames)
        return std::nullopt;
    const auto isSame = [&](const insights::v1::TableRow &other) {
        return std::equal(row.dimensions().begin(), row.dimensions().end(), other.dimensions().begin(),
                          other.dimensions().end());
    };
    const auto &rows = comparison->frames->rows;
    const auto found = std::find_if(rows.begin(), rows.end(), isSame);
    return found == rows.end() ? std::nullopt : changeFrom(found->value(), row.value());
}

QString comparedWords(const Answered &answered, const Comparison *comparison)
{
    if (!comparison || !comparison->frames)
        return {};
    return comparedText(comparison->spec.time_range(), placeOf(answered.frames->info));
}

FunnelContent funnelContent(const Answered &answered, const Comparison *comparison)
{
    const QString name = plainText(questionWords(answered.spec));
    FunnelContent content = funnelContent(answered.frames->funnel, answered.spec, name);
    if (comparison && comparison->frames)
        compareFunnel(content, funnelContent(comparison->frames->funnel, comparison->spec, name),
                      comparedWords(answered, comparison));
    return content;
}

// The line of the event whose number stands at that place; -1 for none.
static int seriesOf(int event, const AnswerFrames &course)
{
    const auto found = std::find_if(course.series.begin(), course.series.end(),
                                    [&](const SeriesFrame &series) { return series.eventIndex == event; });
    return found == course.series.end() ? -1 : int(found - course.series.begin());
}

NumberContent numberContent(const Answered &answered, const Comparison *comparison, const Course *course)
{
    NumberContent content{plainText(questionWords(answered.spec)), {}, comparedWords(answered, comparison), nullptr};
    if (course && course->frames)
        content.course = std::make_shared<const ChartContent>(
            chartContent({course->spec, course->frames, answered.at, answered.elapsedMs}));
    for (const auto &row : answered.frames->rows) {
        const int event = int(content.tiles.size()); // numbers keep the order of the events
        content.tiles.push_back({rowName(row, answered.spec), row.value(), unitOf(answered.spec, row.value()),
                                 changeOf(row, comparison), content.course ? seriesOf(event, *course->frames) : -1});
    }
    return content;
}

static RowChanges rowChanges(const Answered &answered, const Comparison *comparison)
{
    RowChanges changes{comparedWords(answered, comparison), {}};
    for (const auto &row : answered.frames->rows)
        changes.each.push_back(row.is_others() ? std::nullopt : changeOf(row, comparison));
    return changes;
}

AnswerTablePtr answerTable(const Answered &answered, const Comparison *comparison)
{
    switch (answerKind(answered.spec)) {
    case AnswerKind::Funnel: return funnelTable(funnelContent(answered));
    case AnswerKind::Retention: return retentionTable(*answered.frames, answered.spec);
    case AnswerKind::Table:
    case AnswerKind::Number:
        return rowsTable(*answered.frames, answered.spec, measureUnit(answered.spec), rowChanges(answered, comparison));
    case AnswerKind::Trend: break;
    }
    return seriesTable(answered.frames, seriesNames(*answered.frames), answered.spec.granularity());
}
