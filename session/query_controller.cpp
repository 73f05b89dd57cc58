// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/query_controller.h"

#include "query/check.h"
#include "session/question_kind.h"

static insights::v1::QuerySpec overRange(insights::v1::QuerySpec spec, const insights::v1::TimeRange &range)
{
    *spec.mutable_time_range() = range;
    // The leading values of another time are others: more of them hold more of those of the answer.
    if (spec.has_breakdown())
        spec.set_breakdown_limit(maximumBreakdownLimit);
    return spec;
}

QueryController::QueryController(InsightsClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void QueryController::run(const insights::v1::QuerySpec &spec, const std::optional<insights::v1::TimeRange> &compared)
{
    Besides besides;
    if (compared)
        besides.comparison = Beside{overRange(spec, *compared), nullptr, {}};
    if (const auto course = courseOf(spec))
        besides.course = Beside{*course, nullptr, {}};
    start(spec, besides);
}

void QueryController::runAlone(const insights::v1::QuerySpec &spec)
{
    start(spec, {});
}

void QueryController::start(const insights::v1::QuerySpec &spec, const Besides &besides)
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
    m_nextBesides = besides;
    askBeside(&Besides::comparison);
    askBeside(&Besides::course);
    setState(Loading{spec, since});
}

void QueryController::askBeside(Which which)
{
    if (const auto &beside = m_nextBesides.*which)
        m_besideCalls.push_back(m_client.query(
            beside->spec, [this, which](Outcome<AnswerFrames> outcome) { settleBeside(which, std::move(outcome)); }));
}

void QueryController::settleBeside(Which which, Outcome<AnswerFrames> outcome)
{
    // It may come before the answer it belongs to.
    const bool isAhead = (m_nextBesides.*which).has_value();
    Beside &beside = isAhead ? *(m_nextBesides.*which) : *(m_besides.*which);
    if (auto *failure = std::get_if<Failure>(&outcome))
        beside.failure = std::move(*failure);
    else
        beside.frames = std::make_shared<const AnswerFrames>(std::get<AnswerFrames>(std::move(outcome)));
    if (!isAhead)
        Q_EMIT besidesChanged();
}

void QueryController::abandon()
{
    m_call.reset();
    m_besideCalls.clear();
    m_nextBesides = {};
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
    m_besides = {};
    if (!std::holds_alternative<Idle>(m_state))
        setState(Idle{});
}

PendingCallPtr QueryController::askAside(const insights::v1::QuerySpec &spec, Handler<AnswerFrames> handler) const
{
    return m_client.query(spec, std::move(handler));
}

void QueryController::showKept(const AnsweredPtr &answer, const Besides &besides)
{
    const bool isAtRest = std::holds_alternative<Idle>(m_state) || std::holds_alternative<Ready>(m_state);
    if (isAtRest)
        abandon(); // what is still asked beside the answer before
    m_lastAnswer = answer;
    m_besides = besides;
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
    m_besides = std::exchange(m_nextBesides, {});
    setState(Ready{m_lastAnswer});
}

void QueryController::setState(QueryState state)
{
    m_state = std::move(state);
    Q_EMIT stateChanged();
}
