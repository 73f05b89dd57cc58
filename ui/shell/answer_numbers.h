// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/query_controller.h"
#include "ui/charts/answer_table.h"
#include "ui/charts/funnel_content.h"
#include "ui/charts/number_chart.h"

// What the widgets of ui/charts show of an answer that is no trend: its numbers and the words of its question.
// "vs 31 Mar – 30 Apr 2026"; empty without a comparison.
QString unitOf(const insights::v1::QuerySpec &spec, double value); // "users", "user", or the property that is summed
QString comparedWords(const Answered &answered, const Comparison *comparison);
FunnelContent funnelContent(const Answered &answered, const Comparison *comparison = nullptr);
NumberContent numberContent(const Answered &answered, const Comparison *comparison = nullptr,
                            const Course *course = nullptr);
// The numbers of an answer of any kind.
AnswerTablePtr answerTable(const Answered &answered, const Comparison *comparison = nullptr);
