// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>

#include "service/api/server.h"
#include "service/api/services.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/generic/generic_stub.h>

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
    }

    std::vector<ProjectTablePtr> projects() const override { return {m_table}; }
    ProjectTablePtr project(const std::string &id) const override { return id == "shop" ? m_table : nullptr; }

private:
    ProjectTablePtr m_table;
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
        QuerySpec funnel = trend();
        funnel.set_visualization(VISUALIZATION_FUNNEL);
        QuerySpec tooMany = trend();
        tooMany.set_granularity(GRANULARITY_HOUR);
        tooMany.mutable_time_range()->mutable_end()->set_seconds(20'000'000'000);
        row("no project named", trend(), "", grpc::StatusCode::INVALID_ARGUMENT, "x-project-id");
        row("unknown project", trend(), "nobody", grpc::StatusCode::NOT_FOUND, "");
        row("no question", {}, "shop", grpc::StatusCode::INVALID_ARGUMENT, "query.events");
        row("too many points", tooMany, "shop", grpc::StatusCode::INVALID_ARGUMENT, "query.timeRange");
        row("a funnel, for now", funnel, "shop", grpc::StatusCode::UNIMPLEMENTED, "");
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
        google::rpc::Status details;
        details.ParseFromString(status.error_details());
        google::rpc::BadRequest badRequest;
        if (details.details_size() > 0)
            QVERIFY(details.details(0).UnpackTo(&badRequest));
        QCOMPARE(badRequest.field_violations_size() > 0, !field.isEmpty());
        if (!field.isEmpty())
            QCOMPARE(QString::fromStdString(badRequest.field_violations(0).field()), field);
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
