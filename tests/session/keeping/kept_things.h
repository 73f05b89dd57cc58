// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/keeping/keeping.h"
#include "tests/support/questions.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

// An SQL statement in a file that nobody has open.
inline void run(const QString &path, const QString &statement)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "test");
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(statement));
    }
    QSqlDatabase::removeDatabase("test");
}

inline explorer::v1::Question questionOf(const std::string &event)
{
    explorer::v1::Question question;
    *question.mutable_query() = trendOf(event);
    return question;
}

inline LibraryItem itemOf(const QString &name, const std::string &event = "page_view")
{
    LibraryItem item;
    item.name = name;
    item.project = "demo";
    item.document = questionOf(event);
    return item;
}

inline QStringList namesOf(const std::vector<const LibraryItem *> &items)
{
    QStringList names;
    for (const LibraryItem *item : items)
        names << item->name;
    return names;
}

inline std::string eventOf(const explorer::v1::Question &question)
{
    return question.query().events(0).name();
}

inline QStringList eventsOf(const History &history)
{
    QStringList events;
    for (const HistoryEntry *entry : history.entries())
        events << QString::fromStdString(eventOf(entry->question));
    return events;
}
