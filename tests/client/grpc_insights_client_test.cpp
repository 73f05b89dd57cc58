// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/test_server.h"

#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>

#include "client/grpc_insights_client.h"
#include "tests/client/answers.h"
#include "tests/support/questions.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using grpc::ServerContext;
using grpc::Status;
using grpc::StatusCode;
using namespace insights::v1;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(grpc::Status)

namespace {

Status answerWithColumns(ServerContext &, const QueryRequest &, QueryResponse &response)
{
    SeriesColumns &columns = *response.mutable_columns();
    columns.add_timestamps(at("2026-05-01"));
    columns.add_timestamps(at("2026-05-02"));
    SeriesColumn &series = *columns.add_series();
    series.set_event("page_view");
    series.add_values(3);
    series.add_values(5);
    return Status::OK;
}

Status answerWithPoints(ServerContext &, const QueryRequest &, QueryResponse &response)
{
    for (const auto &[day, value] : {std::pair("2026-05-01", 3.0), std::pair("2026-05-02", 5.0)}) {
        SeriesPoint &point = *response.add_series();
        *point.mutable_timestamp() = timestamp(at(day));
        point.set_event("page_view");
        point.set_value(value);
    }
    return Status::OK;
}

constexpr int manyBuckets = 720;
constexpr int manySeries = 2'000; // 11.5 MB of doubles

Status answerMuch(ServerContext &, const QueryRequest &, QueryResponse &response)
{
    SeriesColumns &columns = *response.mutable_columns();
    for (int i = 0; i < manyBuckets; ++i)
        columns.add_timestamps(at("2026-05-01") + i * 3'600'000LL);
    for (int i = 0; i < manySeries; ++i) {
        SeriesColumn &series = *columns.add_series();
        series.set_breakdown(std::to_string(i));
        for (int j = 0; j < manyBuckets; ++j)
            series.add_values(i + j * 0.1);
    }
    return Status::OK;
}

Status refuseField()
{
    google::rpc::BadRequest request;
    auto *violation = request.add_field_violations();
    violation->set_field("query.filters[0].value");
    violation->set_description("OPERATOR_GT needs a number, got \"abc\"");
    google::rpc::Status details;
    details.add_details()->PackFrom(request);
    return {StatusCode::INVALID_ARGUMENT, "query.filters[0].value: OPERATOR_GT needs a number", details.SerializeAsString()};
}

} // namespace

class GrpcInsightsClientTest : public QObject
{
    Q_OBJECT
private:
    std::string socket() const { return m_directory.filePath("s").toStdString(); }

    Endpoint endpoint(std::chrono::milliseconds deadline = 30s) const
    {
        return {"unix:" + socket(), "", deadline, deadline};
    }

    TestServer::Answers slowly()
    {
        return {[this](ServerContext &context, const QueryRequest &, QueryResponse &) {
            return m_server->waitForCancel(context);
        }};
    }

    void serve(TestServer::Answers answers) { m_server = std::make_unique<TestServer>(socket(), std::move(answers)); }

    QTemporaryDir m_directory;
    std::unique_ptr<TestServer> m_server;

private Q_SLOTS:
    void cleanup() { m_server.reset(); }

    void anAnswerComesAsFrames_data()
    {
        QTest::addColumn<bool>("asColumns");
        QTest::newRow("columns, as asked") << true;
        QTest::newRow("points, from a server that knows no columns") << false;
    }
    void anAnswerComesAsFrames()
    {
        QFETCH(bool, asColumns);
        serve({asColumns ? answerWithColumns : answerWithPoints});
        GrpcInsightsClient client(endpoint());
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("page_view"), answer.handler());
        QVERIFY(answer.wait());

