// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/served.h"

#include "tests/client/answers.h"
#include "tests/support/network.h"
#include "tests/support/wall_clock.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;

// The wall clock of the analyst's machine jumps, and what is asked ends as it should.
class ClockTest : public QObject
{
    Q_OBJECT
public:
    explicit ClockTest(const WallClock &clock)
        : m_clock(clock)
    {
    }

private:
    const WallClock &m_clock;
    QTemporaryDir m_directory;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Network> m_network;

    void serve(TestServer::Query query)
    {
        m_server = std::make_unique<TestServer>(
            m_directory.filePath(QStringLiteral("s")).toStdString(),
            TestServer::Answers{.query = std::move(query), .credentials = grpc::InsecureServerCredentials()});
        const std::string address = m_server->address();
        m_network
            = std::make_unique<Network>(QString::fromStdString(address.substr(address.rfind(':') + 1)).toUShort());
    }

    Endpoint endpoint(std::chrono::milliseconds deadline) const
    {
        Endpoint endpoint;
        endpoint.address = m_network->address();
        endpoint.queryDeadline = endpoint.catalogDeadline = endpoint.importDeadline = deadline;
        return endpoint;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QDateTime before = QDateTime::currentDateTimeUtc();
        m_clock.set("-1d");
        QVERIFY(QDateTime::currentDateTimeUtc() < before);
    }

    void init() { m_clock.set("+0"); }
    void cleanup()
    {
        m_network.reset();
        m_server.reset();
    }

    void aDeadlineComesThoughTheClockWasSetBack_data()
    {
        QTest::addColumn<QString>("call");
        QTest::newRow("a question") << "query";
        QTest::newRow("a list") << "list";
        QTest::newRow("an import") << "import";
    }

    void aDeadlineComesThoughTheClockWasSetBack()
    {
        QFETCH(const QString, call);
        serve(answerWithColumns);
        GrpcInsightsClient client(endpoint(1s));
        Answer<AnswerFrames> before; // with a deadline that gRPC waits for
        const PendingCallPtr callBefore = client.query(trendOf("page_view"), before.handler());
        QVERIFY(before.wait());
        m_network->setMood(Network::Mood::Silent);
        m_clock.set("-1d");
        Answer<AnswerFrames> answered;
        Answer<catalog::v1::ListProjectsResponse> listed;
        Answer<datasets::v1::ImportProgress> imported;
        QElapsedTimer time;
        time.start();
        const PendingCallPtr pending = call == "query" ? client.query(trendOf("page_view"), answered.handler())
            : call == "list"                           ? client.listProjects(listed.handler())
                                                       : client.import({}, {}, imported.handler());
        QTRY_COMPARE_WITH_TIMEOUT(answered.count + listed.count + imported.count, 1, 20'000);
        QVERIFY2(time.elapsed() >= 1'000, QByteArray::number(time.elapsed()));
        const Failure failure = call == "query" ? answered.failure()
            : call == "list"                    ? listed.failure()
                                                : imported.failure();
        QCOMPARE(failure.kind, Failure::Kind::Timeout);
        QCOMPARE(failure.code, std::string("DEADLINE_EXCEEDED"));
        QCOMPARE(failure.message, std::string("There was no answer in the time allowed."));

        m_network->setMood(Network::Mood::Good);
        Answer<AnswerFrames> next;
        const PendingCallPtr nextCall = client.query(trendOf("page_view"), next.handler());
        QVERIFY(next.wait());
        QVERIFY(!next.isFailure());
        QCOMPARE(answered.count + listed.count + imported.count, 1);
    }

    void aJumpUnderAQuestionHurtsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("jump");
        QTest::newRow("a year ahead") << QByteArray("+365d");
        QTest::newRow("a day back") << QByteArray("-1d");
    }

    void aJumpUnderAQuestionHurtsNoAnswer()
    {
        QFETCH(const QByteArray, jump);
        std::atomic<bool> isJumped = false;
        serve([&](auto &context, const auto &request, auto &response) {
            while (!isJumped && !context.IsCancelled())
                QTest::qSleep(10);
            QTest::qSleep(300);
            return answerWithColumns(context, request, response);
        });
        GrpcInsightsClient client(endpoint(20s));
        for (const bool isNext : {false, true}) {
            Answer<AnswerFrames> answer;
            const PendingCallPtr call = client.query(trendOf("page_view"), answer.handler());
            QTRY_COMPARE(m_server->asked(), isNext ? 2 : 1);
            m_clock.set(jump);
            isJumped = true;
            QVERIFY(answer.wait());
            QVERIFY2(!answer.isFailure(), answer.isFailure() ? answer.failure().message.c_str() : "");
        }
    }
};

int main(int argc, char **argv)
{
    const WallClock clock(QFile::symLinkTarget(QStringLiteral("/proc/self/exe")) + QStringLiteral(".clock"));
    clock.startAgain(argv);
    const QCoreApplication app(argc, argv);
    ClockTest test(clock);
    return QTest::qExec(&test, argc, argv);
}
#include "clock_test.moc"
