// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The questions under way, a few at a time.
#include "app/asker.h"

#include <QTimer>

#include <utility>

namespace {

constexpr std::size_t mostCalls = 4; // a service runs as many at a time and keeps the others waiting

bool isUnderWay(const QueryController &asked)
{
    const auto isOpen
        = [](const std::optional<Beside> &beside) { return beside && !beside->frames && !beside->failure; };
    return std::holds_alternative<Loading>(asked.state())
        || (std::holds_alternative<Ready>(asked.state())
            && (isOpen(asked.besides().comparison) || isOpen(asked.besides().course)));
}

// Of the question, or of what was asked beside it; null without.
const Failure *failureOf(const QueryController &asked)
{
    if (const auto *failed = std::get_if<Failed>(&asked.state()))
        return &failed->failure;
    for (const auto *beside : {&asked.besides().comparison, &asked.besides().course})
        if (*beside && (*beside)->failure)
            return &*(*beside)->failure;
    return nullptr;
}

} // namespace

void Asker::askMore()
{
    for (; m_calls.size() < mostCalls && !m_questions.empty(); m_questions.pop_front())
        ask(m_questions.front());
    if (m_calls.empty())
        finish();
}

void Asker::ask(const Question &question)
{
    const int number = ++m_asked;
    auto controller = std::make_unique<QueryController>(*m_client);
    QueryController &asking = *controller;
    m_calls.emplace(number, Call{question, std::move(controller)});
    connect(&asking, &QueryController::stateChanged, this, [this, number] { watch(number); });
    connect(&asking, &QueryController::besidesChanged, this, [this, number] { watch(number); });
    if (m_asks == Asked::Alone)
        asking.runAlone(question.draft.spec);
    else
        asking.run(question.draft.spec, comparedRange(question.draft, m_place));
}

// Until the answer is there with all that was asked beside it.
void Asker::watch(int number)
{
    const Call &call = m_calls.at(number);
    if (isUnderWay(*call.controller))
        return;
    call.controller->disconnect(this);
    settle(call.question, *call.controller);
    QTimer::singleShot(0, this, [this, number] { // not while it is answering
        m_calls.erase(number);
        askMore();
    });
}

void Asker::settle(const Question &question, const QueryController &asked)
{
    Waiting &waiting = m_files[question.file];
    --waiting.open;
    if (const Failure *failure = failureOf(asked)) {
        failQuestion(question, *failure);
        if (!waiting.file.board)
            return;
    } else {
        waiting.file.answers[question.place] = {asked.lastAnswer(), asked.besides(), {}};
    }
    if (waiting.open == 0)
        Q_EMIT answered(std::exchange(waiting, {}).file);
}

void Asker::failQuestion(const Question &question, const Failure &failure)
{
    Waiting &waiting = m_files[question.file];
    const QString &name = waiting.file.name;
    const Violations violations = waiting.file.board ? inTile(failure.violations, question.place) : failure.violations;
    const QString problem = messageOf(failure);
    const QString where = waiting.file.board ? QStringLiteral("tiles[%1]: ").arg(question.place) : QString();
    waiting.file.answers[question.place].problem = problem;
    fail(violations.empty() ? QStringLiteral("%1: %2%3").arg(name, where, problem)
                            : messageOf(name, waiting.text, violations));
}
