// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/keeping/answer_cache.h"
#include "session/keeping/database.h"

#include <QObject>

Schema answerSchema();

// Reads and writes answers.sqlite, in a thread of its own. What fails is a miss.
class AnswerStore : public QObject
{
    Q_OBJECT
public:
    AnswerStore(const QString &folder, const AnswerCache::Bounds &bounds);

    void open();
    void close();
    void put(const QByteArray &key, const explorer::v1::Answer &answer);
    AnswerDocumentPtr find(const QByteArray &key);

private:
    bool isReady();
    qint64 use(); // the number of the next use: clocks go back
    void makeRoom();

    Database m_database;
    const AnswerCache::Bounds m_bounds;
};
