// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/served.h"

#include "client/network_probe.h"
#include "tests/client/answers.h"
#include "tests/support/certificates.h"

#include <QTcpServer>
#include <QTest>

using Step = ProbeFinding::Step;

Q_DECLARE_METATYPE(ProbeFinding::Step)

namespace {

std::shared_ptr<grpc::ServerCredentials> tlsOf(const Certificates::Issued &issued, const std::string &clients = {})
{
    grpc::SslServerCredentialsOptions options(clients.empty()
                                                  ? GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE
                                                  : GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
    options.pem_key_cert_pairs.push_back(
        {Certificates::contents(issued.key), Certificates::contents(issued.certificate)});
    if (!clients.empty())
        options.pem_root_certs = Certificates::contents(clients);
    return grpc::SslServerCredentials(options);
}

} // namespace

class NetworkProbeTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_directory;
    std::unique_ptr<Certificates> m_authority;
    std::unique_ptr<TestServer> m_server;
    ProbeReport m_report;

    std::string file(const char *name) const { return m_directory.filePath(QLatin1String(name)).toStdString(); }

    void serve(TestServer::Answers answers)
    {
        m_server.reset();
        m_server = std::make_unique<TestServer>(file("s"), std::move(answers));
    }

    Endpoint tlsEndpoint(const std::string &key = {}) const
    {
        Endpoint endpoint;
        endpoint.address = m_server->address();
        endpoint.apiKey = key;
        endpoint.tls = {true, m_authority->authority(), {}, {}};
        return endpoint;
    }

    // The last finding's step and whether it is good.
    bool probe(const Endpoint &endpoint, const std::string &project = {})
    {
        bool isDone = false;
        const PendingCallPtr call = NetworkProbe().probe(endpoint, project, [&](ProbeReport report) {
            m_report = std::move(report);
            isDone = true;
        });
        return QTest::qWaitFor([&] { return isDone; }, 40'000);
    }

    QString sentence() const { return QString::fromStdString(m_report.findings.back().sentence); }
    Step step() const { return m_report.findings.back().step; }

private Q_SLOTS:
    void initTestCase() { m_authority = std::make_unique<Certificates>(file("ca")); }
    void cleanup() { m_server.reset(); }

    void everyStepOfAGoodWayIsTold()
    {
        serve({.credentials = tlsOf(m_authority->issue("good", "IP:127.0.0.1")), .key = "secret"});

        QVERIFY(probe(tlsEndpoint("secret"), "shop"));

        std::vector<Step> steps;
        for (const ProbeFinding &finding : m_report.findings) {
            QVERIFY2(finding.isGood, finding.sentence.c_str());
            QVERIFY(finding.sentence.find("secret") == std::string::npos);
            steps.push_back(finding.step);
        }
        QVERIFY((steps == std::vector{Step::Port, Step::Certificate, Step::Server, Step::Key, Step::Project}));
        QCOMPARE(m_report.projects.size(), 1);
        QVERIFY(m_report.isGood());
    }

    void aCertificateThatIsNotTrustedIsNamed_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("isOfAnother");
        QTest::addColumn<QString>("words");
        QTest::newRow("of another machine") << "DNS:other.example" << 30 << false << "host name";
        QTest::newRow("over") << "IP:127.0.0.1" << -1 << false << "expired";
        QTest::newRow("of an unknown authority") << "IP:127.0.0.1" << 30 << true << "issuer";
    }

    void aCertificateThatIsNotTrustedIsNamed()
    {
        QFETCH(const QString, subject);
        QFETCH(const int, days);
        QFETCH(const bool, isOfAnother);
        QFETCH(const QString, words);
        const Certificates other(file("other"));
        const Certificates &authority = isOfAnother ? other : *m_authority;
        serve({.credentials = tlsOf(authority.issue("bad", subject.toStdString(), days))});

        QVERIFY(probe(tlsEndpoint()));

        QCOMPARE(step(), Step::Certificate);
        QVERIFY(!m_report.isGood());
        QVERIFY2(sentence().contains(words), qPrintable(sentence()));
    }

