// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/keeping.h"
#include "tests/session/keeping/kept_things.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

#include <csignal>
#include <memory>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

QString fileIn(const QTemporaryDir &folder)
{
    return folder.filePath("library.sqlite");
}

qint64 saveOne(const QString &folder)
{
    Keeping keeping(folder);
    return keeping.library().add(itemOf("Signups"));
}

// Files of this process may not grow past it, as on a full disk.
class FileLimit
{
public:
    explicit FileLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

// Root may write everywhere, so it becomes nobody.
class OrdinaryUser
{
public:
    OrdinaryUser()
    {
        if (::geteuid() == 0)
            m_isOther = ::seteuid(65'534) == 0;
    }
    ~OrdinaryUser()
    {
        if (m_isOther && ::seteuid(0) != 0)
            std::abort();
    }

private:
    bool m_isOther = false;
};

void fill(const QString &path, const QByteArray &contents)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contents);
}

} // namespace

class KeepingTroubleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDamagedFileIsSetAside_data()
    {
        QTest::addColumn<bool>("isText");
        QTest::newRow("no database") << true;
        QTest::newRow("broken inside") << false;
    }

    void aDamagedFileIsSetAside()
    {
        QFETCH(bool, isText);
        const QTemporaryDir folder;
        saveOne(folder.path());
        QFile file(fileIn(folder));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(isText ? 0 : 4'096); // its second page
        file.write(QByteArray(isText ? 20'000 : 4'096, 'x'));
        file.close();
        file.open(QIODevice::ReadOnly);
        const QByteArray damaged = file.readAll();
        qint64 id = 0;
        {
            Keeping keeping(folder.path());
            const QSignalSpy notices(&keeping, &Keeping::noticed);
            QTRY_VERIFY(keeping.isLoaded());
            id = keeping.library().add(itemOf("New"));

            const QStringList aside = QDir(folder.path()).entryList({"library.damaged-*.sqlite"});
            QCOMPARE(aside.size(), 1);
            QFile kept(folder.filePath(aside.first()));
            QVERIFY(kept.open(QIODevice::ReadOnly));
            QVERIFY(kept.readAll() == damaged);
            QCOMPARE(notices.size(), 1);
            QVERIFY(notices.at(0).at(0).toString().contains(aside.first()));
            QCOMPARE(keeping.problem(), QString());
        }
        Keeping keeping(folder.path());
        QTRY_VERIFY(keeping.isLoaded());
        QVERIFY(keeping.library().item(id) != nullptr);
    }

    void aFileThatIsDeletedWhileOpenIsWrittenAnew()
    {
        const QTemporaryDir folder;
        auto keeping = std::make_unique<Keeping>(folder.path());
        QTRY_VERIFY(keeping->isLoaded());
        const QSignalSpy draftSaved(&keeping->drafts(), &KeptDrafts::saved);
        const qint64 first = keeping->library().add(itemOf("First"));
        const qint64 asked = keeping->history().ask(questionOf("page_view"), "demo");
        keeping->drafts().keep(questionOf("purchase"), "demo", {});
        QTRY_VERIFY(keeping->isAllSaved() && draftSaved.size() == 1);

        for (const QString &name : QDir(folder.path()).entryList({"library.sqlite*"}, QDir::Files))
            QVERIFY(QFile::remove(folder.filePath(name)));
        const qint64 second = keeping->library().add(itemOf("Second"));
        QTRY_COMPARE(draftSaved.size(), 2);
        QTRY_VERIFY(keeping->isAllSaved());
        keeping.reset();

        Keeping other(folder.path());
        QTRY_VERIFY(other.isLoaded());
        QVERIFY(other.library().item(first) != nullptr);
        QVERIFY(other.library().item(second) != nullptr);
        QVERIFY(other.history().entry(asked) != nullptr);
        QCOMPARE(eventOf(other.drafts().last()->question), "purchase");
    }

    void whatAnotherWindowSetAsideIsWrittenAnew()
    {
        const QTemporaryDir folder;
        const qint64 id = saveOne(folder.path());
        Keeping here(folder.path());
        QTRY_VERIFY(here.isLoaded());
        QFile file(fileIn(folder));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(int(file.size()), 'x'));
        file.close();

        Keeping there(folder.path());
        QTRY_VERIFY(there.isLoaded());

        QCOMPARE(QDir(folder.path()).entryList({"library.damaged-*.sqlite"}).size(), 1);
        QTRY_VERIFY(there.library().item(id) != nullptr);
        const qint64 second = there.library().add(itemOf("Second"));
        QTRY_VERIFY(here.library().item(second) != nullptr);
        QTRY_VERIFY(here.isAllSaved() && there.isAllSaved());
    }

    void aLaterVersionIsReadAndLeftAlone()
    {
        const QTemporaryDir folder;
        const qint64 id = saveOne(folder.path());
        run(fileIn(folder), "PRAGMA user_version = 1000");
        {
            Keeping keeping(folder.path());
            QTRY_VERIFY(keeping.isLoaded());
            QVERIFY2(keeping.problem().contains("later version"), qPrintable(keeping.problem()));
            QVERIFY(keeping.library().item(id) != nullptr);

            keeping.library().rename(id, "Renamed");
            QTest::qWait(50);
            QVERIFY(!keeping.isAllSaved());
            QCOMPARE(keeping.library().item(id)->name, "Renamed");
        }
        run(fileIn(folder), "PRAGMA user_version = 1");
        Keeping keeping(folder.path());
        QTRY_VERIFY(keeping.isLoaded());
        QCOMPARE(keeping.library().item(id)->name, "Signups");
    }

    void whereNoFolderCanBeWorkStaysInMemory()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("file/library");
        fill(folder.filePath("file"), "in the way");
        Keeping keeping(path);
        const QSignalSpy problems(&keeping, &Keeping::problemChanged);
        QTRY_VERIFY(keeping.isLoaded());

        const qint64 id = keeping.library().add(itemOf("Signups"));
        QTRY_COMPARE(problems.size(), 1);
        QVERIFY2(keeping.problem().contains(path), qPrintable(keeping.problem()));
        keeping.library().rename(id, "Sign-ups");
        QTest::qWait(50);
        QCOMPARE(problems.size(), 1); // said once
        QVERIFY(!keeping.isAllSaved());

        QVERIFY(QFile::remove(folder.filePath("file")));
        keeping.library().add(itemOf("Second"));
        QTRY_VERIFY(keeping.isAllSaved());
        QCOMPARE(keeping.problem(), QString());
        Keeping other(path);
        QTRY_VERIFY(other.isLoaded());
        QCOMPARE(namesOf(other.library().items()), QStringList({"Second", "Sign-ups"}));
    }

    void aReadOnlyFolderIsReadAndSaid()
    {
        const QTemporaryDir folder;
        const qint64 id = saveOne(folder.path());
        const QByteArray path = QFile::encodeName(folder.path());
        QVERIFY(::chmod(path.constData(), 0555) == 0);
        QFile::setPermissions(fileIn(folder), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
        {
            const OrdinaryUser user;
            Keeping keeping(folder.path());
            QTRY_VERIFY(keeping.isLoaded());
            QVERIFY(keeping.library().item(id) != nullptr);
            QVERIFY2(keeping.problem().contains(fileIn(folder)), qPrintable(keeping.problem()));

            const qint64 second = keeping.library().add(itemOf("Second"));
            QTest::qWait(50);
            QVERIFY(!keeping.library().isSaved(second));
            QVERIFY(keeping.library().item(second) != nullptr);
        }
        QVERIFY(::chmod(path.constData(), 0755) == 0);
    }

    void onAFullDiskWorkStaysInMemoryUntilThereIsRoom()
    {
        const QTemporaryDir folder;
        Keeping keeping(folder.path());
        QTRY_VERIFY(keeping.isLoaded());
        const QSignalSpy problems(&keeping, &Keeping::problemChanged);
        qint64 id = 0;
        {
            const FileLimit limit(4'096);
            id = keeping.library().add(itemOf("Signups"));
            QTRY_COMPARE(problems.size(), 1);
            QVERIFY2(keeping.problem().contains("Free some space"), qPrintable(keeping.problem()));
            QVERIFY(!keeping.library().isSaved(id));
            QVERIFY(keeping.library().item(id) != nullptr);
        }

        QTRY_VERIFY_WITH_TIMEOUT(keeping.isAllSaved(), 20'000); // it is tried again by itself
        QCOMPARE(keeping.problem(), QString());
        Keeping other(folder.path());
        QTRY_VERIFY(other.isLoaded());
        QVERIFY(other.library().item(id) != nullptr);
    }
};

QTEST_GUILESS_MAIN(KeepingTroubleTest)
#include "keeping_trouble_test.moc"
