// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/served.h"

#include "tests/client/answers.h"

#include <QTest>
#include <QThread>

using grpc::ServerContext;
using grpc::Status;
using namespace insights::v1;
using namespace std::chrono_literals;

namespace {

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

} // namespace

class GrpcAnswersTest : public QObject
{
    Q_OBJECT
private:
    Served m_served;

private Q_SLOTS:
    void cleanup() { m_served.stop(); }

    void anAnswerComesAsFrames_data()
    {
        QTest::addColumn<bool>("asColumns");
        QTest::newRow("columns, as asked") << true;
        QTest::newRow("points, from a server that knows no columns") << false;
    }
    void anAnswerComesAsFrames()
    {
        QFETCH(bool, asColumns);
        m_served.serve({asColumns ? answerWithColumns : answerWithPoints});
        GrpcInsightsClient client(m_served.endpoint());
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("page_view"), answer.handler());
        QVERIFY(answer.wait());

        const AnswerFrames &frames = answer.value();
        QCOMPARE(frames.timestamps, (std::vector<std::int64_t>{at("2026-05-01"), at("2026-05-02")}));
        QCOMPARE(frames.series.at(0).event, "page_view");
        QCOMPARE(frames.series.at(0).values, (std::vector<double>{3, 5}));
        QCOMPARE(m_served.server().lastRequest().form(), RESULT_FORM_COLUMNS);
        QCOMPARE(m_served.server().lastRequest().query().events(0).name(), "page_view");
    }

    void theHandlerRunsOnceInThisThreadAfterTheCallReturned()
    {
        m_served.serve({answerWithColumns});
        GrpcInsightsClient client(m_served.endpoint());
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
        m_served.serve({});
        Endpoint withKey = m_served.endpoint();
        withKey.apiKey = "secret\n"; // as read from a file
        GrpcInsightsClient client(withKey);
        client.setProject("shop");
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("page_view"), answer.handler());
        QVERIFY(answer.wait());

        QCOMPARE(m_served.server().lastMetadata()["authorization"], "Bearer secret");
        QCOMPARE(m_served.server().lastMetadata()["x-project-id"], "shop");
    }

    void withoutAKeyThereIsNoCredential()
    {
        m_served.serve({});
        GrpcInsightsClient client(m_served.endpoint());
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("page_view"), answer.handler());
        QVERIFY(answer.wait());

        QVERIFY(!m_served.server().lastMetadata().contains("authorization"));
        QVERIFY(!m_served.server().lastMetadata().contains("x-project-id"));
    }

    void theCatalogIsRead()
    {
        m_served.serve({});
        GrpcInsightsClient client(m_served.endpoint());
        Answer<catalog::v1::ListProjectsResponse> projects;
        Answer<catalog::v1::ListEventsResponse> events;
        Answer<catalog::v1::ListPropertiesResponse> properties;
        Answer<catalog::v1::ListPropertyValuesResponse> values;
        catalog::v1::ListPropertiesRequest ofEvent;
        ofEvent.set_event("purchase");
        catalog::v1::ListPropertyValuesRequest ofProperty;
        ofProperty.set_property("plan");
        ofProperty.set_prefix("p");
        Answer<catalog::v1::ListUsersResponse> users;
        catalog::v1::ListUsersRequest ofPoint;
        ofPoint.mutable_series()->set_breakdown("Germany");
        ofPoint.set_page_token("page");

        const auto first = client.listProjects(projects.handler());
        const auto second = client.listEvents(events.handler());
        const auto third = client.listProperties(ofEvent, properties.handler());
        const auto fourth = client.listPropertyValues(ofProperty, values.handler());
        const auto fifth = client.listUsers(ofPoint, users.handler());

        QVERIFY(projects.wait() && events.wait() && properties.wait() && values.wait() && users.wait());
        QCOMPARE(users.value().users(0), "user of Germany");
        QCOMPARE(users.value().next_page_token(), "page+");
        QCOMPARE(projects.value().projects(0).id(), "shop");
        QCOMPARE(events.value().events(0).name(), "purchase");
        QCOMPARE(properties.value().properties(0).name(), "of purchase");
        QCOMPARE(values.value().values(0).value(), "plan begins with p");
    }

    void tenMegabytesArrive()
    {
        m_served.serve({answerMuch});
        GrpcInsightsClient client(m_served.endpoint());
        Answer<AnswerFrames> answer;

        const auto call = client.query(trendOf("page_view"), answer.handler());
        QVERIFY(answer.wait());

        QCOMPARE(answer.value().series.size(), std::size_t(manySeries));
        QCOMPARE(answer.value().points(), std::size_t(manySeries * manyBuckets));
        QCOMPARE(answer.value().series.back().values.back(), (manySeries - 1) + (manyBuckets - 1) * 0.1);
    }

    void aHandlerMayAskAgain()
    {
        m_served.serve({answerWithColumns});
        GrpcInsightsClient client(m_served.endpoint());
        Answer<AnswerFrames> answer;
        PendingCallPtr call;
        call = client.query(trendOf("first"),
                            [&](const auto &) { call = client.query(trendOf("second"), answer.handler()); });

        QVERIFY(answer.wait());
        QCOMPARE(m_served.server().lastRequest().query().events(0).name(), "second");
    }
};

QTEST_GUILESS_MAIN(GrpcAnswersTest)
#include "grpc_answers_test.moc"
