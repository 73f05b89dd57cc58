// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "client/insights_client.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <variant>

using AnswerPtr = std::shared_ptr<const AnswerFrames>;

// An answer and the question it belongs to.
struct Answered
{
    insights::v1::QuerySpec spec;
    AnswerPtr frames; // never null
    QDateTime at;
    qint64 elapsedMs = 0; // from asking to having it
};
using AnsweredPtr = std::shared_ptr<const Answered>;

struct Idle
{
};
struct Loading
{
    insights::v1::QuerySpec spec;
    QElapsedTimer since;
};
struct Ready
{
    AnsweredPtr answer; // never null
};
struct Failed
{
    insights::v1::QuerySpec spec;
    Failure failure;
    qint64 elapsedMs = 0;
};
using QueryState = std::variant<Idle, Loading, Ready, Failed>;

// Runs one question at a time. A new run lets go of the one before it, so no stale answer can arrive.
class QueryController : public QObject
{
    Q_OBJECT
public:
    explicit QueryController(InsightsClient &client, QObject *parent = nullptr);

    const QueryState &state() const { return m_state; }
    // The newest answer there is, kept while the next is on its way or failed; null before the first.
    const AnsweredPtr &lastAnswer() const { return m_lastAnswer; }

    // A question that check() refuses fails at once, unasked, as InvalidQuestion.
    void run(const insights::v1::QuerySpec &spec);
    // Back to the last answer, or to Idle.
    void cancel();
    // Forgets question and answer: another project.
    void clear();

Q_SIGNALS:
    void stateChanged();

private:
    void settle(const insights::v1::QuerySpec &spec, qint64 elapsedMs, Outcome<AnswerFrames> outcome);
    void setState(QueryState state);

    InsightsClient &m_client;
    QueryState m_state;
    AnsweredPtr m_lastAnswer;
    PendingCallPtr m_call;
};
