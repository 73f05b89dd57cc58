// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/import_fixture.h"
#include "tests/support/mapped_tables.h"
#include "tests/support/questions.h"

#include <catalog/v1/catalog.grpc.pb.h>
#include <datasets/v1/datasets.grpc.pb.h>
#include <google/protobuf/util/json_util.h>
#include <grpcpp/create_channel.h>
#include <insights/v1/insights.grpc.pb.h>

#include <QProcess>

namespace {

constexpr int deadlineMs = 60'000;

// insightsd over a cluster, on a unix socket.
class Served
{
public:
    explicit Served(const QStringList &arguments, const QStringList &environment = {})
    {
        m_process.setEnvironment(QProcess::systemEnvironment() + environment);
        m_process.start(QStringLiteral(PROGRAMS "/insightsd"),
                        QStringList{"serve", "--exit-with-stdin", "--verbose"} + arguments);
    }
    ~Served()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(deadlineMs);
    }

    std::shared_ptr<grpc::Channel> channel()
    {
        if (!m_process.waitForReadyRead(deadlineMs))
            qFatal("%s", m_process.readAllStandardError().constData());
        const QString ready = QString::fromUtf8(m_process.readLine()).trimmed();
        return grpc::CreateChannel(ready.mid(6).toStdString(), grpc::InsecureChannelCredentials());
    }

    QByteArray log() { return m_process.readAllStandardError(); }
    int exitCode()
    {
        m_process.waitForFinished(deadlineMs);
        return m_process.exitCode();
    }

private:
    QProcess m_process;
};

} // namespace

