// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasets/v1/datasets.grpc.pb.h>

#include "query/local_socket.h"
#include "tests/support/certificates.h"
#include "tests/support/running_service.h"

#include <grpc/grpc.h>

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <sys/mount.h>
#include <unistd.h>

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no room for a test file");
}

QByteArray eventLines(int count)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i)
        lines += QStringLiteral(R"({"event":"page_view","user":"u%1","time":"2026-05-01T10:00:00.000Z",)"
                                R"("properties":{"id":"%2"}})")
                     .arg(i)
                     .arg(quint64(i) * 0x9E3779B97F4A7C15, 0, 16)
                     .toUtf8()
            + "\n";
    return lines;
}

int codeOf(const grpc::Status &status)
{
    return int(status.error_code());
}

} // namespace

// The program as it runs for a team: who is let in, what it counts, how it ends, and what goes wrong.
class InsightsdTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        grpc_init(); // and never let go, see serve()
        writeFile(path("few.ndjson"), eventLines(10));
        writeFile(path("many.ndjson"), eventLines(400'000));
        const Ended imported
            = runInsightsd({"import", "--data", path("data"), "--project", "acme", path("few.ndjson")});
        QVERIFY2(imported.exitCode == 0, qPrintable(imported.err));
        const Ended made = runInsightsd({"key", "--file", path("keys"), "--project", "acme", "--name", "ann"});
        QVERIFY2(made.exitCode == 0, qPrintable(made.err));
        m_key = made.out.trimmed().toStdString();
    }

    void aWrongStartIsExitCode2AndNamesTheWayOut_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QStringList &arguments, const char *named) {
            QTest::addRow("%s", name) << arguments << named;
        };
        row("open to others", {"--listen", "0.0.0.0:0"}, "--insecure");
        row("open to others without TLS", {"--listen", "0.0.0.0:0", "--api-key-file", path("keys")}, "--tls-cert");
        row("a key file that is not", {"--listen", "127.0.0.1:0", "--api-key-file", path("none")}, "none: cannot be");
        row("a key file that is a folder", {"--listen", "127.0.0.1:0", "--api-key-file", m_folder.path()}, "cannot be");
        row("a JWT key that is not", {"--listen", "127.0.0.1:0", "--jwt-key-file", path("none")}, "none: cannot be");
        row("an issuer without a key", {"--listen", "127.0.0.1:0", "--jwt-issuer", "us"}, "--jwt-key-file");
        row("a certificate without its key", {"--listen", "127.0.0.1:0", "--tls-cert", path("keys")}, "--tls-key");
        row("client certificates without TLS", {"--listen", "127.0.0.1:0", "--tls-client-ca", "x"}, "--tls-cert");
        row("metrics for others", {"--listen", "127.0.0.1:0", "--metrics", "0.0.0.0:9464"}, "loopback");
        row("no time to drain", {"--listen", "127.0.0.1:0", "--drain-seconds", "-1"}, "--drain-seconds");
    }

    void aWrongStartIsExitCode2AndNamesTheWayOut()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, named);
        const Ended ended = runInsightsd(QStringList{"serve", "--data", path("data")} + arguments);
        QVERIFY2(ended.err.contains(named), qPrintable(ended.err));
        QCOMPARE(ended.exitCode, 2);
        QVERIFY(ended.out.isEmpty());
    }

    void loopbackGoesWithoutCredentialsAndSaysSo()
    {
        RunningService service(path("data"));
        QVERIFY(askPageViews(service.address).ok());
        QTRY_VERIFY2(service.log().contains("there are no credentials"), qPrintable(service.log()));
    }

    void aKeyOpensTheAddressAndOnlyThePrivateSocketNeedsNone()
    {
        const RunningService service(path("data"), {"--api-key-file", path("keys")});
        QCOMPARE(codeOf(askPageViews(service.address)), int(grpc::StatusCode::UNAUTHENTICATED));
        insights::v1::QueryResponse response;
        const grpc::Status answered = askPageViews(service.address, m_key, response);
        QVERIFY2(answered.ok(), answered.error_message().c_str());
        QCOMPARE(response.series(0).value(), 10.0);

        QVERIFY(askPageViews("unix:" + socketPath(path("data").toStdString())).ok());
        QCOMPARE(codeOf(removal(service.address, m_key)), int(grpc::StatusCode::UNIMPLEMENTED));
    }

    void aUnixSocketForOthersNeedsAKeyAndKeepsTheFilesPrivate()
    {
        const RunningService service(path("data"), {"--api-key-file", path("keys")}, "unix:" + path("front.sock"));
        QCOMPARE(codeOf(askPageViews(service.address)), int(grpc::StatusCode::UNAUTHENTICATED));
        QVERIFY(askPageViews(service.address, m_key).ok());
        QCOMPARE(codeOf(removal(service.address, m_key)), int(grpc::StatusCode::UNIMPLEMENTED));
    }

    void aKeyIsGoodFromTheMomentItIsMade()
    {
        const RunningService service(path("data"), {"--api-key-file", path("keys")});
        const Ended made = runInsightsd({"key", "--file", path("keys"), "--project", "*", "--name", "bob"});
        const std::string key = made.out.trimmed().toStdString();
        QVERIFY(askPageViews(service.address, key).ok());
    }

    void anAddressForOthersIsServedWithKeysAndTls()
    {
        const Certificates authority(path("authority").toStdString());
        const Certificates::Issued server = authority.issue("server", "DNS:localhost");
        const RunningService service(path("data"),
                                     {"--api-key-file", path("keys"), "--tls-cert",
                                      QString::fromStdString(server.certificate), "--tls-key",
                                      QString::fromStdString(server.key)},
                                     "0.0.0.0:0");
        grpc::SslCredentialsOptions trust;
        trust.pem_root_certs = Certificates::contents(authority.authority());
        const QString port = QString::fromStdString(service.address).section(u':', -1);
        const auto stub = insights::v1::InsightsService::NewStub(
            grpc::CreateChannel("localhost:" + port.toStdString(), grpc::SslCredentials(trust)));
        grpc::ClientContext context;
        context.AddMetadata("x-api-key", m_key);
        context.AddMetadata("x-project-id", "acme");
        insights::v1::QueryResponse response;
        const grpc::Status status = stub->Query(&context, pageViews(), &response);
        QVERIFY2(status.ok(), status.error_message().c_str());
    }

    void whatIsAnsweredIsCountedAndLogged()
    {
        RunningService service(path("data"), {"--api-key-file", path("keys"), "--metrics", "127.0.0.1:0", "--verbose"});
        QVERIFY(askPageViews(service.address, m_key).ok());
        QVERIFY(!askPageViews(service.address, "ik_wrong").ok());
        const QByteArray metrics = service.metrics();
        for (const char *line : {"insightsd_calls_total{code=\"OK\",method=\"Query\"} 1\n",
                                 "insightsd_calls_total{code=\"UNAUTHENTICATED\",method=\"Query\"} 1\n",
                                 "insightsd_call_duration_seconds_count{method=\"Query\"} 2\n",
                                 "insightsd_calls_in_flight 0\n", "insightsd_engine_rows_read_total 10\n"})
            QVERIFY2(metrics.contains(line), metrics.constData());
        QTRY_VERIFY2(service.log().contains("rows=10 code=OK"), qPrintable(service.log()));
        QVERIFY(service.log().contains("caller=key:ann "));
        QVERIFY(!service.log().contains(QString::fromStdString(m_key)));
    }

    void onSigtermWhatIsUnderWayHasTheTimeThatIsGiven_data()
    {
        QTest::addColumn<QString>("seconds");
        QTest::addColumn<bool>("isFinished");
        QTest::addRow("enough") << "60" << true;
        QTest::addRow("none") << "0" << false;
    }

    void onSigtermWhatIsUnderWayHasTheTimeThatIsGiven()
    {
        QFETCH(const QString, seconds);
        QFETCH(const bool, isFinished);
        RunningService service(path("drained"), {"--drain-seconds", seconds, "--verbose", "--metrics", "127.0.0.1:0"});
        QProcess demo; // two seconds of work for the service
        demo.start(QStringLiteral(INSIGHTSD), {"demo", "--data", path("drained")});
        QTRY_VERIFY_WITH_TIMEOUT(service.metrics().contains("insightsd_calls_in_flight 1\n"), programDeadlineMs);
        service.process.terminate();
        QTRY_VERIFY2_WITH_TIMEOUT(service.log().contains("ending on a signal"), qPrintable(service.log()), 10'000);
        if (isFinished) // and it is still there to refuse
            QCOMPARE(codeOf(askPageViews(service.address)), int(grpc::StatusCode::UNAVAILABLE));
        QVERIFY(demo.waitForFinished(programDeadlineMs));
        QVERIFY2((demo.exitCode() == 0) == isFinished, demo.readAllStandardError().constData());
        QVERIFY(service.process.waitForFinished(programDeadlineMs));
        QCOMPARE(service.process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(service.process.exitCode(), 0);
    }

    void aStoreThatAnotherHasOpenIsExitCode1()
    {
        const RunningService service(path("data"));
        const Ended second = runInsightsd({"serve", "--data", path("data"), "--listen", "127.0.0.1:0"});
        QCOMPARE(second.exitCode, 1);
        const QString holder = QStringLiteral("process %1 has it open").arg(service.process.processId());
        QVERIFY2(second.err.contains(holder), qPrintable(second.err));
    }

    void aDamagedStoreIsToldByCheckAndByTheService()
    {
        const QString data = path("damaged");
        QCOMPARE(runInsightsd({"import", "--data", data, "--project", "acme", path("few.ndjson")}).exitCode, 0);
        QCOMPARE(runInsightsd({"check", "--data", data}).exitCode, 0);
        QDirIterator parts(data + "/store", {"columns.txt"}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(parts.hasNext());
        writeFile(parts.next(), "nonsense");

        RunningService service(data);
        const QString told = "project acme: part broken-on-start_";
        QTRY_VERIFY2(service.log().contains(told) && service.log().contains("--replace"), qPrintable(service.log()));
        service.process.closeWriteChannel();
        QVERIFY(service.process.waitForFinished(programDeadlineMs));
        const Ended checked = runInsightsd({"check", "--data", data});
        QCOMPARE(checked.exitCode, 1);
        QVERIFY2(checked.out.contains(told), qPrintable(checked.out));
    }

    void aFullDiskFailsTheImportAndLeavesTheProject()
    {
        const QByteArray disk = path("disk").toUtf8();
        QVERIFY(QDir().mkdir(disk));
        if (mount("tmpfs", disk, "tmpfs", 0, "size=6m") != 0)
            QSKIP(qPrintable("a small disk cannot be mounted here: " + qt_error_string(errno)));
        const auto unmount = qScopeGuard([&] { umount2(disk, MNT_DETACH); });
        const QString data = disk + "/data";
        const Ended few = runInsightsd({"import", "--data", data, "--project", "acme", path("few.ndjson")});
        QVERIFY2(few.exitCode == 0, qPrintable(few.err));
        const Ended many = runInsightsd({"import", "--data", data, "--project", "acme", path("many.ndjson")});
        QCOMPARE(many.exitCode, 1);
        QVERIFY2(many.err.contains("no space left"), qPrintable(many.err));
        const Ended checked = runInsightsd({"check", "--data", data});
        QVERIFY2(checked.out.contains("intact, 10 events"), qPrintable(checked.out + checked.err));
    }

    void theUnitIsUnderstoodBySystemd()
    {
        QFile unit(QStringLiteral(UNIT));
        QVERIFY(unit.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(unit.readAll());
        QVERIFY(text.contains("/usr/bin/insightsd serve "));
        writeFile(path("insightsd.service"), QString(text).replace("/usr/bin/insightsd", INSIGHTSD).toUtf8());
        QProcess verify;
        verify.start("systemd-analyze", {"verify", "--man=no", path("insightsd.service")});
        if (!verify.waitForStarted())
            QSKIP("there is no systemd-analyze here");
        QVERIFY(verify.waitForFinished(programDeadlineMs));
        const QByteArray told = verify.readAllStandardError();
        QVERIFY2(verify.exitCode() == 0 && !told.contains("insightsd.service:"), told.constData());
    }

private:
    QString path(const char *name) const { return m_folder.filePath(name); }

    static grpc::Status removal(const std::string &address, const std::string &key)
    {
        const auto stub
            = datasets::v1::DatasetService::NewStub(grpc::CreateChannel(address, grpc::InsecureChannelCredentials()));
        grpc::ClientContext context;
        context.AddMetadata("authorization", "Bearer " + key);
        datasets::v1::RemoveRequest request;
        request.set_project("nobody");
        datasets::v1::RemoveResponse response;
        return stub->Remove(&context, request, &response);
    }

    QTemporaryDir m_folder;
    std::string m_key;
};

QTEST_GUILESS_MAIN(InsightsdTest)
#include "insightsd_test.moc"
