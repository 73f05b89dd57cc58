// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/local_service.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

using namespace std::chrono_literals;

// What came of start().
struct Spies
{
    explicit Spies(LocalService &service)
        : ready(&service, &LocalService::ready)
        , failed(&service, &LocalService::failed)
    {
    }

    bool wait(int milliseconds = 20'000)
    {
        return QTest::qWaitFor([this] { return ready.size() + failed.size() > 0; }, milliseconds);
    }

    QSignalSpy ready;
    QSignalSpy failed;
};

class LocalServiceTest : public QObject
{
    Q_OBJECT
private:
    QString data() const { return m_directory->filePath("data"); }
    QString socket() const { return QFileInfo(m_directory->path()).canonicalFilePath() + "/data/insightsd.sock"; }

    void behave(const QByteArray &how) const
    {
        QDir().mkpath(data());
        QFile file(data() + "/behaviour");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(how);
    }

    // Process id and arguments of each service that got hold of the directory.
    QList<QByteArray> starts() const
    {
        QFile file(data() + "/starts");
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QList<QByteArray>();
    }

    pid_t lastStarted() const { return starts().last().split(' ').first().toInt(); }

    static bool isAlive(pid_t process)
    {
        QFile status("/proc/" + QString::number(process) + "/stat");
        return status.open(QIODevice::ReadOnly) && !status.readAll().contains(") Z ");
    }

    // A killed process keeps its socket and its lock until the last of its threads is gone.
    bool isFree() const
    {
        const int lock = open(QFile::encodeName(data() + "/lock").constData(), O_RDONLY | O_CLOEXEC);
        const bool isFree = flock(lock, LOCK_EX | LOCK_NB) == 0;
        close(lock);
        return isFree;
    }

    std::unique_ptr<LocalService> service() const
    {
        auto service = std::make_unique<LocalService>(data());
        service->setProgram(FAKE_INSIGHTSD);
        return service;
    }

    std::unique_ptr<QTemporaryDir> m_directory;

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void cleanup()
    {
        for (const QByteArray &start : starts())
            kill(start.split(' ').first().toInt(), SIGKILL);
    }

