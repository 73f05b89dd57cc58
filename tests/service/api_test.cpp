// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>

#include "service/api/server.h"
#include "service/api/services.h"
#include "tests/support/questions.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/generic/generic_stub.h>

#include <QSharedPointer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace insights::v1;
using namespace std::chrono_literals;

namespace {

// Answers what a test says, when it says so.
class FakeEngine final : public QueryEngine
{
public:
    std::function<EngineRows(const Caller &)> answer = [](const Caller &) { return EngineRows{}; };

    EngineRows execute(const Statement &, const Caller &caller) override { return answer(caller); }
    std::string name() const override { return "fake 1.0"; }
};

class FakeProjects final : public Projects
{
public:
    FakeProjects()
    {
        auto table = std::make_shared<ProjectTable>();
        table->project = "shop";
        table->table = "insights.`shop`";
        m_table = table;
        auto past = std::make_shared<ProjectTable>(*table);
        past->lastEvent = 1'704'103'200'000; // 2024-01-01T10:00Z
        past->timezone = "Asia/Kathmandu";
        m_past = past;
    }

    std::vector<ProjectTablePtr> projects() const override { return {m_table}; }
    ProjectTablePtr project(const std::string &id) const override
    {
        return id == "shop" ? m_table : id == "past" ? m_past : nullptr;
    }

private:
    ProjectTablePtr m_table;
    ProjectTablePtr m_past;
};

QuerySpec trend()
{
    QuerySpec spec;
    spec.add_events()->set_name("page_view");
    *spec.mutable_time_range()->mutable_start() = timestamp(1'777'593'600'000);
    *spec.mutable_time_range()->mutable_end() = timestamp(1'777'852'800'000);
    spec.set_granularity(GRANULARITY_DAY);
    return spec;
}

QuerySpec questionOf(Visualization visualization)
{
    QuerySpec spec = trend();
    spec.set_visualization(visualization);
    spec.mutable_starting_event()->set_name("sign_up"); // read by a retention only
    return spec;
}

template <class Number>
void append(std::string &bytes, Number number)
{
    bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
}

// A row of planTrend with a breakdown, in RowBinary: `groups` values, of which this is the first.
std::string groupRow(const std::string &name, std::uint64_t groups)
{
    std::string row;
    append(row, std::uint32_t(0));
    append(row, 1.0);
    append(row, std::uint32_t(1));
    row += static_cast<char>(name.size()) + name;
    append(row, groups);
    return row;
}

google::rpc::BadRequest badRequestOf(const grpc::Status &status)
{
    google::rpc::Status details;
    google::rpc::BadRequest badRequest;
    if (details.ParseFromString(status.error_details()) && details.details_size() > 0)
        details.details(0).UnpackTo(&badRequest);
    return badRequest;
}

QStringList warningsOf(const QueryResponse &response)
{
    QStringList warnings;
    for (const std::string &warning : response.info().warnings())
        warnings << QString::fromStdString(warning);
    return warnings;
}

grpc::ByteBuffer bytes(const std::string &text)
{
    const grpc::Slice slice(text);
    return grpc::ByteBuffer(&slice, 1);
}

std::string textOf(const grpc::ByteBuffer &buffer)
{
    std::vector<grpc::Slice> slices;
    buffer.Dump(&slices);
    std::string text;
    for (const grpc::Slice &slice : slices)
        text.append(reinterpret_cast<const char *>(slice.begin()), slice.size());
    return text;
}

} // namespace