// insightsd serve --clickhouse, as a program: a ClickHouse at one end, gRPC at the other.
class ServedClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_mapped = std::make_unique<MappedTables>(m_fixture.store().engine());
        m_fixture.import("shop",
                         {m_fixture.file("shop.ndjson", eventLine(0, "{\"plan\":\"pro\"}") + eventLine(1, "{}"))});
        m_mapped->copy(*m_fixture.store().project("shop"), Place::Cluster);
        std::string json;
        QVERIFY(google::protobuf::util::MessageToJsonString(MappedTables::shippedMap(Place::Cluster), &json).ok());
        m_map = QString::fromStdString(m_fixture.file("map.json", QByteArray::fromStdString(json)));
        m_password = QString::fromStdString(m_fixture.file("password", "secret\n"));
    }

    void aQuestionIsAnsweredByTheCluster_data()
    {
        QTest::addColumn<bool>("isInFile");
        QTest::addRow("password in a file") << true;
        QTest::addRow("password in the environment") << false;
    }

    void aQuestionIsAnsweredByTheCluster()
    {
        QFETCH(const bool, isInFile);
        Served served(arguments(m_map)
                          + (isInFile ? QStringList{"--clickhouse-password-file", m_password} : QStringList()),
                      isInFile ? QStringList() : QStringList{"INSIGHTS_CLICKHOUSE_PASSWORD=secret"});
        const auto stub = insights::v1::InsightsService::NewStub(served.channel());
        insights::v1::QueryRequest request;
        *request.mutable_query() = trendOf("e");
        *request.mutable_query()->mutable_time_range() = rangeOf("2026-01-01", "2026-01-03");
        request.mutable_query()->mutable_breakdown()->set_property("plan");
        insights::v1::QueryResponse response;
        grpc::ClientContext context;
        context.AddMetadata("x-project-id", "shop");
        const grpc::Status status = stub->Query(&context, request, &response);
        QVERIFY2(status.ok(), status.error_message().c_str());
        QCOMPARE(response.series_size(), 4);
        QCOMPARE(response.series(1).value() + response.series(3).value(), 2.0);
        QVERIFY2(response.info().engine().starts_with("ClickHouse 26."), response.info().engine().c_str());
        QVERIFY(!served.log().contains("secret"));
    }

    void theCatalogIsThatOfTheCluster()
    {
        Served served(arguments(m_map) + QStringList{"--clickhouse-password-file", m_password});
        const auto stub = catalog::v1::CatalogService::NewStub(served.channel());
        catalog::v1::ListProjectsResponse projects;
        grpc::ClientContext context;
        QVERIFY(stub->ListProjects(&context, {}, &projects).ok());
        QCOMPARE(projects.projects_size(), 1);
        QCOMPARE(projects.projects(0).id(), std::string("shop"));
        QCOMPARE(projects.projects(0).event_count(), std::uint64_t(2));
    }

    void nothingCanBeImported()
    {
        Served served(arguments(m_map) + QStringList{"--clickhouse-password-file", m_password});
        const auto stub = datasets::v1::DatasetService::NewStub(served.channel());
        datasets::v1::ImportProgress progress;
        grpc::ClientContext context;
        const auto reader = stub->Import(&context, {});
        QVERIFY(!reader->Read(&progress));
        const grpc::Status status = reader->Finish();
        QCOMPARE(int(status.error_code()), int(grpc::StatusCode::UNIMPLEMENTED));
    }

    void aServerThatGoesAwayIsUnavailable()
    {
        auto front = std::make_unique<ClickhouseFront>(m_mapped->chdb());
        Served served({"--clickhouse", QString::fromStdString(front->url()), "--clickhouse-user", "insights",
                       "--clickhouse-password-file", m_password, "--table-map", m_map, "--listen", socket()});
        const auto stub = insights::v1::InsightsService::NewStub(served.channel());
        front.reset();
        insights::v1::QueryRequest request;
        *request.mutable_query() = trendOf("e");
        insights::v1::QueryResponse response;
        grpc::ClientContext context;
        context.AddMetadata("x-project-id", "shop");
        const grpc::Status status = stub->Query(&context, request, &response);
        QCOMPARE(int(status.error_code()), int(grpc::StatusCode::UNAVAILABLE));
        QVERIFY2(QByteArray(status.error_message().c_str()).contains("its log says more"),
                 status.error_message().c_str());
        QVERIFY(!QByteArray(status.error_message().c_str()).contains("127.0.0.1"));
    }

    void aMistakeEndsIt_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("says");
        const QString url = QString::fromStdString(m_mapped->front().url());
        const QString bad = QString::fromStdString(m_fixture.file("bad.json", "{\"tabel\": \"insights.events\"}"));
        QStringList noListen = arguments(m_map);
        noListen.resize(noListen.size() - 2);
        QTest::addRow("no map") << QStringList{"--clickhouse", url, "--listen", socket()} << 2
                                << QByteArray("--table-map FILE");
        QTest::addRow("a map that is none")
            << arguments(bad) << 2 << QByteArray("bad.json: 1:2: tabel: no such field; did you mean \"table\"?");
        QTest::addRow("a map that is not there") << arguments("/nowhere.json") << 2 << QByteArray("cannot be read");
        QTest::addRow("no address") << noListen << 2 << QByteArray("needs --listen");
        QTest::addRow("no password") << arguments(m_map) << 1 << QByteArray("refuses the user or the password");
    }

    void aMistakeEndsIt()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exitCode);
        QFETCH(const QByteArray, says);
        Served served(arguments);
        QCOMPARE(served.exitCode(), exitCode);
        const QByteArray log = served.log();
        QVERIFY2(log.contains(says), log.constData());
    }

private:
    QString socket() const { return "unix:" + QString::fromStdString(m_fixture.path("s.sock")); }

    QStringList arguments(const QString &map) const
    {
        return {"--clickhouse",      QString::fromStdString(m_mapped->front().url()),
                "--clickhouse-user", "insights",
                "--table-map",       map,
                "--listen",          socket()};
    }

    ImportFixture m_fixture;
    std::unique_ptr<MappedTables> m_mapped;
    QString m_map;
    QString m_password;
};

QTEST_GUILESS_MAIN(ServedClusterTest)
#include "served_cluster_test.moc"
