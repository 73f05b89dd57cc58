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

static SheetBody bodyOf(const Answered &answered, const Besides &besides, SheetRoom room)
{
    const Comparison *comparison = pointerTo(besides.comparison);
    switch (answerKind(answered.spec)) {
    case AnswerKind::Funnel: {
        FunnelContent content = funnelContent(answered, comparison);
        content.hidden = hiddenAtFirst(content);
        return funnelSheetBody(content, room == SheetRoom::Tile ? FunnelFit::Tile : FunnelFit::Whole);
    }
    case AnswerKind::Retention: {
        RetentionContent content = retentionContent(*answered.frames, answered.spec);
        if (comparison && comparison->frames)
            compareRetention(content, retentionContent(*comparison->frames, comparison->spec),
                             comparedWords(answered, comparison));
        return room == SheetRoom::Tile ? retentionTileBody(content) : retentionSheetBody(content);
    }
    case AnswerKind::Table: return tableSheetBody(answerTable(answered, comparison));
    case AnswerKind::Number: return numberSheetBody(numberContent(answered, comparison, pointerTo(besides.course)));
    case AnswerKind::Trend: break;
    }
    return trendSheetBody(chartContent(answered, comparison));
}

ChartSheet answerSheet(const Answered &answered, const SheetBody &body)
{
    return {plainText(questionWords(answered.spec)), answerFacts(answered.spec, *answered.frames, body.facts), body};
}

ChartSheet answerSheet(const Answered &answered, const Besides &besides, SheetRoom room)
{
    return answerSheet(answered, bodyOf(answered, besides, room));
}