// The handlers behind a real gRPC server on a unix socket.
class ApiTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_engine.answer = [](const Caller &) { return EngineRows{}; };
        m_server = std::make_unique<ApiServer>(m_engine, m_projects, nullptr,
                                               ServerOptions{"unix:" + m_folder.filePath("s.sock").toStdString()});
        m_channel = grpc::CreateChannel(m_server->address(), grpc::InsecureChannelCredentials());
        m_insights = InsightsService::NewStub(m_channel);
    }

    void cleanup() { m_server.reset(); }

    void aTrendIsAnsweredInTheFormAskedFor()
    {
        QueryResponse points;
        QVERIFY(ask(trend(), points).ok());
        QCOMPARE(points.series_size(), 3);
        QVERIFY(!points.has_columns());
        QCOMPARE(points.info().engine(), std::string("fake 1.0"));
        QCOMPARE(points.info().week_start(), std::string("sunday"));

        QueryResponse columns;
        QVERIFY(ask(trend(), columns, "shop", RESULT_FORM_COLUMNS).ok());
        QCOMPARE(columns.series_size(), 0);
        QCOMPARE(columns.columns().timestamps_size(), 3);
    }

    void whatCannotBeAskedIsRefused_data()
    {
        QTest::addColumn<QuerySpec>("spec");
        QTest::addColumn<QString>("project");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("field"); // of the BadRequest details
        const auto row = [](const char *name, const QuerySpec &spec, const char *project, grpc::StatusCode code,
                            const char *field) { QTest::addRow("%s", name) << spec << project << int(code) << field; };
        QuerySpec tooManyCells = questionOf(VISUALIZATION_RETENTION);
        tooManyCells.mutable_time_range()->mutable_end()->set_seconds(1'977'593'600); // 2,000 days and some
        QuerySpec tooMany = trend();
        tooMany.set_granularity(GRANULARITY_HOUR);
        tooMany.mutable_time_range()->mutable_end()->set_seconds(20'000'000'000);
        row("no project named", trend(), "", grpc::StatusCode::INVALID_ARGUMENT, "x-project-id");
        row("unknown project", trend(), "nobody", grpc::StatusCode::NOT_FOUND, "");
        row("no question", {}, "shop", grpc::StatusCode::INVALID_ARGUMENT, "query.events");
        row("too many points", tooMany, "shop", grpc::StatusCode::INVALID_ARGUMENT, "query.timeRange");
        row("too many cells", tooManyCells, "shop", grpc::StatusCode::INVALID_ARGUMENT, "query.timeRange");
    }

    void whatCannotBeAskedIsRefused()
    {
        QFETCH(const QuerySpec, spec);
        QFETCH(const QString, project);
        QFETCH(const int, code);
        QFETCH(const QString, field);
        QueryResponse response;
        const grpc::Status status = ask(spec, response, project.toStdString());
        QCOMPARE(int(status.error_code()), code);
        const google::rpc::BadRequest badRequest = badRequestOf(status);
        QCOMPARE(badRequest.field_violations_size() > 0, !field.isEmpty());
        if (!field.isEmpty())
            QCOMPARE(QString::fromStdString(badRequest.field_violations(0).field()), field);
    }

    void everyViolationIsTold()
    {
        QuerySpec spec = trend();
        spec.mutable_events(0)->clear_name();
        spec.clear_granularity();
        spec.set_aggregation(AGGREGATION_SUM);
        spec.add_filters()->set_property("plan");
        QueryResponse response;
        const grpc::Status status = ask(spec, response);
        const google::rpc::BadRequest details = badRequestOf(status);
        QStringList fields;
        for (const auto &violation : details.field_violations()) {
            fields << QString::fromStdString(violation.field());
            const std::string sentence = violation.field() + ": " + violation.description();
            QVERIFY2(status.error_message().find(sentence) != std::string::npos, status.error_message().c_str());
        }
        QCOMPARE(fields,
                 (QStringList{"query.events[0].name", "query.granularity", "query.aggregationProperty",
                              "query.filters[0].operator"}));
    }

    // gRPC refuses trailing metadata over 8 kB.
    void whatIsWrongIsToldHoweverMuchItIs_data()
    {
        QTest::addColumn<QSharedPointer<QuerySpec>>("spec");
        QTest::addColumn<int>("violations");
        const auto row = [](const char *name, int filters, const std::string &value) {
            auto spec = QSharedPointer<QuerySpec>::create(trend());
            for (int i = 0; i < filters; ++i) {
                PropertyFilter &filter = *spec->add_filters();
                filter.set_property("price");
                filter.set_operator_(OPERATOR_GT);
                filter.set_value(value);
            }
            QTest::addRow("%s", name) << spec << filters;
        };
        row("3,000 filters", 3000, "abc");
        row("text that is longer on the wire", 100, "ключ ключ ключ ключ ключ ключ ключ");
        row("one long value", 1, std::string(100'000, 'x'));
    }

    void whatIsWrongIsToldHoweverMuchItIs()
    {
        QFETCH(const QSharedPointer<QuerySpec>, spec);
        QFETCH(const int, violations);
        QueryResponse response;
        const grpc::Status status = ask(*spec, response);
        QVERIFY2(status.error_code() == grpc::StatusCode::INVALID_ARGUMENT, status.error_message().c_str());
        const auto details = badRequestOf(status);
        QVERIFY(details.field_violations_size() > 0);
        QCOMPARE(details.field_violations(0).field(), std::string("query.filters[0].value"));
        QVERIFY2(QString::fromStdString(status.error_message())
                     .startsWith(u"query.filters[0].value: OPERATOR_GT needs a number, got "),
                 status.error_message().c_str());
        const int more = violations - details.field_violations_size();
        QCOMPARE(QString::fromStdString(status.error_message()).endsWith(QStringLiteral("; and %1 more").arg(more)),
                 more > 0);
        QVERIFY(status.error_message().size() + (status.error_details().size() * 4 + 2) / 3 < 7800);
    }

    void aLongNameDoesNotHideThatItIsUnknown()
    {
        QueryResponse response;
        const grpc::Status status = ask(trend(), response, std::string(6000, '%'));
        QVERIFY2(status.error_code() == grpc::StatusCode::NOT_FOUND, status.error_message().c_str());
        QVERIFY(status.error_message().starts_with("There is no project \"%%%"));
    }

    void eachKindOfQuestionFillsItsField_data()
    {
        QTest::addColumn<int>("visualization");
        QTest::addColumn<QString>("filled");
        QTest::addRow("line") << int(VISUALIZATION_LINE) << "series";
        QTest::addRow("area") << int(VISUALIZATION_AREA) << "series";
        QTest::addRow("bar") << int(VISUALIZATION_BAR) << "series";
        QTest::addRow("funnel") << int(VISUALIZATION_FUNNEL) << "funnel";
        QTest::addRow("retention") << int(VISUALIZATION_RETENTION) << "retention";
        QTest::addRow("table") << int(VISUALIZATION_TABLE) << "rows";
        QTest::addRow("kpi") << int(VISUALIZATION_KPI) << "rows";
    }

    void eachKindOfQuestionFillsItsField()
    {
        QFETCH(const int, visualization);
        QFETCH(const QString, filled);
        QueryResponse response;
        const grpc::Status status = ask(questionOf(Visualization(visualization)), response);
        QVERIFY2(status.ok(), status.error_message().c_str());
        QStringList fields;
        if (response.series_size() > 0)
            fields << QStringLiteral("series");
        if (response.has_columns())
            fields << QStringLiteral("columns");
        if (response.has_funnel())
            fields << QStringLiteral("funnel");
        if (response.has_retention())
            fields << QStringLiteral("retention");
        if (response.rows_size() > 0)
            fields << QStringLiteral("rows");
        QCOMPARE(fields, QStringList{filled});
    }

    void stepsThatOneEventCanBeAreWarnedOf()
    {
        QuerySpec spec = questionOf(VISUALIZATION_FUNNEL);
        spec.add_events()->set_name("purchase");
        spec.add_events()->set_name("page_view");
        QueryResponse response;
        QVERIFY(ask(spec, response).ok());
        QCOMPARE(warningsOf(response),
                 QStringList{"Steps 1 and 3 can be one event (page_view); each needs an event of its own."});
        spec.set_visualization(VISUALIZATION_LINE);
        QVERIFY(ask(spec, response).ok());
        QCOMPARE(warningsOf(response), QStringList());
    }

    void groupsThatWereCutAreWarnedOf()
    {
        m_engine.answer = [](const Caller &) { return EngineRows{groupRow("pro", 25), 0}; };
        QuerySpec spec = trend();
        spec.mutable_breakdown()->set_property("plan");
        QueryResponse response;
        QVERIFY(ask(spec, response).ok());
        QVERIFY(response.info().truncated());
        QCOMPARE(warningsOf(response), QStringList{"Cut to the top 10 of 25 values of plan; the rest is $others."});
        spec.set_breakdown_limit(25);
        QVERIFY(ask(spec, response).ok());
        QVERIFY(!response.info().truncated());
        QCOMPARE(warningsOf(response), QStringList());
    }

    void dataThatEndsBeforeTheRangeIsWarnedOf_data()
    {
        QTest::addColumn<QString>("end"); // of the range; the data ends at 15:45 on 1 January in Kathmandu
        QTest::addColumn<QStringList>("warnings");
        QTest::addRow("the range ends with the day") << "2024-01-01T18:15:00Z" << QStringList();
        QTest::addRow("the range goes on into the next day")
            << "2024-01-01T18:15:01Z"
            << QStringList{"The data ends at 2024-01-01T15:45:00+05:45, before the range does."};
    }

    void dataThatEndsBeforeTheRangeIsWarnedOf()
    {
        QFETCH(const QString, end);
        QFETCH(const QStringList, warnings);
        QuerySpec spec = trend();
        *spec.mutable_time_range() = rangeOf("2023-12-30", end.toStdString());
        QueryResponse response;
        QVERIFY(ask(spec, response, "past").ok());
        QCOMPARE(warningsOf(response), warnings);
    }

    void whatTheEngineSaysOfItsInsidesIsNotTold()
    {
        m_engine.answer
            = [](const Caller &) -> EngineRows { throw std::runtime_error("Code: 60. SELECT secret FROM /some/path"); };
        QueryResponse response;
        const grpc::Status status = ask(trend(), response);
        QCOMPARE(int(status.error_code()), int(grpc::StatusCode::INTERNAL));
        QVERIFY(status.error_message().find("SELECT") == std::string::npos);
        QVERIFY(status.error_message().find("/some") == std::string::npos);
    }

    void aQueryOverItsBoundsIsToldSo()
    {
        m_engine.answer = [](const Caller &) -> EngineRows { throw QueryTooLarge("it took too long"); };
        QueryResponse response;
        QCOMPARE(int(ask(trend(), response).error_code()), int(grpc::StatusCode::RESOURCE_EXHAUSTED));
    }

    void lettingGoReachesTheEngine()
    {
        std::atomic<bool> isAbandoned = false;
        std::atomic<bool> isAtWork = false;
        m_engine.answer = [&](const Caller &caller) -> EngineRows {
            isAtWork = true;
            for (int i = 0; i < 1000 && !isAbandoned; ++i) {
                std::this_thread::sleep_for(10ms);
                isAbandoned = caller.isGone();
            }
            throw QueryCancelled("cancelled");
        };
        grpc::ClientContext context;
        std::thread caller([&] {
            QueryResponse response;
            context.AddMetadata("x-project-id", "shop");
            QueryRequest request;
            *request.mutable_query() = trend();
            m_insights->Query(&context, request, &response);
        });
        QTRY_VERIFY(isAtWork);
        context.TryCancel();
        QTRY_VERIFY_WITH_TIMEOUT(isAbandoned, 5000);
        caller.join();
    }

    void theServerIsBusyWhileACallIsUnderWay()
    {
        std::atomic<bool> isOver = false;
        std::atomic<bool> isAtWork = false;
        m_engine.answer = [&](const Caller &) {
            isAtWork = true;
            while (!isOver)
                std::this_thread::sleep_for(1ms);
            return EngineRows{};
        };
        std::thread caller([&] {
            QueryResponse response;
            ask(trend(), response);
        });
        QTRY_VERIFY(isAtWork);
        QTest::qWait(20);
        QCOMPARE(m_server->idle().count(), 0);
        isOver = true;
        caller.join();
        QTRY_VERIFY(m_server->idle().count() > 0);
    }

    void healthAndReflectionAreOn()
    {
        // The two messages are small enough to be written by hand: SERVING is 08 01, list_services is 3A 00.
        QCOMPARE(call("/grpc.health.v1.Health/Check", {}), std::string("\x08\x01"));
        const std::string services
            = call("/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo", std::string("\x3A\x00", 2));
        for (const char *name : {"insights.v1.InsightsService", "catalog.v1.CatalogService", "grpc.health.v1.Health"})
            QVERIFY2(services.find(name) != std::string::npos, name);
    }

    void theSocketIsItsOwnersAlone()
    {
        const QFileDevice::Permissions others
            = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFile(m_folder.filePath("s.sock")).permissions() & others));
    }

    void anAddressForOthersIsRefused_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address : {"0.0.0.0:0", "[::]:0", "example.org:80", "nonsense", ":80", "127.0.0.1:"})
            QTest::addRow("%s", address) << address;
    }

    void anAddressForOthersIsRefused()
    {
        QFETCH(const QString, address);
        QVERIFY_EXCEPTION_THROWN(ApiServer(m_engine, m_projects, nullptr, ServerOptions{address.toStdString()}),
                                 std::invalid_argument);
    }

