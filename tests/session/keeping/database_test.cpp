// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/database.h"
#include "session/keeping/store.h"

#include <QTemporaryDir>
#include <QTest>

namespace {

const SchemaStep first{"CREATE TABLE note (id INTEGER PRIMARY KEY, name TEXT)"};
const SchemaStep second{"ALTER TABLE note ADD COLUMN folder TEXT NOT NULL DEFAULT ''",
                        "UPDATE note SET folder = 'Old'"};
const SchemaStep broken{"ALTER TABLE note ADD COLUMN colour TEXT", "UPDATE missing SET folder = 'New'"};

class File
{
public:
    Database with(const Schema &schema) const { return {m_folder.filePath("file.sqlite"), schema, Damaged::SetAside}; }

private:
    const QTemporaryDir m_folder;
};

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyFileGetsEveryStep()
    {
        const File file;
        Database database = file.with({first, second});

        QVERIFY(database.open());

        QCOMPARE(database.value("PRAGMA user_version").toInt(), 2);
        QVERIFY(database.run("INSERT INTO note (name, folder) VALUES (?, ?)", {"a", "b"}));
    }

    void anOlderFileGetsTheStepsItLacksAndKeepsItsRows()
    {
        const File file;
        {
            Database database = file.with({first});
            QVERIFY(database.open());
            QVERIFY(database.run("INSERT INTO note (name) VALUES ('a')"));
        }
        Database database = file.with({first, second});

        QVERIFY(database.open());

        QCOMPARE(database.value("SELECT name || folder FROM note").toString(), "aOld");
        QCOMPARE(database.value("PRAGMA user_version").toInt(), 2);
    }

    void aStepThatFailsLeavesTheFileAsItWas()
    {
        const File file;
        {
            Database database = file.with({first});
            QVERIFY(database.open());
        }
        {
            Database database = file.with({first, broken});
            QVERIFY(!database.isWritable());
            database.open();
            QVERIFY(!database.isWritable());
            QVERIFY2(database.problem().contains("no such table"), qPrintable(database.problem()));
            QCOMPARE(database.setAside(), QString());
        }
        Database database = file.with({first, second});
        QVERIFY(database.open());
        QVERIFY(!database.run("SELECT colour FROM note"));
        QVERIFY(database.isWritable());
    }

    void aChangeIsAllOrNothing()
    {
        const File file;
        Database database = file.with({first});
        QVERIFY(database.open());

        QVERIFY(!database.change([&] {
            return database.run("INSERT INTO note (name) VALUES ('a')")
                && database.run("INSERT INTO missing VALUES (1)");
        }));

        QCOMPARE(database.value("SELECT count(*) FROM note").toInt(), 0);
        QVERIFY2(database.problem().contains("missing"), qPrintable(database.problem()));
        QVERIFY(database.change([&] { return database.run("INSERT INTO note (name) VALUES ('a')"); }));
        QCOMPARE(database.value("SELECT count(*) FROM note").toInt(), 1);
    }

    void commitsReachTheDisk()
    {
        const File file;
        Database database = file.with(librarySchema());
        QVERIFY(database.open());

        QCOMPARE(database.value("PRAGMA journal_mode").toString(), "wal");
        QCOMPARE(database.value("PRAGMA synchronous").toInt(), 2); // FULL
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"
