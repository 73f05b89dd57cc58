// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/signed_token.h"
#include "tests/support/running_service.h"
#include "tests/support/wall_clock.h"

#include <grpc/grpc.h>

#include <QRegularExpression>
#include <QTemporaryDir>

#include <future>

#include <unistd.h>

namespace {

constexpr char secret[] = "a secret that is as long as it ought to be";

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

std::string tokenOf(const char *claim, qint64 fromNow)
{
    const qint64 moment = std::time(nullptr) + fromNow;
    return signedToken(R"({"sub":"ann","projects":["acme"],")" + std::string(claim) + R"(":)" + std::to_string(moment)
                           + "}",
                       JWT_ALG_HS256, secret);
}

std::string made(const Ended &key)
{
    return key.out.trimmed().toStdString();
}

void addJumps()
{
    QTest::addColumn<QByteArray>("jump");
    QTest::newRow("a year ahead") << QByteArray("+365d");
    QTest::newRow("a day back") << QByteArray("-1d");
}

} // namespace

// The wall clock of the machine jumps under the real program, engine and all.
class ClockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        grpc_init(); // and never let go, see serve()
        for (const auto &[name, bytes] :
             {std::pair<const char *, QByteArray>("events.ndjson", eventLines(300'000)), {"secret", secret}}) {
            QFile file(path(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(bytes), bytes.size());
        }
        const Ended imported
            = runInsightsd({"import", "--data", path("data"), "--project", "acme", path("events.ndjson")});
        QVERIFY2(imported.exitCode == 0, qPrintable(imported.err));
        m_key = made(runInsightsd({"key", "--file", path("keys"), "--project", "acme", "--name", "ann"}));
    }

    void init() { m_clock.set("+0"); }

    void whatIsAskedAfterAJumpIsAnsweredAndMeasured_data() { addJumps(); }

    void whatIsAskedAfterAJumpIsAnsweredAndMeasured()
    {
        QFETCH(const QByteArray, jump);
        const auto service = start({"--api-key-file", path("keys")});
        QVERIFY(askPageViews(service->address, m_key).ok());
        m_clock.set(jump);
        for (int i = 0; i < 3; ++i)
            QVERIFY(askPageViews(service->address, m_key).ok());

        const QByteArray metrics = service->metrics();
        QVERIFY2(metrics.contains("insightsd_call_duration_seconds_count{method=\"Query\"} 4\n"), metrics.constData());
        QVERIFY(metrics.contains("insightsd_calls_in_flight 0\n"));
        const QRegularExpression sum("duration_seconds_sum{method=\"Query\"} (\\S+)");
        const double seconds = sum.match(QString::fromUtf8(metrics)).captured(1).toDouble();
        QVERIFY2(seconds > 0 && seconds < 60, metrics.constData());
        QTRY_COMPARE(service->log().count(" method=Query "), 4);
        auto call = QRegularExpression("time=(\\S+) .* ms=(\\S+) ").globalMatch(service->log());
        QList<QDateTime> times;
        while (call.hasNext()) {
            const QRegularExpressionMatch match = call.next();
            times << QDateTime::fromString(match.captured(1), Qt::ISODateWithMs);
            QVERIFY2(match.captured(2).toDouble() > 0 && match.captured(2).toDouble() < 60'000,
                     qPrintable(match.captured()));
        }
        // The log tells the time of the machine, right or wrong: what is tested did take place.
        QVERIFY(qAbs(times.at(0).daysTo(times.at(1))) >= 1);
    }

    void aQuestionUnderWayEndsWell_data() { addJumps(); }

    void aQuestionUnderWayEndsWell()
    {
        QFETCH(const QByteArray, jump);
        const auto service = start();
        insights::v1::QueryRequest request = pageViews();
        request.mutable_query()->set_aggregation(insights::v1::AGGREGATION_UNIQUE_USERS);
        request.mutable_query()->mutable_breakdown()->set_property("id");
        insights::v1::QueryResponse response;
        auto asked = std::async(std::launch::async, [&] {
            const auto stub = insights::v1::InsightsService::NewStub(
                grpc::CreateChannel(service->address, grpc::InsecureChannelCredentials()));
            grpc::ClientContext context;
            context.AddMetadata("x-project-id", "acme");
            return stub->Query(&context, request, &response);
        });
        QTRY_VERIFY(service->metrics().contains("insightsd_calls_in_flight 1\n"));
        m_clock.set(jump);
        const grpc::Status status = asked.get();
        QVERIFY2(status.ok(), status.error_message().c_str());
        QCOMPARE(response.info().groups_total(), std::uint64_t(300'000));
        QVERIFY(response.info().elapsed().seconds() >= 0 && response.info().elapsed().seconds() < 60);
    }

    void aTokenIsGoodFromItsBeginningToItsEnd()
    {
        const auto service = start({"--jwt-key-file", path("secret")});
        const std::string ends = tokenOf("exp", 3'600);
        const std::string begins = tokenOf("nbf", -3'600);
        const auto isLetIn = [&](const std::string &token) { return askPageViews(service->address, token).ok(); };
        QVERIFY(isLetIn(ends) && isLetIn(begins));
        m_clock.set("+365d");
        QVERIFY(!isLetIn(ends) && isLetIn(begins));
        m_clock.set("-1d");
        QVERIFY(isLetIn(ends) && !isLetIn(begins));
        m_clock.set("+0");
        QVERIFY(isLetIn(ends) && isLetIn(begins));
    }

    void aKeyIsGoodFromTheMomentItIsMadeAndUntilItIsTakenBack_data() { addJumps(); }

    void aKeyIsGoodFromTheMomentItIsMadeAndUntilItIsTakenBack()
    {
        QFETCH(const QByteArray, jump);
        const QString keys = path("others");
        QFile::remove(keys);
        const std::string first = made(runInsightsd({"key", "--file", keys, "--project", "acme", "--name", "bob"}));
        const auto service = start({"--api-key-file", keys});
        QVERIFY(askPageViews(service->address, first).ok());
        m_clock.set(jump);
        const std::string second = made(runInsightsd({"key", "--file", keys, "--project", "acme", "--name", "cyd"}));
        QVERIFY(askPageViews(service->address, second).ok());
        QVERIFY(QFile::resize(keys, 0));
        QVERIFY(!askPageViews(service->address, first).ok());
    }

    void whatIsUnderWayAtTheEndHasItsTime_data() { addJumps(); }

    void whatIsUnderWayAtTheEndHasItsTime()
    {
        QFETCH(const QByteArray, jump);
        const auto service = start({"--drain-seconds", "60"}, path("drained"));
        QProcess demo; // two seconds of work for the service
        demo.start(QStringLiteral(INSIGHTSD), {"demo", "--data", path("drained")});
        QTRY_VERIFY_WITH_TIMEOUT(service->metrics().contains("insightsd_calls_in_flight 1\n"), programDeadlineMs);
        service->process.terminate();
        QTRY_VERIFY2_WITH_TIMEOUT(service->log().contains("ending on a signal"), qPrintable(service->log()), 10'000);
        m_clock.set(jump);
        QVERIFY(demo.waitForFinished(programDeadlineMs));
        QVERIFY2(demo.exitCode() == 0, demo.readAllStandardError().constData());
        QVERIFY(service->process.waitForFinished(programDeadlineMs));
        QCOMPARE(service->process.exitCode(), 0);
    }

    void anIdleServiceLeavesInItsTime_data()
    {
        QTest::addColumn<QByteArray>("jump");
        QTest::addColumn<QString>("seconds");
        QTest::addColumn<bool>("isGone");
        QTest::newRow("not sooner") << QByteArray("+365d") << "3600" << false;
        QTest::newRow("not later") << QByteArray("-1d") << "1" << true;
    }

    void anIdleServiceLeavesInItsTime()
    {
        QFETCH(const QByteArray, jump);
        QFETCH(const QString, seconds);
        QFETCH(const bool, isGone);
        const auto service = start({"--idle-exit", seconds});
        QVERIFY(askPageViews(service->address).ok());
        m_clock.set(jump);
        QCOMPARE(service->process.waitForFinished(isGone ? programDeadlineMs : 1'000), isGone);
    }

private:
    QString path(const char *name) const { return m_folder.filePath(name); }

    std::unique_ptr<RunningService> start(const QStringList &more = {}, const QString &data = {}) const
    {
        return std::make_unique<RunningService>(data.isEmpty() ? path("data") : data,
                                                QStringList{"--verbose", "--metrics", "127.0.0.1:0"} + more,
                                                "127.0.0.1:0", m_clock.environment());
    }

    QTemporaryDir m_folder;
    const WallClock m_clock{path("clock")};
    std::string m_key;
};

QTEST_GUILESS_MAIN(ClockTest)
#include "clock_test.moc"
