// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/served_api.h"
#include "tests/support/certificates.h"

#include <grpc/grpc.h>
#include <openssl/ssl.h>

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

using namespace insights::v1;
using namespace std::chrono_literals;

namespace {

using ChannelCredentials = std::shared_ptr<grpc::ChannelCredentials>;

ChannelCredentials trusting(const Certificates &authority, const Certificates::Issued &own = {})
{
    grpc::SslCredentialsOptions options;
    options.pem_root_certs = Certificates::contents(authority.authority());
    if (!own.key.empty()) {
        options.pem_private_key = Certificates::contents(own.key);
        options.pem_cert_chain = Certificates::contents(own.certificate);
    }
    return grpc::SslCredentials(options);
}

} // namespace

// Real TLS between a real server and a real client.
class TlsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { grpc_init(); } // and never let go, see serve()

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_files = {path("cert"), path("key"), ""};
        writeServer(m_good);
    }

    void aClientThatTrustsTheAuthorityIsAnswered()
    {
        const ApiServer server = serve();
        const grpc::Status status = ask(server, trusting(m_authority));
        QVERIFY2(status.ok(), status.error_message().c_str());
    }

    void aClientRefusesWhatItCannotTrust_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("isOfTheAuthority");
        QTest::addRow("another authority") << "localhost" << 30 << false;
        QTest::addRow("another host") << "example.org" << 30 << true;
        QTest::addRow("expired") << "localhost" << -1 << true;
    }

    void aClientRefusesWhatItCannotTrust()
    {
        QFETCH(const QString, name);
        QFETCH(const int, days);
        QFETCH(const bool, isOfTheAuthority);
        writeServer((isOfTheAuthority ? m_authority : m_stranger).issue("server", "DNS:" + name.toStdString(), days));
        const ApiServer server = serve();
        QCOMPARE(int(ask(server, trusting(m_authority)).error_code()), int(grpc::StatusCode::UNAVAILABLE));
    }

    void plainTextIsNotAnsweredAndHurtsNobody()
    {
        const ApiServer server = serve();
        QCOMPARE(int(ask(server, grpc::InsecureChannelCredentials()).error_code()), int(grpc::StatusCode::UNAVAILABLE));
        QVERIFY(ask(server, trusting(m_authority)).ok());
    }

    void tls12IsTheLeast_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("isSpoken");
        QTest::addRow("TLS 1.1") << TLS1_1_VERSION << false;
        QTest::addRow("TLS 1.2") << TLS1_2_VERSION << true;
        QTest::addRow("TLS 1.3") << TLS1_3_VERSION << true;
    }

    void tls12IsTheLeast()
    {
        QFETCH(const int, version);
        QFETCH(const bool, isSpoken);
        const ApiServer server = serve();
        const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
        SSL_CTX_set_security_level(context.get(), 0); // the client would offer TLS 1.1
        SSL_CTX_set_min_proto_version(context.get(), version);
        SSL_CTX_set_max_proto_version(context.get(), version);
        SSL_CTX_set_alpn_protos(context.get(), reinterpret_cast<const unsigned char *>("\2h2"), 3);
        const std::unique_ptr<BIO, decltype(&BIO_free_all)> connection(BIO_new_ssl_connect(context.get()),
                                                                       BIO_free_all);
        BIO_set_conn_hostname(connection.get(), server.address().c_str());
        QCOMPARE(BIO_do_connect(connection.get()) == 1, isSpoken);
    }

    void aClientNeedsTheCertificateThatIsAskedFor_data()
    {
        QTest::addColumn<QString>("own"); // of the client
        QTest::addColumn<bool>("isAnswered");
        QTest::addRow("its own") << "good" << true;
        QTest::addRow("none") << "none" << false;
        QTest::addRow("of another authority") << "stranger" << false;
        QTest::addRow("expired") << "expired" << false;
    }

    void aClientNeedsTheCertificateThatIsAskedFor()
    {
        QFETCH(const QString, own);
        QFETCH(const bool, isAnswered);
        m_files.clientCa = path("ca");
        write("ca", Certificates::contents(m_clients.authority()));
        const ApiServer server = serve();
        Certificates::Issued certificate;
        if (own != "none")
            certificate
                = (own == "stranger" ? m_stranger : m_clients).issue("ann", "DNS:ann", own == "expired" ? -1 : 30);
        const grpc::Status status = ask(server, trusting(m_authority, certificate));
        QVERIFY2(status.ok() == isAnswered, status.error_message().c_str());
    }

    void aNewCertificateIsTakenUnderLoad()
    {
        const ApiServer server = serve();
        std::array<std::atomic<int>, 4> answered{};
        std::atomic<int> failed = 0;
        std::vector<std::jthread> callers;
        for (std::atomic<int> &own : answered)
            callers.emplace_back([&](const std::stop_token &end) {
                const auto channel = channelTo(server, trusting(m_authority));
                while (!end.stop_requested())
                    ++(ask(channel).ok() ? own : failed);
            });
        // Each is connected: who begins after the renewal rightly fails.
        QTRY_VERIFY(std::ranges::all_of(answered, [](int calls) { return calls > 5; }));
        QCOMPARE(int(ask(server, trusting(m_stranger)).error_code()), int(grpc::StatusCode::UNAVAILABLE));
        writeServer(m_stranger.issue("renewed", "DNS:localhost"));
        QTRY_VERIFY_WITH_TIMEOUT(ask(server, trusting(m_stranger)).ok(), 15'000);
        QCOMPARE(int(ask(server, trusting(m_authority)).error_code()), int(grpc::StatusCode::UNAVAILABLE));
        callers.clear(); // stopped and joined
        QCOMPARE(failed.load(), 0); // connections keep what they began with
    }

    void filesOfNoUseAreRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("reason");
        QTest::addRow("no certificate") << "cert"
                                        << "certificate in PEM";
        QTest::addRow("no key") << "key"
                                << "private key in PEM";
        QTest::addRow("another key") << "key"
                                     << "not the key of the certificate";
        QTest::addRow("no file") << "cert"
                                 << "cannot be read";
    }

    void filesOfNoUseAreRefused()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, reason);
        const QByteArray row = QTest::currentDataTag();
        if (row == "no file")
            QFile::remove(m_folder->filePath(file));
        else
            write(file.toUtf8(), row == "another key" ? Certificates::contents(m_other.key) : "nonsense");
        try {
            serve();
            QFAIL("it was served");
        } catch (const std::invalid_argument &error) {
            QVERIFY2(QString(error.what()).startsWith(m_folder->filePath(file) + ": "), error.what());
            QVERIFY2(QString(error.what()).contains(reason), error.what());
        }
    }

    void anAddressForOthersNeedsCredentialsAndTls_data()
    {
        QTest::addColumn<bool>("hasCredentials");
        QTest::addColumn<bool>("hasTls");
        QTest::addColumn<bool>("isInsecure");
        QTest::addColumn<QStringList>("missing"); // empty: served
        const QString credentials = "--api-key-file", tls = "--tls-cert";
        QTest::addRow("neither") << false << false << false << QStringList{credentials, tls};
        QTest::addRow("credentials") << true << false << false << QStringList{tls};
        QTest::addRow("TLS") << false << true << false << QStringList{credentials};
        QTest::addRow("both") << true << true << false << QStringList{};
        QTest::addRow("neither, and it is said so") << false << false << true << QStringList{};
    }

    void anAddressForOthersNeedsCredentialsAndTls()
    {
        QFETCH(const bool, hasCredentials);
        QFETCH(const bool, hasTls);
        QFETCH(const bool, isInsecure);
        QFETCH(const QStringList, missing);
        write("keys", "");
        Credentials credentials({path("keys")});
        ServerOptions options{"0.0.0.0:0", isInsecure, hasCredentials ? &credentials : nullptr};
        if (hasTls)
            options.tls = m_files;
        try {
            ApiServer(m_engine, m_projects, nullptr, options);
            QCOMPARE(missing, QStringList());
        } catch (const std::invalid_argument &error) {
            QVERIFY(!missing.isEmpty());
            static const QRegularExpression options(QStringLiteral("--api-key-file|--tls-cert"));
            QStringList named;
            for (const QRegularExpressionMatch &match : options.globalMatch(error.what()))
                named << match.captured();
            QCOMPARE(named, missing);
        }
    }

    void aUnixSocketHasNoTls()
    {
        ServerOptions options{"unix:" + path("s")};
        options.tls = m_files;
        QVERIFY_EXCEPTION_THROWN(ApiServer(m_engine, m_projects, nullptr, options), std::invalid_argument);
    }

