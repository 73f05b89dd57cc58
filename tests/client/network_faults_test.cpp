// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/served.h"

#include "tests/client/answers.h"
#include "tests/support/network.h"

#include <QTest>

using namespace std::chrono_literals;

// The way to a server fails as networks do; each time the client says so in time, and the next question is answered.
class NetworkFaultsTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_directory;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Network> m_network;

    Endpoint endpoint(std::chrono::milliseconds deadline = 20s) const
    {
        Endpoint endpoint;
        endpoint.address = m_network->address();
        endpoint.queryDeadline = deadline;
        endpoint.catalogDeadline = deadline;
        return endpoint;
    }

    bool isAnswered(GrpcInsightsClient &client)
    {
        Answer<AnswerFrames> answer;
        const PendingCallPtr call = client.query(trendOf("page_view"), answer.handler());
        return answer.wait() && !answer.isFailure() && answer.value().series.size() == 1;
    }

    void serve(TestServer::Query query)
    {
        m_server = std::make_unique<TestServer>(
            m_directory.filePath(QStringLiteral("s")).toStdString(),
            TestServer::Answers{.query = std::move(query), .credentials = grpc::InsecureServerCredentials()});
        const std::string address = m_server->address();
        m_network
            = std::make_unique<Network>(QString::fromStdString(address.substr(address.rfind(':') + 1)).toUShort());
    }

private Q_SLOTS:
    void cleanup()
    {
        m_network.reset();
        m_server.reset();
    }

    void aNetworkThatIsCutUnderAQuestionIsToldAndTheNextIsAnswered()
    {
        bool isSlow = true;
        serve([&](auto &context, const auto &request, auto &response) {
            return isSlow ? m_server->waitForCancel(context) : answerWithColumns(context, request, response);
        });
        GrpcInsightsClient client(endpoint());
        Answer<AnswerFrames> answer;
        const PendingCallPtr call = client.query(trendOf("page_view"), answer.handler());
        QTRY_COMPARE(m_server->asked(), 1);

        m_network->cut();
        QVERIFY(answer.wait());
        QCOMPARE(answer.failure().kind, Failure::Kind::Unreachable);
        QTRY_COMPARE(m_server->cancelled(), 1); // nobody computes for nobody

        isSlow = false;
        QVERIFY(isAnswered(client));
    }

    void aSilentNetworkEndsAtTheDeadlineAndIsNoSpinnerForEver()
    {
        serve(answerWithColumns);
        GrpcInsightsClient client(endpoint(1s));
        QVERIFY(isAnswered(client));
        m_network->setMood(Network::Mood::Silent);

        Answer<AnswerFrames> answer;
        const PendingCallPtr call = client.query(trendOf("page_view"), answer.handler());
        QVERIFY(answer.wait());
        QCOMPARE(answer.failure().kind, Failure::Kind::Timeout);

        m_network->setMood(Network::Mood::Good);
        QVERIFY(isAnswered(client)); // on a way of its own: that one is dead, and nobody says so
    }

    void aNetworkThatIsSilentFromTheStartIsToldToo()
    {
        serve(answerWithColumns);
        m_network->setMood(Network::Mood::Silent);
        GrpcInsightsClient client(endpoint(1s));
        Answer<AnswerFrames> answer;
        const PendingCallPtr call = client.query(trendOf("page_view"), answer.handler());

        QVERIFY(answer.wait());
        QVERIFY(answer.failure().kind == Failure::Kind::Timeout || answer.failure().kind == Failure::Kind::Unreachable);
    }

    void aSlowNetworkIsWaitedFor()
    {
        serve(answerWithColumns);
        m_network->setMood(Network::Mood::Slow);
        GrpcInsightsClient client(endpoint());
        QVERIFY(isAnswered(client));
        QVERIFY(isAnswered(client));
    }

    void aServerOfNonsenseIsUnreachable_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::newRow("a web server") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        QTest::newRow("zeros") << QByteArray(100'000, '\0');
        QTest::newRow("half a frame") << QByteArray::fromHex("00001204000000000000");
        QTest::newRow("nothing, and gone") << QByteArray();
    }

    void aServerOfNonsenseIsUnreachable()
    {
        QFETCH(const QByteArray, greeting);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            socket->write(greeting);
            socket->disconnectFromHost();
        });
        Endpoint endpoint;
        endpoint.address = "127.0.0.1:" + std::to_string(server.serverPort());
        endpoint.queryDeadline = 5s;
        GrpcInsightsClient client(endpoint);
        Answer<AnswerFrames> answer;
        const PendingCallPtr call = client.query(trendOf("page_view"), answer.handler());

        QVERIFY(answer.wait());
        QVERIFY(answer.failure().kind == Failure::Kind::Unreachable || answer.failure().kind == Failure::Kind::Timeout);
        QVERIFY(!answer.failure().message.empty());
    }

    void anAnswerThatContradictsItselfIsReadAsFarAsItGoes_data()
    {
        QTest::addColumn<int>("timestamps");
        QTest::addColumn<int>("values");
        QTest::newRow("too few values") << 5 << 2;
        QTest::newRow("too many values") << 2 << 5;
        QTest::newRow("no buckets") << 0 << 3;
        QTest::newRow("no values") << 3 << 0;
    }

    void anAnswerThatContradictsItselfIsReadAsFarAsItGoes()
    {
        QFETCH(const int, timestamps);
        QFETCH(const int, values);
        serve([=](auto &, const auto &, auto &response) {
            for (int i = 0; i < timestamps; ++i)
                response.mutable_columns()->add_timestamps(at("2026-05-01") + i * 86'400'000LL);
            auto &series = *response.mutable_columns()->add_series();
            for (int i = 0; i < values; ++i)
                series.add_values(i);
            return grpc::Status::OK;
        });
        GrpcInsightsClient client(endpoint());
        Answer<AnswerFrames> answer;
        const PendingCallPtr call = client.query(trendOf("page_view"), answer.handler());

        QVERIFY(answer.wait());
        QVERIFY(!answer.isFailure());
        for (const SeriesFrame &series : answer.value().series)
            QCOMPARE(series.values.size(), answer.value().timestamps.size());
    }
};

QTEST_GUILESS_MAIN(NetworkFaultsTest)
#include "network_faults_test.moc"
