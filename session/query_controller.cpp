// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/query_controller.h"

#include "query/check.h"

QueryController::QueryController(InsightsClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void QueryController::run(const insights::v1::QuerySpec &spec, const std::optional<insights::v1::TimeRange> &compared)
{
    abandon();
    if (Violations violations = check(spec); !violations.empty()) {
        const std::string message = violations.front().field + ": " + violations.front().description;
        setState(Failed{spec, {Failure::Kind::InvalidQuestion, "INVALID_ARGUMENT", message, std::move(violations)}});
        return;
    }
    QElapsedTimer since;
    since.start();
    m_call = m_client.query(spec, [this, spec, since](Outcome<AnswerFrames> outcome) {
        settle(spec, since.elapsed(), std::move(outcome));
    });
    if (compared)
        askComparison(spec, *compared);
    setState(Loading{spec, since});
}

void QueryController::askComparison(const insights::v1::QuerySpec &spec, const insights::v1::TimeRange &range)
{
    insights::v1::QuerySpec other = spec;
    *other.mutable_time_range() = range;
    // The leading values of another time are others: more of them hold more of those of the answer.
    if (other.has_breakdown())
        other.set_breakdown_limit(maximumBreakdownLimit);
    m_nextComparison = Comparison{other, nullptr, {}};
    m_comparisonCall
        = m_client.query(other, [this](Outcome<AnswerFrames> outcome) { settleComparison(std::move(outcome)); });
}

void QueryController::settleComparison(Outcome<AnswerFrames> outcome)
{
    // It may come before the answer it belongs to.
    const bool isAhead = m_nextComparison.has_value();
    Comparison &comparison = isAhead ? *m_nextComparison : *m_comparison;
    if (auto *failure = std::get_if<Failure>(&outcome))
        comparison.failure = std::move(*failure);
    else
        comparison.frames = std::make_shared<const AnswerFrames>(std::get<AnswerFrames>(std::move(outcome)));
    if (!isAhead)
        Q_EMIT comparisonChanged();
}

void QueryController::abandon()
{
    m_call.reset();
    m_comparisonCall.reset();
    m_nextComparison.reset();
}

void QueryController::cancel()
{
    if (!std::holds_alternative<Loading>(m_state))
        return;
    abandon();
    if (m_lastAnswer)
        setState(Ready{m_lastAnswer});
    else
        setState(Idle{});
}

void QueryController::clear()
{
    abandon();
    m_lastAnswer.reset();
    m_comparison.reset();
    if (!std::holds_alternative<Idle>(m_state))
        setState(Idle{});
}

void QueryController::showKept(const AnsweredPtr &answer, const std::optional<Comparison> &comparison)
{
    m_lastAnswer = answer;
    m_comparison = comparison;
    const bool isAtRest = std::holds_alternative<Idle>(m_state) || std::holds_alternative<Ready>(m_state);
    setState(isAtRest ? QueryState(Ready{answer}) : QueryState(m_state));
}

void QueryController::settle(const insights::v1::QuerySpec &spec, qint64 elapsedMs, Outcome<AnswerFrames> outcome)
{
    if (auto *failure = std::get_if<Failure>(&outcome)) {
        abandon();
        setState(Failed{spec, std::move(*failure), elapsedMs});
        return;
    }
    auto frames = std::make_shared<const AnswerFrames>(std::get<AnswerFrames>(std::move(outcome)));
    m_lastAnswer = std::make_shared<const Answered>(
        Answered{spec, std::move(frames), QDateTime::currentDateTimeUtc(), elapsedMs});
    m_comparison = std::exchange(m_nextComparison, {});
    setState(Ready{m_lastAnswer});
}

void QueryController::setState(QueryState state)
{
    m_state = std::move(state);
    Q_EMIT stateChanged();
}