        const AnswerFrames &frames = answer.value();
        QCOMPARE(frames.timestamps, (std::vector<std::int64_t>{at("2026-05-01"), at("2026-05-02")}));
        QCOMPARE(frames.series.at(0).event, "page_view");
        QCOMPARE(frames.series.at(0).values, (std::vector<double>{3, 5}));
        QCOMPARE(m_server->lastRequest().form(), RESULT_FORM_COLUMNS);
        QCOMPARE(m_server->lastRequest().query().events(0).name(), "page_view");
    }

    void theHandlerRunsOnceInThisThreadAfterTheCallReturned()
    {
        serve({answerWithColumns});
        GrpcInsightsClient client(endpoint());
        bool hasReturned = false;
        int count = 0;

        const auto call = client.query(trendOf("page_view"), [&](const auto &) {
            QVERIFY(hasReturned);
            QCOMPARE(QThread::currentThread(), qApp->thread());
            ++count;
        });
        QThread::msleep(200); // the answer is there, and waits
        hasReturned = true;
        QCOMPARE(count, 0);

        QVERIFY(QTest::qWaitFor([&] { return count > 0; }));
        QTest::qWait(20);
        QCOMPARE(count, 1);
    }

    void keyAndProjectGoWithEachCall()
    {
        serve({});
        Endpoint withKey = endpoint();
        withKey.apiKey = "secret\n"; // as read from a file
        GrpcInsightsClient client(withKey);
        client.setProject("shop");
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("page_view"), answer.handler());
        QVERIFY(answer.wait());

        QCOMPARE(m_server->lastMetadata()["authorization"], "Bearer secret");
        QCOMPARE(m_server->lastMetadata()["x-project-id"], "shop");
    }

    void withoutAKeyThereIsNoCredential()
    {
        serve({});
        GrpcInsightsClient client(endpoint());
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("page_view"), answer.handler());
        QVERIFY(answer.wait());

        QVERIFY(!m_server->lastMetadata().contains("authorization"));
        QVERIFY(!m_server->lastMetadata().contains("x-project-id"));
    }

    void theCatalogIsRead()
    {
        serve({});
        GrpcInsightsClient client(endpoint());
        Answer<catalog::v1::ListProjectsResponse> projects;
        Answer<catalog::v1::ListEventsResponse> events;
        Answer<catalog::v1::ListPropertiesResponse> properties;
        Answer<catalog::v1::ListPropertyValuesResponse> values;
        catalog::v1::ListPropertiesRequest ofEvent;
        ofEvent.set_event("purchase");
        catalog::v1::ListPropertyValuesRequest ofProperty;
        ofProperty.set_property("plan");
        ofProperty.set_prefix("p");

        const auto first = client.listProjects(projects.handler());
        const auto second = client.listEvents(events.handler());
        const auto third = client.listProperties(ofEvent, properties.handler());
        const auto fourth = client.listPropertyValues(ofProperty, values.handler());

        QVERIFY(projects.wait() && events.wait() && properties.wait() && values.wait());
        QCOMPARE(projects.value().projects(0).id(), "shop");
        QCOMPARE(events.value().events(0).name(), "purchase");
        QCOMPARE(properties.value().properties(0).name(), "of purchase");
        QCOMPARE(values.value().values(0).value(), "plan begins with p");
    }

    void aServerWithoutACatalogSaysSo()
    {
        serve({answerWithColumns, false});
        GrpcInsightsClient client(endpoint());
        Answer<catalog::v1::ListEventsResponse> answer;

        const auto call = client.listEvents(answer.handler());
        QVERIFY(answer.wait());

        QCOMPARE(answer.failure().kind, Failure::Kind::Unimplemented);
        QCOMPARE(answer.failure().code, "UNIMPLEMENTED");
    }

    void whatIsWrongWithAQuestionComesFieldByField()
    {
        serve({[](auto &, auto &, auto &) { return refuseField(); }});
        GrpcInsightsClient client(endpoint());
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("page_view"), answer.handler());
        QVERIFY(answer.wait());

        const Failure &failure = answer.failure();
        QCOMPARE(failure.kind, Failure::Kind::InvalidQuestion);
        QCOMPARE(failure.message, "query.filters[0].value: OPERATOR_GT needs a number");
        const Violation expected{"query.filters[0].value", "OPERATOR_GT needs a number, got \"abc\""};
        QVERIFY(failure.violations == Violations{expected});
    }

    void aFailureHasItsKindAndItsSentence_data()
    {
        QTest::addColumn<Status>("status");
        QTest::addColumn<Failure::Kind>("kind");
        QTest::addColumn<std::string>("code");
        QTest::addColumn<std::string>("message");
        using Kind = Failure::Kind;
        const auto row = [](const Status &status, Kind kind, std::string code, std::string message) {
            QTest::newRow(code.c_str()) << status << kind << code << message;
        };
        row({StatusCode::RESOURCE_EXHAUSTED, "It read too much."}, Kind::TooMuch, "RESOURCE_EXHAUSTED",
            "It read too much.");
        row({StatusCode::UNAUTHENTICATED, ""}, Kind::NotAllowed, "UNAUTHENTICATED",
            "The server does not let this key in.");
        row({StatusCode::PERMISSION_DENIED, "Not this project."}, Kind::NotAllowed, "PERMISSION_DENIED",
            "Not this project.");
        row({StatusCode::NOT_FOUND, "No project x."}, Kind::NotFound, "NOT_FOUND", "No project x.");
        row({StatusCode::DEADLINE_EXCEEDED, "It took longer than 30 s."}, Kind::Timeout, "DEADLINE_EXCEEDED",
            "It took longer than 30 s.");
        row({StatusCode::CANCELLED, "x"}, Kind::Cancelled, "CANCELLED", "The question was cancelled.");
        row({StatusCode::INTERNAL, "See 7f3a."}, Kind::Internal, "INTERNAL", "See 7f3a.");
        row({StatusCode::UNKNOWN, ""}, Kind::Internal, "UNKNOWN", "The server failed without saying why.");
        row({StatusCode::FAILED_PRECONDITION, "Not yet."}, Kind::Internal, "FAILED_PRECONDITION", "Not yet.");
        row({StatusCode::UNIMPLEMENTED, ""}, Kind::Unimplemented, "UNIMPLEMENTED",
            "The server cannot answer questions of this kind.");
    }
    void aFailureHasItsKindAndItsSentence()
    {
        QFETCH(Status, status);
        QFETCH(Failure::Kind, kind);
        QFETCH(std::string, code);
        QFETCH(std::string, message);
        serve({[&](auto &, auto &, auto &) { return status; }});
        GrpcInsightsClient client(endpoint());
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("page_view"), answer.handler());
        QVERIFY(answer.wait());

        QCOMPARE(answer.failure().kind, kind);
        QCOMPARE(answer.failure().code, code);
        QCOMPARE(answer.failure().message, message);
    }

    void tenMegabytesArrive()
    {
        serve({answerMuch});
        GrpcInsightsClient client(endpoint());
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("page_view"), answer.handler());
        QVERIFY(answer.wait());

        QCOMPARE(answer.value().series.size(), std::size_t(manySeries));
        QCOMPARE(answer.value().points(), std::size_t(manySeries * manyBuckets));
        QCOMPARE(answer.value().series.back().values.back(), (manySeries - 1) + (manyBuckets - 1) * 0.1);
    }

    void aCallThatTakesTooLongEnds()
    {
        serve(slowly());
        GrpcInsightsClient client(endpoint(150ms));
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("slow"), answer.handler());
        QVERIFY(answer.wait());

        QCOMPARE(answer.failure().kind, Failure::Kind::Timeout);
        QCOMPARE(answer.failure().message, "There was no answer in the time allowed.");
        QVERIFY(QTest::qWaitFor([&] { return m_server->cancelled() == 1; }));
    }

    void lettingGoOfACallCancelsItAtTheServer()
    {
        serve(slowly());
        GrpcInsightsClient client(endpoint());
        Answer<AnswerFrames> answer;
        auto call = client.query(trendOf("slow"), answer.handler());
        QVERIFY(QTest::qWaitFor([&] { return m_server->asked() == 1; }));

        call.reset();

        QVERIFY(QTest::qWaitFor([&] { return m_server->cancelled() == 1; }));
        QTest::qWait(50);
        QCOMPARE(answer.count, 0);
    }

    void abandonedInAnyPhaseACallIsNeverHeardOf()
    {
        serve({[](ServerContext &context, const QueryRequest &request, QueryResponse &response) {
            std::this_thread::sleep_for(std::chrono::microseconds(request.query().breakdown_limit()));
            return answerWithColumns(context, request, response);
        }});
        GrpcInsightsClient client(endpoint());
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
        serve(slowly());
        std::vector<PendingCallPtr> calls;
        Answer<AnswerFrames> answer;
        {
            GrpcInsightsClient client(endpoint());
            for (int i = 0; i < 5; ++i)
                calls.push_back(client.query(trendOf("slow"), answer.handler()));
            QVERIFY(QTest::qWaitFor([&] { return m_server->asked() == 5; }));
        }

        QVERIFY(QTest::qWaitFor([&] { return m_server->cancelled() == 5; }));
        calls.clear();
        QTest::qWait(20);
        QCOMPARE(answer.count, 0);
    }

    void anAnswerThatWaitsIsNotDeliveredAfterTheClientsEnd()
    {
        serve({answerWithColumns});
        Answer<AnswerFrames> answer;
        PendingCallPtr call;
        {
            GrpcInsightsClient client(endpoint());
            call = client.query(trendOf("page_view"), answer.handler());
            QThread::msleep(100);
        }
        QTest::qWait(20);
        QCOMPARE(answer.count, 0);
    }

    void aHandlerMayEndItsCallAndTheClient()
    {
        serve({answerWithColumns});
        auto client = std::make_unique<GrpcInsightsClient>(endpoint());
        bool isAnswered = false;
        PendingCallPtr call = client->query(trendOf("page_view"), [&](const auto &) {
            call.reset();
            client.reset();
            isAnswered = true;
        });

        QVERIFY(QTest::qWaitFor([&] { return isAnswered; }));
    }

    void aHandlerMayAskAgain()
    {
        serve({answerWithColumns});
        GrpcInsightsClient client(endpoint());
        Answer<AnswerFrames> answer;
        PendingCallPtr call;
        call = client.query(trendOf("first"), [&](const auto &) {
            call = client.query(trendOf("second"), answer.handler());
        });

        QVERIFY(answer.wait());
        QCOMPARE(m_server->lastRequest().query().events(0).name(), "second");
    }

    void whereNobodyListensNobodyAnswers()
    {
        GrpcInsightsClient client(endpoint());
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("page_view"), answer.handler());
        QVERIFY(answer.wait());

        QCOMPARE(answer.failure().kind, Failure::Kind::Unreachable);
        QCOMPARE(answer.failure().message, "Nobody answers at unix:" + socket() + ".");
    }

    void aServerThatComesIsFoundAtOnce()
    {
        GrpcInsightsClient client(endpoint());
        Answer<AnswerFrames> before;
        const auto call = client.query(trendOf("page_view"), before.handler());
        QVERIFY(before.wait());
        QVERIFY(before.isFailure());

        serve({answerWithColumns});
        Answer<AnswerFrames> after;
        const auto next = client.query(trendOf("page_view"), after.handler());

        QVERIFY(after.wait());
        QVERIFY(!after.isFailure());
    }

    void anAddressThatIsNotOfThisMachineIsRefused_data()
    {
        QTest::addColumn<std::string>("address");
        QTest::addColumn<Failure::Kind>("kind");
        using Kind = Failure::Kind;
        const auto row = [](std::string address, Kind kind) { QTest::newRow(address.c_str()) << address << kind; };
        row("example.org:443", Kind::NotAllowed);
        row("127.example.org:443", Kind::NotAllowed);
        row("10.0.0.1:443", Kind::NotAllowed);
        row("dns:///example.org:443", Kind::NotAllowed);
        row("127.0.0.1:1", Kind::Unreachable); // of this machine, but nobody there
        row("localhost:1", Kind::Unreachable);
        row("[::1]:1", Kind::Unreachable);
        row("localhost", Kind::Unreachable);
        row("localhost:http", Kind::Unreachable);
        row("unix:", Kind::Unreachable);
        row("", Kind::Unreachable);
    }
    void anAddressThatIsNotOfThisMachineIsRefused()
    {
        QFETCH(std::string, address);
        QFETCH(Failure::Kind, kind);
        GrpcInsightsClient client({address, "secret", 5s, 5s});
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("page_view"), answer.handler());
        QCOMPARE(answer.count, 0);
        QVERIFY(answer.wait());

        QCOMPARE(answer.failure().kind, kind);
        QVERIFY(answer.failure().message.find("secret") == std::string::npos);
        QVERIFY(answer.failure().message.find(address) != std::string::npos);
    }

    void whatGrpcWouldDieOfIsRefused()
    {
        serve({});
        Endpoint odd = endpoint();
        odd.apiKey = "sec\nret";
        GrpcInsightsClient withOddKey(odd);
        GrpcInsightsClient withOddProject(endpoint());
        withOddProject.setProject("caf\xc3\xa9");
        Answer<AnswerFrames> first;
        Answer<AnswerFrames> second;

        const auto one = withOddKey.query(trendOf("page_view"), first.handler());
        const auto two = withOddProject.query(trendOf("page_view"), second.handler());

        QVERIFY(first.wait() && second.wait());
        QCOMPARE(first.failure().kind, Failure::Kind::NotAllowed);
        QVERIFY(first.failure().message.find("sec") == std::string::npos);
        QCOMPARE(second.failure().kind, Failure::Kind::NotAllowed);
        QCOMPARE(m_server->asked(), 0);
    }
};

QTEST_GUILESS_MAIN(GrpcInsightsClientTest)
#include "grpc_insights_client_test.moc"
