// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

// A process that has opened a store leaves at once: the engine's threads do not end, and fall over what exit takes away.
class LeavingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStatusAndTheOutputAreKeptAndNoExitHandlerRuns_data()
    {
        QTest::addColumn<int>("status");
        QTest::addRow("success") << 0;
        QTest::addRow("failure") << 3;
    }

    void theStatusAndTheOutputAreKeptAndNoExitHandlerRuns()
    {
        QFETCH(const int, status);
        const QTemporaryDir folder;
        QProcess helper;
        helper.start(QStringLiteral(HELPER), {folder.filePath(QStringLiteral("store")), QString::number(status)});
        QVERIFY(helper.waitForFinished(60'000));
        QCOMPARE(helper.exitStatus(), QProcess::NormalExit);
        QCOMPARE(helper.exitCode(), status);
        QCOMPARE(helper.readAllStandardOutput(), QByteArray("left"));
    }
};

QTEST_GUILESS_MAIN(LeavingTest)
#include "leaving_test.moc"
