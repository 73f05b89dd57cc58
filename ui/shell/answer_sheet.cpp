// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/answer_sheet.h"

#include "session/question_words.h"
#include "ui/charts/trend_sheet.h"
#include "ui/shell/question_header.h"
#include "ui/shell/trend_content.h"

ChartSheet answerSheet(const Answered &answered, const SheetBody &body)
{
    return {plainText(questionWords(answered.spec)), answerFacts(answered.spec, *answered.frames), body};
}

ChartSheet answerSheet(const Answered &answered)
{
    return answerSheet(answered, trendSheetBody(chartContent(answered)));
}
