// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <insights/v1/insights.grpc.pb.h>

#include "service/api/server.h"
#include "service/engine/embedded_engine.h"
#include "tests/support/questions.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/create_channel_posix.h>

#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace insights::v1;
using namespace std::chrono_literals;

namespace {

// Projects whose events the engine makes up while it reads: "small" has a thousand, "endless" more than anyone waits for.
class MadeUpProjects final : public Projects
{
public:
    MadeUpProjects()
    {
        for (const auto &[name, events] : {std::pair{"small", "1000"}, {"endless", "100000000000"}}) {
            auto table = std::make_shared<ProjectTable>();
            table->project = name;
            table->table
                = std::string("(SELECT 'view' AS event, fromUnixTimestamp64Milli(toInt64(1777593600000 + number % "
                              "86400000), 'UTC') AS time, toString(number) AS user, number % 1000000007 AS uid, "
                              "0 AS cookieless FROM numbers(")
                + events + "))";
            m_tables.push_back(std::move(table));
        }
    }

    std::vector<ProjectTablePtr> projects() const override { return m_tables; }
    ProjectTablePtr project(const std::string &id) const override
    {
        for (const ProjectTablePtr &table : m_tables)
            if (table->project == id)
                return table;
        return nullptr;
    }

private:
    std::vector<ProjectTablePtr> m_tables;
};

QueryRequest uniqueUsers()
{
    QueryRequest request;
    *request.mutable_query() = trendOf("view");
    request.mutable_query()->set_aggregation(AGGREGATION_UNIQUE_USERS);
    return request;
}

grpc::Status ask(InsightsService::Stub &stub, const std::string &project, grpc::ClientContext &context)
{
    context.AddMetadata("x-project-id", project);
    QueryResponse response;
    return stub.Query(&context, uniqueUsers(), &response);
}

int connectedTo(const std::string &path)
{
    const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    if (connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("cannot connect");
    return descriptor;
}

} // namespace

// The real engine behind a real gRPC server: what becomes of a question that is let go or too large.
class ServedEngineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_chdb = &Chdb::open(m_folder.filePath("data").toStdString()); }

    void aCancelledCallIsGoneFromTheEngine()
    {
        const Served served(*m_chdb, path(), {});
        grpc::ClientContext context;
        grpc::Status status;
        std::thread caller([&] { status = ask(*served.stub, "endless", context); });
        QTRY_COMPARE_WITH_TIMEOUT(atWork(), 1, 20'000);
        context.TryCancel();
        QTRY_COMPARE_WITH_TIMEOUT(atWork(), 0, 3'000); // some hundredths of a second on an idle machine
        caller.join();
        QCOMPARE(int(status.error_code()), int(grpc::StatusCode::CANCELLED));
        QVERIFY(isAlive(served));
    }

    void theQuestionsOfAClientThatDiesAreGoneToo()
    {
        const Served served(*m_chdb, path(), {});
        const int connection = connectedTo(path());
        const auto channel = grpc::CreateInsecureChannelFromFd("client", connection);
        const auto stub = InsightsService::NewStub(channel);
        grpc::ClientContext contexts[3];
        std::vector<std::thread> callers;
        for (grpc::ClientContext &context : contexts)
            callers.emplace_back([&] { ask(*stub, "endless", context); });
        QTRY_COMPARE_WITH_TIMEOUT(atWork(), 3, 20'000);
        shutdown(connection, SHUT_RDWR); // as the kernel does for a process that is no more
        QTRY_COMPARE_WITH_TIMEOUT(atWork(), 0, 3'000);
        for (std::thread &caller : callers)
            caller.join();
        QVERIFY(isAlive(served));
    }

    void aDeadlineEndsTheQuestionInTheEngine()
    {
        const Served served(*m_chdb, path(), {});
        grpc::ClientContext context;
        context.set_deadline(std::chrono::system_clock::now() + 1s);
        QCOMPARE(int(ask(*served.stub, "endless", context).error_code()), int(grpc::StatusCode::DEADLINE_EXCEEDED));
        QTRY_COMPARE_WITH_TIMEOUT(atWork(), 0, 3'000);
    }

    void aQuestionOverItsBoundsIsStoppedAndTheServiceLives_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<quint64>("memory");
        QTest::addColumn<QString>("reason");
        QTest::addRow("time") << 1 << quint64(0) << "longer than one question may";
        QTest::addRow("memory") << 60 << quint64(100'000'000) << "more memory than one question may";
    }

    void aQuestionOverItsBoundsIsStoppedAndTheServiceLives()
    {
        QFETCH(const int, seconds);
        QFETCH(const quint64, memory);
        QFETCH(const QString, reason);
        const Served served(*m_chdb, path(), {1, std::chrono::seconds(seconds), memory});
        grpc::ClientContext context;
        const grpc::Status status = ask(*served.stub, "endless", context);
        QCOMPARE(int(status.error_code()), int(grpc::StatusCode::RESOURCE_EXHAUSTED));
        QVERIFY2(QString::fromStdString(status.error_message()).contains(reason), status.error_message().c_str());
        QVERIFY(!QString::fromStdString(status.error_message()).contains(u"SELECT"));
        QVERIFY(isAlive(served));
    }

private:
    struct Served
    {
        Served(Chdb &store, const std::string &path, const EngineBounds &bounds)
            : engine(store, bounds)
            , server(engine, projects, nullptr, ServerOptions{"unix:" + path})
            , stub(InsightsService::NewStub(grpc::CreateChannel(server.address(), grpc::InsecureChannelCredentials())))
        {
        }

        MadeUpProjects projects;
        EmbeddedEngine engine;
        ApiServer server;
        std::unique_ptr<InsightsService::Stub> stub;
    };

    std::string path() const { return m_folder.filePath("s.sock").toStdString(); }

    static bool isAlive(const Served &served)
    {
        grpc::ClientContext context;
        return ask(*served.stub, "small", context).ok();
    }

    // Questions of the endless project.
    int atWork()
    {
        return std::stoi(m_chdb->connect().scalar("SELECT count() FROM system.processes WHERE query LIKE "
                                                  "'%numbers(100000000000)%' AND query NOT LIKE '%processes%'"));
    }

    QTemporaryDir m_folder;
    Chdb *m_chdb = nullptr;
};

QTEST_GUILESS_MAIN(ServedEngineTest)
#include "served_engine_test.moc"
