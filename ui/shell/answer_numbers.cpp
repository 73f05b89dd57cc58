// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/answer_numbers.h"

#include "query/check.h"
#include "session/question_words.h"
#include "ui/charts/rows_table.h"
#include "ui/shell/answer_view.h"
#include "ui/shell/trend_content.h"

static QString unitOf(const insights::v1::QuerySpec &spec, double value)
{
    switch (aggregationOf(spec)) {
    case insights::v1::AGGREGATION_COUNT: return value == 1 ? AnswerView::tr("event") : AnswerView::tr("events");
    case insights::v1::AGGREGATION_UNIQUE_USERS: return value == 1 ? AnswerView::tr("user") : AnswerView::tr("users");
    default: return QString::fromStdString(spec.aggregation_property());
    }
}

FunnelContent funnelContent(const Answered &answered)
{
    return funnelContent(answered.frames->funnel, answered.spec, plainText(questionWords(answered.spec)));
}

NumberContent numberContent(const Answered &answered)
{
    NumberContent content{plainText(questionWords(answered.spec)), {}};
    for (const auto &row : answered.frames->rows)
        content.tiles.push_back({rowName(row, answered.spec), row.value(), unitOf(answered.spec, row.value())});
    return content;
}

AnswerTablePtr answerTable(const Answered &answered)
{
    switch (answerKind(answered.spec)) {
    case AnswerKind::Funnel: return funnelTable(funnelContent(answered));
    case AnswerKind::Retention: return retentionTable(*answered.frames, answered.spec);
    case AnswerKind::Table:
    case AnswerKind::Number: return rowsTable(*answered.frames, answered.spec, measureUnit(answered.spec));
    case AnswerKind::Trend: break;
    }
    return seriesTable(answered.frames, seriesNames(*answered.frames), answered.spec.granularity());
}
