// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/empty_state.h"

#include "query/question.h"
#include "session/question_words.h"
#include "ui/shell/answer_view.h"

#include <QCoreApplication>

static QString tr(const char *text)
{
    return QCoreApplication::translate("EmptyState", text);
}

static bool countsUsers(const insights::v1::QuerySpec &spec)
{
    const AnswerKind kind = answerKind(spec);
    return kind == AnswerKind::Funnel || kind == AnswerKind::Retention
        || aggregationOf(spec) == insights::v1::AGGREGATION_UNIQUE_USERS;
}

PlaceState emptyState(const Answered &answered, const ProjectTime &place)
{
    const insights::v1::QuerySpec &spec = answered.spec;
    PlaceState state;
    state.text.title = countsUsers(spec) ? tr("No users match") : tr("No events match");
    state.text.sentence
        = (spec.filters().empty() ? tr("%1 has nothing in %2.") : tr("%1 has nothing in %2 with these filters."))
              .arg(plainText(questionWords(spec)), rangeText(spec.time_range(), place));
    for (const auto &filter : spec.filters())
        state.text.reasons.push_back({tr("Without"), filterText(filter), {}, tr("Apply")});
    state.offer(WayForward::Undo);
    return state;
}
