// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/served_api.h"

#include <grpcpp/generic/generic_stub.h>

#include <QTest>

#include <atomic>
#include <thread>

using namespace insights::v1;
using namespace std::chrono_literals;

namespace {

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
    void init() { m_api = std::make_unique<ServedApi>(); }

    void cleanup() { m_api.reset(); }

    void lettingGoReachesTheEngine()
    {
        std::atomic<bool> isAbandoned = false;
        std::atomic<bool> isAtWork = false;
        m_api->engine.answer = [&](const Caller &caller) -> EngineRows {
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
            m_api->insights->Query(&context, request, &response);
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
        m_api->engine.answer = [&](const Caller &) {
            isAtWork = true;
            while (!isOver)
                std::this_thread::sleep_for(1ms);
            return EngineRows{};
        };
        std::thread caller([&] {
            QueryResponse response;
            m_api->ask(trend(), response);
        });
        QTRY_VERIFY(isAtWork);
        QTest::qWait(20);
        QCOMPARE(m_api->server.idle().count(), 0);
        isOver = true;
        caller.join();
        QTRY_VERIFY(m_api->server.idle().count() > 0);
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
        QVERIFY(!(QFile(m_api->folder.filePath("s.sock")).permissions() & others));
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
        QVERIFY_EXCEPTION_THROWN(
            ApiServer(m_api->engine, m_api->projects, nullptr, ServerOptions{address.toStdString()}),
            std::invalid_argument);
    }

private:
    // One message there and one back, whatever the kind of call.
    std::string call(const std::string &method, const std::string &request)
    {
        grpc::GenericStub stub(m_api->channel);
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

    std::unique_ptr<ServedApi> m_api;
};

QTEST_GUILESS_MAIN(ApiTest)
#include "api_test.moc"
