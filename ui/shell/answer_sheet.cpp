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

static SheetBody bodyOf(const Answered &answered)
{
    switch (answerKind(answered.spec)) {
    case AnswerKind::Funnel: {
        FunnelContent content = funnelContent(answered);
        content.hidden = hiddenAtFirst(content);
        return funnelSheetBody(content);
    }
    case AnswerKind::Retention: return retentionSheetBody(retentionContent(*answered.frames, answered.spec));
    case AnswerKind::Table: return tableSheetBody(answerTable(answered));
    case AnswerKind::Number: return numberSheetBody(numberContent(answered));
    case AnswerKind::Trend: break;
    }
    return trendSheetBody(chartContent(answered));
}

ChartSheet answerSheet(const Answered &answered, const SheetBody &body)
{
    return {plainText(questionWords(answered.spec)), answerFacts(answered.spec, *answered.frames), body};
}

ChartSheet answerSheet(const Answered &answered)
{
    return answerSheet(answered, bodyOf(answered));
}