    void aServerThatAsksForACertificateIsGivenOne()
    {
        const Certificates::Issued own = m_authority->issue("own", "DNS:me");
        serve({.credentials = tlsOf(m_authority->issue("good", "IP:127.0.0.1"), m_authority->authority())});
        Endpoint endpoint = tlsEndpoint();

        QVERIFY(probe(endpoint));
        QVERIFY2(!m_report.isGood(), qPrintable(sentence()));

        endpoint.tls.certificateFile = own.certificate;
        endpoint.tls.keyFile = own.key;
        QVERIFY(probe(endpoint));
        QVERIFY2(m_report.isGood(), qPrintable(sentence()));
    }

    void aWrongKeyAndAWrongProjectAreToldApart()
    {
        serve({.credentials = tlsOf(m_authority->issue("good", "IP:127.0.0.1")), .key = "secret"});

        QVERIFY(probe(tlsEndpoint("wrong")));
        QCOMPARE(step(), Step::Key);
        QVERIFY(!m_report.isGood());
        QVERIFY(!sentence().contains("wrong"));

        QVERIFY(probe(tlsEndpoint("secret"), "shoq"));
        QCOMPARE(step(), Step::Project);
        QVERIFY(!m_report.isGood());
        QVERIFY2(sentence().contains("shoq"), qPrintable(sentence()));
    }

    void aServerThatKnowsOnlyQuestionsIsGoodAndSaysSo()
    {
        serve(
            {.query = [](auto &, const auto &,
                         auto &) { return grpc::Status(grpc::StatusCode::INVALID_ARGUMENT, "query.events: missing"); },
             .hasCatalog = false});
        Endpoint endpoint;
        endpoint.address = m_server->address();

        QVERIFY(probe(endpoint, "shop"));

        QVERIFY2(m_report.isGood(), qPrintable(sentence()));
        QVERIFY(!m_report.hasCatalog);
    }

    void whatIsNoInsightsServerIsToldAtItsStep_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isEncrypted");
        QTest::addColumn<Step>("expected");
        QTest::newRow("no address") << "somewhere" << false << Step::Address;
        QTest::newRow("another machine in plain text") << "server.example:443" << false << Step::Address;
        QTest::newRow("no such machine") << "nowhere.invalid:443" << true << Step::Name;
        QTest::newRow("nothing listens") << "127.0.0.1:1" << true << Step::Port;
        QTest::newRow("no socket") << "unix:/nonexistent/s" << false << Step::Port;
    }

    void whatIsNoInsightsServerIsToldAtItsStep()
    {
        QFETCH(const QString, address);
        QFETCH(const bool, isEncrypted);
        Endpoint endpoint;
        endpoint.address = address.toStdString();
        endpoint.tls.isUsed = isEncrypted;

        QVERIFY(probe(endpoint));

        QTEST(step(), "expected");
        QVERIFY(!m_report.isGood());
        QVERIFY(!sentence().isEmpty());
    }

    void aPortOfAnotherProtocolIsTold()
    {
        QTcpServer greeter; // speaks first, like a mail server
        QVERIFY(greeter.listen(QHostAddress::LocalHost));
        connect(&greeter, &QTcpServer::newConnection, this,
                [&] { greeter.nextPendingConnection()->write("220 hello\r\n"); });
        Endpoint endpoint;
        endpoint.address = "127.0.0.1:" + std::to_string(greeter.serverPort());

        endpoint.tls.isUsed = true;
        QVERIFY(probe(endpoint));
        QCOMPARE(step(), Step::Certificate);

        endpoint.tls.isUsed = false;
        QVERIFY(probe(endpoint));
        QCOMPARE(step(), Step::Server);
        QVERIFY(!m_report.isGood());
    }

    void aGrpcServerOfAnotherKindIsTold()
    {
        serve({.hasCatalog = false,
               .import = [](auto &, const auto &, auto &) { return grpc::Status::OK; },
               .hasInsights = false});
        Endpoint endpoint;
        endpoint.address = m_server->address();

        QVERIFY(probe(endpoint));

        QCOMPARE(step(), Step::Server);
        QVERIFY(!m_report.isGood());
    }

    void aProbeThatIsLetGoOfSaysNothing()
    {
        serve({});
        Endpoint endpoint;
        endpoint.address = m_server->address();
        bool isTold = false;
        PendingCallPtr call = NetworkProbe().probe(endpoint, "", [&](const ProbeReport &) { isTold = true; });
        call.reset();
        QVERIFY(probe(endpoint));
        QVERIFY(!isTold);
    }
};

QTEST_GUILESS_MAIN(NetworkProbeTest)
#include "network_probe_test.moc"
