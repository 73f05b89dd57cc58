// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/served.h"

#include <cstdlib>
#include <thread>

#include "tests/client/answers.h"

#include <QTest>
#include <QThread>

using grpc::ServerContext;
using namespace insights::v1;
using namespace std::chrono_literals;

class GrpcAbandoningTest : public QObject
{
    Q_OBJECT
private:
    Served m_served;

private Q_SLOTS:
    void cleanup() { m_served.stop(); }

    void lettingGoOfACallCancelsItAtTheServer()
    {
        m_served.serve(m_served.slowly());
        GrpcInsightsClient client(m_served.endpoint());
        Answer<AnswerFrames> answer;
        auto call = client.query(trendOf("slow"), answer.handler());
        QVERIFY(QTest::qWaitFor([&] { return m_served.server().asked() == 1; }));

        call.reset();

        QVERIFY(QTest::qWaitFor([&] { return m_served.server().cancelled() == 1; }));
        QTest::qWait(50);
        QCOMPARE(answer.count, 0);
    }

    void abandonedInAnyPhaseACallIsNeverHeardOf()
    {
        m_served.serve({[](ServerContext &context, const QueryRequest &request, QueryResponse &response) {
            std::this_thread::sleep_for(std::chrono::microseconds(request.query().breakdown_limit()));
            return answerWithColumns(context, request, response);
        }});
        GrpcInsightsClient client(m_served.endpoint());
        std::srand(1);
        int answered = 0;
        int kept = 0;

        for (int i = 0; i < 200; ++i) {
            bool isLetGo = false;
            QuerySpec spec = trendOf("page_view");
            spec.set_breakdown_limit(std::rand() % 1'500);
            auto call = client.query(spec, [&](const auto &) {
                QVERIFY(!isLetGo);
                ++answered;
            });
            const auto delay = std::chrono::microseconds(std::rand() % 3'000);
            if (i % 3 == 0)
                QTest::qWait(int(delay.count() / 1'000)); // may be delivered meanwhile
            else
                std::this_thread::sleep_for(delay); // may be read, is not delivered
            kept = answered;
            call.reset();
            isLetGo = true;
            QCoreApplication::sendPostedEvents();
            QCOMPARE(answered, kept);
        }
        QTest::qWait(50);
        QCOMPARE(answered, kept);
        QVERIFY(answered < 200);
    }

    void theClientsEndAbandonsItsCalls()
    {
        m_served.serve(m_served.slowly());
        std::vector<PendingCallPtr> calls;
        Answer<AnswerFrames> answer;
        {
            GrpcInsightsClient client(m_served.endpoint());
            for (int i = 0; i < 5; ++i)
                calls.push_back(client.query(trendOf("slow"), answer.handler()));
            QVERIFY(QTest::qWaitFor([&] { return m_served.server().asked() == 5; }));
        }

        QVERIFY(QTest::qWaitFor([&] { return m_served.server().cancelled() == 5; }));
        calls.clear();
        QTest::qWait(20);
        QCOMPARE(answer.count, 0);
    }

    void anAnswerThatWaitsIsNotDeliveredAfterTheClientsEnd()
    {
        m_served.serve({answerWithColumns});
        Answer<AnswerFrames> answer;
        PendingCallPtr call;
        {
            GrpcInsightsClient client(m_served.endpoint());
            call = client.query(trendOf("page_view"), answer.handler());
            QThread::msleep(100);
        }
        QTest::qWait(20);
        QCOMPARE(answer.count, 0);
    }

    void aHandlerMayEndItsCallAndTheClient()
    {
        m_served.serve({answerWithColumns});
        auto client = std::make_unique<GrpcInsightsClient>(m_served.endpoint());
        bool isAnswered = false;
        PendingCallPtr call = client->query(trendOf("page_view"), [&](const auto &) {
            call.reset();
            client.reset();
            isAnswered = true;
        });

        QVERIFY(QTest::qWaitFor([&] { return isAnswered; }));
    }
};

QTEST_GUILESS_MAIN(GrpcAbandoningTest)
#include "grpc_abandoning_test.moc"
