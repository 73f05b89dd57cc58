// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/query_controller.h"

#include "query/check.h"

QueryController::QueryController(InsightsClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void QueryController::run(const insights::v1::QuerySpec &spec)
{
    m_call.reset();
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
    setState(Loading{spec, since});
}

void QueryController::cancel()
{
    if (!std::holds_alternative<Loading>(m_state))
        return;
    m_call.reset();
    if (m_lastAnswer)
        setState(Ready{m_lastAnswer});
    else
        setState(Idle{});
}

void QueryController::clear()
{
    m_call.reset();
    m_lastAnswer.reset();
    if (!std::holds_alternative<Idle>(m_state))
        setState(Idle{});
}

void QueryController::settle(const insights::v1::QuerySpec &spec, qint64 elapsedMs, Outcome<AnswerFrames> outcome)
{
    if (auto *failure = std::get_if<Failure>(&outcome)) {
        if (failure->kind == Failure::Kind::Cancelled)
            cancel();
        else
            setState(Failed{spec, std::move(*failure), elapsedMs});
        return;
    }
    auto frames = std::make_shared<const AnswerFrames>(std::get<AnswerFrames>(std::move(outcome)));
    m_lastAnswer = std::make_shared<const Answered>(
        Answered{spec, std::move(frames), QDateTime::currentDateTimeUtc(), elapsedMs});
    setState(Ready{m_lastAnswer});
}

void QueryController::setState(QueryState state)
{
    m_state = std::move(state);
    Q_EMIT stateChanged();
}
