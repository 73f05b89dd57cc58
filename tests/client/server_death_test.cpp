// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/grpc_insights_client.h"
#include "tests/client/answers.h"
#include "tests/support/questions.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

// A server that is killed, as a process of its own.
class ServerDeathTest : public QObject
{
    Q_OBJECT
private:
    QString socket() const { return m_directory.filePath("s"); }

    std::unique_ptr<QProcess> started() const
    {
        auto process = std::make_unique<QProcess>();
        process->start(FAKE_INSIGHTSD, {"serve", "--data", m_directory.path(), "--listen", "unix:" + socket()});
        const bool isReady = process->waitForReadyRead() && process->readAllStandardOutput().startsWith("READY");
        return isReady ? std::move(process) : nullptr;
    }

    QTemporaryDir m_directory;

private Q_SLOTS:
    void aServerKilledUnderACallIsUnreachableAndFoundAgainWhenItIsBack()
    {
        GrpcInsightsClient client({"unix:" + socket().toStdString()});
        for (int round = 0; round < 3; ++round) {
            const auto server = started();
            QVERIFY(server);
            Answer<catalog::v1::ListProjectsResponse> alive;
            const auto first = client.listProjects(alive.handler());
            QVERIFY(alive.wait());
            QVERIFY(!alive.isFailure());

            Answer<AnswerFrames> answer;
            const auto call = client.query(trendOf("slow"), answer.handler());
            QTest::qWait(100);
            QCOMPARE(answer.count, 0);
            server->kill();

            QVERIFY(answer.wait(5'000));
            QCOMPARE(answer.failure().kind, Failure::Kind::Unreachable);
            server->waitForFinished();

            Answer<catalog::v1::ListProjectsResponse> dead;
            const auto second = client.listProjects(dead.handler());
            QVERIFY(dead.wait(5'000));
            QCOMPARE(dead.failure().kind, Failure::Kind::Unreachable);
        }
    }
};

QTEST_GUILESS_MAIN(ServerDeathTest)
#include "server_death_test.moc"