private:
    std::string path(const char *name) const { return m_folder->filePath(name).toStdString(); }

    void write(const char *name, const std::string &text) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) < 0)
            qFatal("no room for a test file");
    }

    void writeServer(const Certificates::Issued &issued) const
    {
        write("cert", Certificates::contents(issued.certificate));
        write("key", Certificates::contents(issued.key));
    }

    ApiServer serve()
    {
        ServerOptions options{"localhost:0"};
        options.tls = m_files;
        return ApiServer(m_engine, m_projects, nullptr, options);
    }

    static std::shared_ptr<grpc::Channel> channelTo(const ApiServer &server, const ChannelCredentials &credentials)
    {
        grpc::ChannelArguments own;
        own.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1); // a handshake of its own
        return grpc::CreateCustomChannel(server.address(), credentials, own);
    }

    static grpc::Status ask(const std::shared_ptr<grpc::Channel> &channel)
    {
        grpc::ClientContext context;
        context.set_deadline(std::chrono::system_clock::now() + 10s);
        context.AddMetadata("x-project-id", "shop");
        QueryRequest request;
        *request.mutable_query() = trend();
        QueryResponse response;
        return InsightsService::NewStub(channel)->Query(&context, request, &response);
    }

    static grpc::Status ask(const ApiServer &server, const ChannelCredentials &credentials)
    {
        return ask(channelTo(server, credentials));
    }

    const QTemporaryDir m_made;
    const Certificates m_authority{m_made.filePath("authority").toStdString()};
    const Certificates m_stranger{m_made.filePath("stranger").toStdString()};
    const Certificates m_clients{m_made.filePath("clients").toStdString()};
    const Certificates::Issued m_good = m_authority.issue("good", "DNS:localhost");
    const Certificates::Issued m_other = m_stranger.issue("other", "DNS:localhost");
    std::unique_ptr<QTemporaryDir> m_folder;
    TlsFiles m_files;
    FakeEngine m_engine;
    FakeProjects m_projects;
};

QTEST_GUILESS_MAIN(TlsTest)
#include "tls_test.moc"