private:
    grpc::Status ask(const QuerySpec &spec, QueryResponse &response, const std::string &project = "shop",
                     ResultForm form = RESULT_FORM_UNSPECIFIED)
    {
        grpc::ClientContext context;
        if (!project.empty())
            context.AddMetadata("x-project-id", project);
        QueryRequest request;
        *request.mutable_query() = spec;
        request.set_form(form);
        return m_insights->Query(&context, request, &response);
    }

    // One message there and one back, whatever the kind of call.
    std::string call(const std::string &method, const std::string &request)
    {
        grpc::GenericStub stub(m_channel);
        grpc::CompletionQueue queue;
        grpc::ClientContext context;
        void *tag = nullptr;
        bool ok = false;
        auto stream = stub.PrepareCall(&context, method, &queue);
        stream->StartCall(this);
        queue.Next(&tag, &ok);
        stream->Write(bytes(request), this);
        queue.Next(&tag, &ok);
        grpc::ByteBuffer response;
        stream->WritesDone(this);
        queue.Next(&tag, &ok);
        stream->Read(&response, this);
        queue.Next(&tag, &ok);
        grpc::Status status;
        stream->Finish(&status, this);
        queue.Next(&tag, &ok);
        return textOf(response);
    }

    QTemporaryDir m_folder;
    FakeEngine m_engine;
    FakeProjects m_projects;
    std::unique_ptr<ApiServer> m_server;
    std::shared_ptr<grpc::Channel> m_channel;
    std::unique_ptr<InsightsService::Stub> m_insights;
};

QTEST_GUILESS_MAIN(ApiTest)
#include "api_test.moc"
