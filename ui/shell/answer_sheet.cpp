// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/answer_sheet.h"

#include "session/question_words.h"
#include "ui/charts/funnel_sheet.h"
#include "ui/charts/retention_sheet.h"
#include "ui/charts/table_sheet.h"
#include "ui/charts/trend_sheet.h"
#include "ui/shell/answer_numbers.h"
#include "ui/shell/answer_view.h"
#include "ui/shell/question_header.h"
#include "ui/shell/trend_content.h"

template <class T>
static const T *pointerTo(const std::optional<T> &value)
{
    return value ? &*value : nullptr;
}

static SheetBody bodyOf(const Answered &answered, const Besides &besides)
{
    const Comparison *comparison = pointerTo(besides.comparison);
    switch (answerKind(answered.spec)) {
    case AnswerKind::Funnel: {
        FunnelContent content = funnelContent(answered);
        content.hidden = hiddenAtFirst(content);
        return funnelSheetBody(content);
    }
    case AnswerKind::Retention: return retentionSheetBody(retentionContent(*answered.frames, answered.spec));
    case AnswerKind::Table: return tableSheetBody(answerTable(answered, comparison));
    case AnswerKind::Number: return numberSheetBody(numberContent(answered, comparison, pointerTo(besides.course)));
    case AnswerKind::Trend: break;
    }
    return trendSheetBody(chartContent(answered, comparison));
}

ChartSheet answerSheet(const Answered &answered, const SheetBody &body)
{
    QString facts = answerFacts(answered.spec, *answered.frames);
    if (!body.facts.isEmpty())
        facts += QStringLiteral("  ·  ") + body.facts;
    return {plainText(questionWords(answered.spec)), facts, body};
}

ChartSheet answerSheet(const Answered &answered, const Besides &besides)
{
    return answerSheet(answered, bodyOf(answered, besides));
}
