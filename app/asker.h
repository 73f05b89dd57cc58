// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "app/question_file.h"
#include "client/insights_client.h"
#include "client/local_service.h"
#include "session/draft_query.h"

#include <QObject>

#include <deque>
#include <map>
#include <memory>

// Answers files without a window: specs and tiles of boards by asking, a few at a time; what holds its answer is not
// asked, and without anything to ask nobody is connected to. With besides, what is shown beside an answer belongs to it.
class Asker : public QObject
{
    Q_OBJECT
public:
    enum class Asked { Alone, WithBesides };
    Asker(const Target &target, const QStringList &files, Asked asked, QObject *parent = nullptr);
    ~Asker() override;

    void start();

Q_SIGNALS:
    void answered(const AnsweredFile &file); // whole, in the order they come
    // For this file only, which is not answered any more; the others go on. A line a mistake:
    // "FILE:LINE:COLUMN: what is wrong" where there is a place.
    void failed(const QString &message);
    void finished(int exitCode); // 0, 1 when any failed, 2 when a file could not be read

private:
    // A question under way, or waiting to be.
    struct Question
    {
        std::size_t file = 0;
        std::size_t place = 0; // among its answers
        Draft draft;
    };
    struct Waiting
    {
        AnsweredFile file;
        std::string text;
        std::size_t open = 0; // answers that are not there yet
    };

    void read(const QString &name);
    void connectNow();
    void chooseProject(const Outcome<catalog::v1::ListProjectsResponse> &outcome);
    void takeQuestions();
    void takeSpec(std::size_t file);
    void takeTiles(std::size_t file);
    void askMore();
    void ask(const Question &question);
    void watch(int number);
    void settle(const Question &question, const QueryController &asked);
    void failQuestion(const Question &question, const Failure &failure);
    void fail(const QString &message, int exitCode = 1);
    void giveUp(const QString &message);
    void finish();

    const Target m_target;
    const QStringList m_names;
    const Asked m_asks;
    LocalService *m_service = nullptr;
    std::unique_ptr<InsightsClient> m_client;
    PendingCallPtr m_projects;
    ProjectTime m_place;
    QString m_project;
    std::deque<Waiting> m_files; // that need asking
    std::deque<Question> m_questions;
    struct Call
    {
        Question question;
        std::unique_ptr<QueryController> controller;
    };
    std::map<int, Call> m_calls; // by number
    int m_asked = 0; // questions so far
    int m_exitCode = 0;
};
