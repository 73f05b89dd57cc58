// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/served.h"

#include <chrono>
#include <thread>

#include "tests/client/answers.h"

#include <QTest>

using grpc::ServerContext;
using namespace datasets::v1;
using namespace std::chrono_literals;

namespace {

using Writer = grpc::ServerWriter<ImportProgress>;

ImportProgress progressOf(std::uint64_t events)
{
    ImportProgress progress;
    progress.set_events(events);
    return progress;
}

// Three reports, then the summary.
grpc::Status importSome(ServerContext &, const ImportRequest &request, Writer &writer)
{
    for (std::uint64_t events : {10, 20, 30}) {
        writer.Write(progressOf(events));
        std::this_thread::sleep_for(20ms);
    }
    ImportProgress last = progressOf(30);
    last.mutable_summary()->set_project(request.project());
    writer.Write(last);
    return grpc::Status::OK;
}

} // namespace

class GrpcImportTest : public QObject
{
    Q_OBJECT
private:
    Served m_served;

    void serve(TestServer::Import import) { m_served.serve({{}, true, std::move(import)}); }

private Q_SLOTS:
    void cleanup() { m_served.stop(); }

    void aFileIsLookedAt()
    {
        serve(importSome);
        GrpcInsightsClient client(m_served.endpoint());
        Answer<PreviewResponse> answer;
        PreviewRequest request;
        request.set_path("/a.csv");
        const auto call = client.preview(request, answer.handler());
        QVERIFY(answer.wait());
        QCOMPARE(answer.value().columns(0).name(), std::string("of /a.csv"));
    }

    void progressIsHeardBeforeTheEndAndTheLastIsTheAnswer()
    {
        serve(importSome);
        GrpcInsightsClient client(m_served.endpoint());
        Answer<ImportProgress> answer;
        std::vector<std::uint64_t> heard;
        ImportRequest request;
        request.set_project("shop");
        const auto call = client.import(
            request,
            [&](const ImportProgress &progress) {
                QCOMPARE(answer.count, 0);
                heard.push_back(progress.events());
            },
            answer.handler());
        QVERIFY(heard.empty());
        QVERIFY(answer.wait());
        QCOMPARE(answer.value().summary().project(), std::string("shop"));
        QVERIFY(!heard.empty());
        QVERIFY(std::is_sorted(heard.begin(), heard.end()));
        QTest::qWait(50);
        QCOMPARE(answer.count, 1);
    }

    void aRefusalIsToldInTheServicesWords()
    {
        serve([](auto &, const auto &, Writer &writer) {
            writer.Write(progressOf(1));
            return grpc::Status(grpc::StatusCode::FAILED_PRECONDITION, "It is in the project already.");
        });
        GrpcInsightsClient client(m_served.endpoint());
        Answer<ImportProgress> answer;
        const auto call = client.import({}, {}, answer.handler());
        QVERIFY(answer.wait());
        QCOMPARE(answer.failure().message, std::string("It is in the project already."));
    }

    void whereNobodyIsTheImportFails()
    {
        GrpcInsightsClient client(m_served.endpoint());
        Answer<ImportProgress> answer;
        const auto call = client.import({}, {}, answer.handler());
        QVERIFY(answer.wait());
        QCOMPARE(answer.failure().kind, Failure::Kind::Unreachable);
    }

    void lettingGoCancelsItAtTheServer()
    {
        serve([this](auto &context, const auto &, Writer &writer) {
            writer.Write(progressOf(1));
            return m_served.server().waitForCancel(context);
        });
        GrpcInsightsClient client(m_served.endpoint());
        Answer<ImportProgress> answer;
        PendingCallPtr call;
        call = client.import(
            {}, [&](const ImportProgress &) { call.reset(); }, answer.handler()); // from its own report
        QVERIFY(QTest::qWaitFor([&] { return m_served.server().cancelled() == 1; }));
        QTest::qWait(50);
        QCOMPARE(answer.count, 0);
    }

    void aClientThatEndsInAnyPhaseEndsItsImport()
    {
        serve([](ServerContext &context, const auto &, Writer &writer) {
            while (!context.IsCancelled() && writer.Write(progressOf(1)))
                std::this_thread::sleep_for(100us);
            return grpc::Status::CANCELLED;
        });
        for (int i = 0; i < 60; ++i) {
            Answer<ImportProgress> answer;
            PendingCallPtr call; // outlives the client
            GrpcInsightsClient client(m_served.endpoint());
            call = client.import({}, {}, answer.handler());
            if (i % 3 == 0)
                QTest::qWait(i % 7);
            else
                std::this_thread::sleep_for(std::chrono::microseconds(50 * i));
            QCOMPARE(answer.count, 0);
        }
    }
};

QTEST_GUILESS_MAIN(GrpcImportTest)
#include "grpc_import_test.moc"
