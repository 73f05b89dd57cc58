// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

// kill -9 at many moments of an import: the store holds the file or it does not, and goes on working.
class KilledImportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(run({m_kept, writeFile(1)}), 0);
        QCOMPARE(show(m_kept).at(0), QString::number(eventsPerFile));
    }

    void aFileKilledWhileItIsReadIsOut_data()
    {
        QTest::addColumn<QString>("project");
        QTest::addColumn<int>("microseconds");
        for (const int microseconds : {0, 10'000, 30'000, 60'000})
            for (const QString &project : {m_kept, QStringLiteral("new")})
                QTest::addRow("%s after %d us", qPrintable(project), microseconds) << project << microseconds;
    }

    void aFileKilledWhileItIsReadIsOut()
    {
        QFETCH(const QString, project);
        QFETCH(const int, microseconds);
        const QStringList before = show(project);
        QCOMPARE(run({project, writeFile(2), QString::number(microseconds)}), SIGKILL);
        QCOMPARE(show(project), before);
    }

    void aCommitIsDoneOrNotDone_data()
    {
        QTest::addColumn<bool>("isNew");
        QTest::addColumn<int>("microseconds");
        for (const bool isNew : {false, true})
            for (const int microseconds : {0, 500, 1'000, 1'500, 2'000, 3'000, 4'000, 5'000, 6'000, 8'000, 10'000,
                                           14'000, 20'000, 30'000, 50'000, 100'000, 2'000'000})
                QTest::addRow("%s after %d us", isNew ? "new" : "kept", microseconds) << isNew << microseconds;
    }

    void aCommitIsDoneOrNotDone()
    {
        QFETCH(const bool, isNew);
        QFETCH(const int, microseconds);
        const QString project = isNew ? QStringLiteral("new-%1").arg(microseconds) : m_kept;
        const QStringList before = show(project);

        QCOMPARE(run({project, QStringLiteral("--commit"), QString::number(microseconds)}), SIGKILL);

        const QStringList after = show(project);
        const QStringList done{QString::number(before.at(0).toInt() + 1), QString::number(before.at(1).toInt() + 1),
                               QStringLiteral("0"), QStringLiteral("intact")};
        QVERIFY2(after == before || after == done, qPrintable(after.join(QLatin1Char(' '))));
        (after == done ? m_done : m_notDone) += 1;
    }

    void bothHaveBeenSeenAndImportsGoOn()
    {
        qInfo("%d commits done, %d not done", m_done, m_notDone);
        QVERIFY(m_done > 0);
        QVERIFY(m_notDone > 0);
        const int before = show(m_kept).at(0).toInt();
        QCOMPARE(run({m_kept, writeFile(3)}), 0);
        QCOMPARE(show(m_kept).at(0), QString::number(before + eventsPerFile));
    }

private:
    static constexpr int eventsPerFile = 600'000; // more than two blocks

    QString writeFile(int number)
    {
        const QString path = m_folder.filePath(QStringLiteral("%1.csv").arg(number));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no room for a test file");
        file.write("event,user,time,p\n");
        file.write(QByteArray("e,u,2026-01-02," + QByteArray::number(number) + "\n").repeated(eventsPerFile));
        return path;
    }

    // Events, files, leftover tables, "intact".
    QStringList show(const QString &project)
    {
        if (const int code = run({project}); code != 0)
            qFatal("the store cannot be opened (%d): %s", code, m_output.constData());
        return QString::fromUtf8(m_output).simplified().split(QLatin1Char(' '));
    }

    // The signal that ended the process, or its exit code.
    int run(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(HELPER), QStringList{m_folder.filePath(QStringLiteral("data"))} + arguments);
        if (!process.waitForFinished(60'000))
            return -1;
        m_output = process.readAll();
        return process.exitStatus() == QProcess::CrashExit ? SIGKILL : process.exitCode();
    }

    const QString m_kept = QStringLiteral("kept");
    QTemporaryDir m_folder;
    QByteArray m_output;
    int m_done = 0;
    int m_notDone = 0;
};

QTEST_GUILESS_MAIN(KilledImportTest)
#include "killed_import_test.moc"
