// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/answer_view.h"

#include "query/check.h"

#include <algorithm>

using namespace insights::v1;

AnswerKind answerKind(const QuerySpec &spec)
{
    switch (spec.visualization()) {
    case VISUALIZATION_FUNNEL: return AnswerKind::Funnel;
    case VISUALIZATION_RETENTION: return AnswerKind::Retention;
    case VISUALIZATION_TABLE: return AnswerKind::Table;
    case VISUALIZATION_KPI: return AnswerKind::Number;
    default: return AnswerKind::Trend;
    }
}

static bool isNothing(double value)
{
    return !(value < 0 || value > 0);
}

bool isEmpty(const Answered &answered)
{
    const AnswerFrames &answer = *answered.frames;
    switch (answerKind(answered.spec)) {
    case AnswerKind::Funnel:
        return std::all_of(answer.funnel.steps().begin(), answer.funnel.steps().end(),
                           [](const FunnelStep &step) { return isNothing(step.count()); });
    case AnswerKind::Retention: return answer.retention.cohorts().empty();
    case AnswerKind::Table:
    case AnswerKind::Number:
        return std::all_of(answer.rows.begin(), answer.rows.end(),
                           [](const TableRow &row) { return isNothing(row.value()); });
    case AnswerKind::Trend: break;
    }
    return std::all_of(answer.series.begin(), answer.series.end(), [](const SeriesFrame &series) {
        return std::all_of(series.values.begin(), series.values.end(), isNothing);
    });
}

void AnswerView::setAnswer(const Answered &answered)
{
    m_answered = answered;
    m_besides = {};
    showAnswer();
}

void AnswerView::setBesides(const Besides &besides)
{
    if (!m_answered)
        return;
    m_besides = besides;
    showBesides();
}

void AnswerView::setEmpty(const Answered &answered)
{
    m_answered.reset();
    m_besides = {};
    showEmpty(answered);
}

void AnswerView::clear()
{
    m_answered.reset();
    m_besides = {};
    showNothing();
}

void AnswerView::askForUsers(catalog::v1::ListUsersRequest request)
{
    if (!m_answered)
        return;
    *request.mutable_query() = m_answered->spec;
    Q_EMIT usersWanted(request);
}