    void itStartsAServiceWhereThereIsNone()
    {
        const auto local = service();
        Spies spies(*local);

        local->start();
        local->start(); // under way already
        QCOMPARE(spies.ready.size(), 0);
        QVERIFY(spies.wait());

        QCOMPARE(spies.ready.size(), 1);
        QCOMPARE(spies.ready[0][0].toString(), "unix:" + socket());
        QCOMPARE(starts().size(), 1);
        const QByteArray expected
            = QString("serve --data %1 --listen unix:%2 --idle-exit 120").arg(data(), socket()).toUtf8();
        QCOMPARE(starts()[0].mid(starts()[0].indexOf(' ') + 1), expected);
        QCOMPARE(QFileInfo(data()).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void itFindsALivingOne()
    {
        const auto first = service();
        Spies firstSpies(*first);
        first->start();
        QVERIFY(firstSpies.wait());

        const auto second = service();
        Spies spies(*second);
        second->start();

        QVERIFY(spies.wait());
        QCOMPARE(spies.ready.size(), 1);
        QCOMPARE(starts().size(), 1);
    }

    void theServiceOutlivesWhoStartedIt()
    {
        auto local = service();
        Spies spies(*local);
        local->start();
        QVERIFY(spies.wait());

        local.reset();
        QTest::qWait(100);

        QVERIFY(isAlive(lastStarted()));
        QCOMPARE(getsid(lastStarted()), lastStarted());
        QVERIFY(spies.failed.isEmpty());
    }

    void oneThatDiedIsStartedAgain()
    {
        const auto local = service();
        Spies first(*local);
        local->start();
        QVERIFY(first.wait());
        kill(lastStarted(), SIGKILL);
        QVERIFY(QTest::qWaitFor([this] { return isFree(); }));

        Spies again(*local);
        local->start();

        QVERIFY(again.wait());
        QCOMPARE(again.ready.size(), 1);
        QCOMPARE(starts().size(), 2);
    }

    void twoStartersAtOnceShareOne()
    {
        behave("slow");
        const auto first = service();
        const auto second = service();
        const auto third = service();
        Spies spies(*first);
        Spies others(*second);
        Spies late(*third);

        first->start();
        second->start();
        QTest::qWait(300);
        third->start(); // while it is getting ready

        QVERIFY(spies.wait() && others.wait() && late.wait());
        QCOMPARE(spies.ready.size() + others.ready.size() + late.ready.size(), 3);
        QCOMPARE(starts().size(), 1);
    }

    void whyItDidNotStartIsTold_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<QString>("reason");
        QTest::newRow("with words") << QByteArray("fail") << "The engine's library is missing.";
        QTest::newRow("without") << QByteArray("silent") << "The local service ended without saying why.";
    }
    void whyItDidNotStartIsTold()
    {
        QFETCH(QByteArray, behaviour);
        QFETCH(QString, reason);
        behave(behaviour);
        for (int attempt = 0; attempt < 2; ++attempt) { // the words of the first are not those of the second
            const auto local = service();
            Spies spies(*local);

            local->start();

            QVERIFY(spies.wait());
            QCOMPARE(spies.failed.size(), 1);
            QCOMPARE(spies.failed[0][0].toString(), reason);
        }
    }

    void afterAFailureItCanBeStarted()
    {
        behave("fail");
        const auto local = service();
        Spies first(*local);
        local->start();
        QVERIFY(first.wait());
        behave("");

        Spies again(*local);
        local->start();

        QVERIFY(again.wait());
        QCOMPARE(again.ready.size(), 1);
    }

    void oneThatNeverGetsReadyIsEnded()
    {
        behave("hang");
        const auto local = service();
        local->setDeadline(1s);
        Spies spies(*local);

        local->start();

        QVERIFY(spies.wait());
        QCOMPARE(spies.failed[0][0].toString(), "The local service did not get ready in 1 seconds.\nStill reading.");
        const pid_t process = lastStarted();
        QVERIFY(QTest::qWaitFor([&] { return !isAlive(process); }));
    }

    void aDirectoryThatSomebodyHoldsIsWaitedForUntilTheDeadline()
    {
        QDir().mkpath(data());
        const int lock = open(QFile::encodeName(data() + "/lock").constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        QCOMPARE(flock(lock, LOCK_EX | LOCK_NB), 0);
        const auto local = service();
        local->setDeadline(300ms);
        Spies spies(*local);

        local->start();
        QVERIFY(spies.wait());
        QCOMPARE(spies.failed.size(), 1);
        QVERIFY(starts().isEmpty());

        close(lock);
        Spies again(*local);
        local->start();
        QVERIFY(again.wait());
        QVERIFY2(again.ready.size() == 1, again.failed.isEmpty() ? "" : qPrintable(again.failed[0][0].toString()));
    }

    void aProgramThatIsNotThereIsTold()
    {
        const auto local = service();
        local->setProgram(m_directory->filePath("nothing"));
        Spies spies(*local);

        local->start();

        QVERIFY(spies.wait());
        QVERIFY(spies.failed[0][0].toString().contains("No such file"));
    }

    void aDirectoryThatCannotBeWrittenIsTold()
    {
        LocalService local("/proc/nowhere/data");
        local.setProgram(FAKE_INSIGHTSD);
        Spies spies(local);

        local.start();

        QVERIFY(spies.wait());
        QCOMPARE(spies.failed[0][0].toString(), "The data directory /proc/nowhere/data cannot be written to.");
    }

    void itMayEndWhileTheServiceIsGettingReady()
    {
        behave("slow");
        {
            const auto local = service();
            local->start();
            QVERIFY(QTest::qWaitFor([this] { return !starts().isEmpty(); }));
        }
        QTest::qWait(20);
        QVERIFY(isAlive(lastStarted()));
    }
};

QTEST_GUILESS_MAIN(LocalServiceTest)
#include "local_service_test.moc"
