// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "client/insights_client.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <optional>
#include <variant>

using AnswerPtr = std::shared_ptr<const AnswerFrames>;

// An answer and the question it belongs to.
struct Answered
{
    insights::v1::QuerySpec spec;
    AnswerPtr frames; // never null
    QDateTime at;
    qint64 elapsedMs = 0; // from asking to having it
    bool isKept = false; // from before, not of what was asked now
};
using AnsweredPtr = std::shared_ptr<const Answered>;

// What is asked beside a question. Has `frames`, or `failure`, or neither while it is asked.
struct Beside
{
    insights::v1::QuerySpec spec;
    AnswerPtr frames;
    std::optional<Failure> failure;
};
using Comparison = Beside; // the same question over another time
using Course = Beside; // the number of a KPI over time; see courseOf()

struct Besides
{
    std::optional<Comparison> comparison;
    std::optional<Course> course;
};

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

    // What was asked beside the last answer.
    const Besides &besides() const { return m_besides; }

    // A question that check() refuses fails at once, unasked, as InvalidQuestion. With `compared` the question is asked
    // over that range too, and a number as its course, at the same time: the answer is there without waiting for them,
    // and whatever they fail of.
    void run(const insights::v1::QuerySpec &spec, const std::optional<insights::v1::TimeRange> &compared = {});
    void runAlone(const insights::v1::QuerySpec &spec); // with nothing beside it
    // Back to the last answer, or to Idle.
    void cancel();
    // Forgets question and answer: another project.
    void clear();
    // A small question that is no part of all this; the call is the caller's: letting go of it abandons the question.
    [[nodiscard]] PendingCallPtr askAside(const insights::v1::QuerySpec &spec, Handler<AnswerFrames> handler) const;
    // An answer from before as the last one, until the next comes. What is under way goes on.
    void showKept(const AnsweredPtr &answer, const Besides &besides);

Q_SIGNALS:
    void stateChanged();
    void besidesChanged(); // of the last answer: one of them came, or failed

private:
    void start(const insights::v1::QuerySpec &spec, const Besides &besides);
    void settle(const insights::v1::QuerySpec &spec, qint64 elapsedMs, Outcome<AnswerFrames> outcome);
    using Which = std::optional<Beside> Besides::*;
    void askBeside(Which which);
    void settleBeside(Which which, Outcome<AnswerFrames> outcome);
    void abandon();
    void setState(QueryState state);

    InsightsClient &m_client;
    QueryState m_state;
    AnsweredPtr m_lastAnswer;
    Besides m_besides; // of m_lastAnswer
    Besides m_nextBesides; // of the question under way
    PendingCallPtr m_call;
    std::vector<PendingCallPtr> m_besideCalls;
};
