// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/served.h"

#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>

#include "tests/client/answers.h"

#include <QTest>

using grpc::Status;
using grpc::StatusCode;
using namespace insights::v1;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(grpc::Status)

namespace {

Status refuseField()
{
    google::rpc::BadRequest request;
    auto *violation = request.add_field_violations();
    violation->set_field("query.filters[0].value");
    violation->set_description("OPERATOR_GT needs a number, got \"abc\"");
    google::rpc::Status details;
    details.add_details()->PackFrom(request);
    return {StatusCode::INVALID_ARGUMENT, "query.filters[0].value: OPERATOR_GT needs a number",
            details.SerializeAsString()};
}

} // namespace

class GrpcFailuresTest : public QObject
{
    Q_OBJECT
private:
    Served m_served;

private Q_SLOTS:
    void cleanup() { m_served.stop(); }

    void aServerWithoutACatalogSaysSo()
    {
        m_served.serve({answerWithColumns, false});
        GrpcInsightsClient client(m_served.endpoint());
        Answer<catalog::v1::ListEventsResponse> answer;

        const auto call = client.listEvents(answer.handler());
        QVERIFY(answer.wait());

        QCOMPARE(answer.failure().kind, Failure::Kind::Unimplemented);
        QCOMPARE(answer.failure().code, "UNIMPLEMENTED");
    }

    void whatIsWrongWithAQuestionComesFieldByField()
    {
        m_served.serve({[](auto &, auto &, auto &) { return refuseField(); }});
        GrpcInsightsClient client(m_served.endpoint());
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
        m_served.serve({[&](auto &, auto &, auto &) { return status; }});
        GrpcInsightsClient client(m_served.endpoint());
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("page_view"), answer.handler());
        QVERIFY(answer.wait());

        QCOMPARE(answer.failure().kind, kind);
        QCOMPARE(answer.failure().code, code);
        QCOMPARE(answer.failure().message, message);
    }

    void aCallThatTakesTooLongEnds()
    {
        m_served.serve(m_served.slowly());
        GrpcInsightsClient client(m_served.endpoint(150ms));
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("slow"), answer.handler());
        QVERIFY(answer.wait());

        QCOMPARE(answer.failure().kind, Failure::Kind::Timeout);
        QCOMPARE(answer.failure().message, "There was no answer in the time allowed.");
        QVERIFY(QTest::qWaitFor([&] { return m_served.server().cancelled() == 1; }));
    }

    void whereNobodyListensNobodyAnswers()
    {
        GrpcInsightsClient client(m_served.endpoint());
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("page_view"), answer.handler());
        QVERIFY(answer.wait());

        QCOMPARE(answer.failure().kind, Failure::Kind::Unreachable);
        QCOMPARE(answer.failure().message, "Nobody answers at unix:" + m_served.socket() + ".");
    }

    void aServerThatComesIsFoundAtOnce()
    {
        GrpcInsightsClient client(m_served.endpoint());
        Answer<AnswerFrames> before;
        const auto call = client.query(trendOf("page_view"), before.handler());
        QVERIFY(before.wait());
        QVERIFY(before.isFailure());

        m_served.serve({answerWithColumns});
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
        row("dns:///example.org:443", Kind::Unreachable); // no HOST:PORT
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
        m_served.serve({});
        Endpoint odd = m_served.endpoint();
        odd.apiKey = "sec\nret";
        GrpcInsightsClient withOddKey(odd);
        GrpcInsightsClient withOddProject(m_served.endpoint());
        withOddProject.setProject("caf\xc3\xa9");
        Answer<AnswerFrames> first;
        Answer<AnswerFrames> second;

        const auto one = withOddKey.query(trendOf("page_view"), first.handler());
        const auto two = withOddProject.query(trendOf("page_view"), second.handler());

        QVERIFY(first.wait() && second.wait());
        QCOMPARE(first.failure().kind, Failure::Kind::NotAllowed);
        QVERIFY(first.failure().message.find("sec") == std::string::npos);
        QCOMPARE(second.failure().kind, Failure::Kind::NotAllowed);
        QCOMPARE(m_served.server().asked(), 0);
    }
};

QTEST_GUILESS_MAIN(GrpcFailuresTest)
#include "grpc_failures_test.moc"
