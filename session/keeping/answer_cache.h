// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <explorer/v1/documents.pb.h>

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <map>
#include <memory>
#include <string>

class AnswerStore;

using AnswerDocumentPtr = std::shared_ptr<const explorer::v1::Answer>;

// Which answer: the same question "of the last 30 days" is one, whenever it was asked.
struct AnswerKey
{
    std::string server; // its address
    std::string project;
    explorer::v1::Question question;
};

// The last answer of every question, to show at once what is asked again. Bounded, the least recently used go first; may
// be deleted at any time, and a damaged one begins anew. A thread of its own reads and writes.
class AnswerCache : public QObject
{
    Q_OBJECT
public:
    struct Bounds
    {
        qint64 bytes = 256 << 20; // compressed; no answer takes more than a quarter
        qint64 answers = 5'000;
    };

    AnswerCache(const QString &folder, const Bounds &bounds, QObject *parent = nullptr);
    ~AnswerCache() override; // after what was put is written

    static QString defaultFolder(); // $XDG_CACHE_HOME/insights-explorer

    void put(const AnswerKey &key, const AnswerDocumentPtr &answer);
    // The handler runs once, later, in this thread, unless `context` is gone; with null when there is no answer.
    using Handler = std::function<void(const AnswerDocumentPtr &)>;
    void find(const AnswerKey &key, const QObject *context, Handler handler);

private:
    struct Waiting
    {
        QPointer<const QObject> context;
        Handler handler;
    };
    void settle(quint64 number, const AnswerDocumentPtr &answer);

    QThread m_thread;
    AnswerStore *m_store; // lives in m_thread and ends with it
    std::map<quint64, Waiting> m_waiting;
    quint64 m_last = 0; // number of a find()
};
