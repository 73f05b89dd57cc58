// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/api_keys.h"
#include "service/api/gate.h"
#include "tests/service/logged_lines.h"
#include "tests/service/served_api.h"

#include <grpc/grpc.h>
#include <grpcpp/create_channel_posix.h>

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <thread>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace insights::v1;
using namespace std::chrono_literals;

namespace {

// An engine that answers nobody until it is opened.
class Dam
{
public:
    EngineRows hold()
    {
        std::unique_lock lock(m_mutex);
        ++m_held;
        m_changed.wait(lock, [this] { return m_isOpen; });
        return {nullptr, {}, 7};
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_changed.notify_all();
    }
    int held()
    {
        const std::lock_guard lock(m_mutex);
        return m_held;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_held = 0;
    bool m_isOpen = false;
};

int connectedTo(const std::string &path)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    if (connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        qFatal("no connection");
    return descriptor;
}

// Once the other side has closed, whatever it said before.
bool isClosed(int descriptor)
{
    char bytes[1024];
    while (true) {
        const ssize_t got = recv(descriptor, bytes, sizeof bytes, MSG_DONTWAIT);
        if (got <= 0)
            return got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
    }
}

// A connection on which all goes to the server and nothing comes back.
class OneWay
{
public:
    explicit OneWay(const std::string &path)
        : m_server(connectedTo(path))
    {
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, m_ends) != 0)
            qFatal("no socket pair");
        m_forwarder = std::thread([this] { forward(); });
    }
    ~OneWay()
    {
        end();
        m_forwarder.join();
        close(m_ends[1]);
        close(m_server);
    }

    void end() const
    {
        shutdown(m_ends[1], SHUT_RDWR);
        shutdown(m_server, SHUT_RDWR);
    }
    int client() const { return m_ends[0]; } // gRPC closes it

private:
    void forward()
    {
        pollfd sides[] = {{m_ends[1], POLLIN, 0}, {m_server, POLLRDHUP, 0}};
        char bytes[4096];
        while (poll(sides, 2, -1) > 0 && sides[1].revents == 0) {
            const ssize_t got = read(m_ends[1], bytes, sizeof bytes);
            if (got <= 0 || send(m_server, bytes, static_cast<std::size_t>(got), MSG_NOSIGNAL) != got)
                break;
        }
    }

    int m_server;
    int m_ends[2] = {};
    std::thread m_forwarder;
};

std::string requestIdOf(const grpc::ClientContext &context)
{
    const auto &trailers = context.GetServerTrailingMetadata();
    const auto found = trailers.find("x-request-id");
    return found == trailers.end() ? std::string() : std::string(found->second.data(), found->second.size());
}

} // namespace

// One server and many who ask: what it bears, what it says of it.
class BoundsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { grpc_init(); } // and never let go, see serve()

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const std::string keys = m_folder->filePath("keys").toStdString();
        m_ann = makeApiKey(keys, "shop", "ann");
        m_bob = makeApiKey(keys, "shop", "bob");
        m_credentials = std::make_unique<Credentials>(CredentialFiles{keys});
        ServerOptions options;
        options.credentials = m_credentials.get();
        m_api = std::make_unique<ServedApi>(options);
    }

    void cleanup() { m_api.reset(); }

    void aFloodOfOneCallerIsBoundedAndHoldsUpNobody()
    {
        Dam dam;
        m_api->engine.answer
            = [&](const Caller &caller) { return caller.name == "key:ann" ? dam.hold() : EngineRows{}; };
        std::vector<std::thread> flood;
        std::atomic<int> refused = 0;
        std::atomic<int> answered = 0;
        for (int i = 0; i < Gate::mostCallsOfOne + 20; ++i)
            flood.emplace_back([&] {
                const grpc::Status status = ask(m_ann);
                answered += status.ok() ? 1 : 0;
                refused += status.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED
                        && status.error_message().find("wait for some to end") != std::string::npos
                    ? 1
                    : 0;
            });
        QTRY_COMPARE_WITH_TIMEOUT(refused.load(), 20, 20'000);
        const grpc::Status other = ask(m_bob);
        QVERIFY2(other.ok(), other.error_message().c_str());
        dam.open();
        for (std::thread &caller : flood)
            caller.join();
        QCOMPARE(answered.load(), Gate::mostCallsOfOne);
        QVERIFY(ask(m_ann).ok());
    }

    void aServerThatEndsRefusesNewCallsAndLetsTheOthersEnd()
    {
        Dam dam;
        m_api->engine.answer = [&](const Caller &) { return dam.hold(); };
        grpc::Status status;
        std::thread caller([&] { status = ask(m_ann); });
        QTRY_COMPARE(dam.held(), 1);
        m_api->server.close();
        QCOMPARE(m_api->server.underWay(), 1);
        const grpc::Status late = ask(m_bob);
        QCOMPARE(int(late.error_code()), int(grpc::StatusCode::UNAVAILABLE));
        QVERIFY2(late.error_message().find("ending") != std::string::npos, late.error_message().c_str());
        dam.open();
        caller.join();
        QVERIFY2(status.ok(), status.error_message().c_str());
        QTRY_COMPARE(m_api->server.underWay(), 0);
    }

    void aRequestOfMoreThan4MegabytesIsRefused_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("code");
        QTest::addRow("within") << 4'000'000 << int(grpc::StatusCode::INVALID_ARGUMENT);
        QTest::addRow("beyond") << 4'300'000 << int(grpc::StatusCode::RESOURCE_EXHAUSTED);
    }

    void aRequestOfMoreThan4MegabytesIsRefused()
    {
        QFETCH(const int, bytes);
        QFETCH(const int, code);
        QuerySpec giant = trend();
        giant.mutable_events(0)->set_name(std::string(static_cast<std::size_t>(bytes), 'x'));
        giant.clear_time_range();
        QCOMPARE(int(ask(m_ann, giant).error_code()), code);
        QVERIFY(ask(m_ann).ok());
    }

    void aConnectionThatSaysNothingIsClosed()
    {
        serveImpatiently();
        const int silent = connectedTo(socketPath());
        QTRY_VERIFY_WITH_TIMEOUT(isClosed(silent), 10'000);
        close(silent);
    }

    void aConnectionThatNoLongerAnswersIsClosed()
    {
        serveImpatiently();
        const int half = connectedTo(socketPath());
        // All that HTTP/2 asks of a client at first: its preface and an empty SETTINGS.
        constexpr char greeting[] = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";
        QCOMPARE(send(half, greeting, sizeof greeting - 1, 0), ssize_t(sizeof greeting - 1));
        QTest::qWait(300);
        QVERIFY(!isClosed(half));
        QTRY_VERIFY_WITH_TIMEOUT(isClosed(half), 20'000);
        close(half);
    }

    void whoReadsNothingHoldsUpNobody()
    {
        std::atomic<int> asked = 0;
        m_api->engine.answer = [&](const Caller &caller) {
            asked += caller.name == "key:ann" ? 1 : 0;
            return EngineRows{};
        };
        OneWay way(socketPath());
        const auto deaf = InsightsService::NewStub(grpc::CreateInsecureChannelFromFd("deaf", way.client()));
        std::vector<std::thread> callers;
        for (int i = 0; i < 50; ++i)
            callers.emplace_back([&] {
                grpc::ClientContext context;
                QueryResponse response;
                ask(*deaf, context, m_ann, hours(), response);
            });
        QTRY_COMPARE_WITH_TIMEOUT(asked.load(), 50, 20'000);
        for (int i = 0; i < 5; ++i)
            QVERIFY(ask(m_bob).ok());
        QVERIFY(m_api->server.underWay() >= 50); // they count for their caller until they are read
        way.end();
        for (std::thread &caller : callers)
            caller.join();
        QTRY_COMPARE(m_api->server.underWay(), 0);
    }

    void aRequestKeepsItsIdOrGetsOne_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<bool>("isKept");
        QTest::addRow("given") << "req-42:a/b" << true;
        QTest::addRow("none") << "" << false;
        QTest::addRow("one that would look like a field") << "x code=OK" << false;
        QTest::addRow("one too long") << QString(200, 'x') << false;
    }

    void aRequestKeepsItsIdOrGetsOne()
    {
        QFETCH(const QString, given);
        QFETCH(const bool, isKept);
        grpc::ClientContext context;
        if (!given.isEmpty())
            context.AddMetadata("x-request-id", given.toStdString());
        ask(context, m_ann, trend());
        const QString echoed = QString::fromStdString(requestIdOf(context));
        static const QRegularExpression made(QStringLiteral("^[0-9a-f]{16}$"));
        QVERIFY2(isKept ? echoed == given : made.match(echoed).hasMatch(), qPrintable(echoed));
    }

    void aCallIsALineThatHoldsNoSecret()
    {
        m_api->engine.answer = [&](const Caller &) { return EngineRows{nullptr, {}, 7}; };
        const LoggedLines log;
        QuerySpec spec = trend();
        auto &filter = *spec.add_filters();
        filter.set_property("mail");
        filter.set_operator_(OPERATOR_EQUALS);
        filter.set_value("somebody@example.org");
        grpc::ClientContext context;
        context.AddMetadata("x-request-id", "req-42");
        QVERIFY(ask(context, m_ann, spec).ok());
        QTRY_VERIFY2(log.text().contains("code=OK"), qPrintable(log.text()));
        static const QRegularExpression form(
            QStringLiteral("call request=req-42 caller=key:ann peer=unix:\\S* project=shop method=Query "
                           "ms=[0-9.]+ rows=7 code=OK\\s"));
        QVERIFY2(form.match(log.text()).hasMatch(), qPrintable(log.text()));
        QVERIFY(!log.text().contains(QString::fromStdString(m_ann)));
        QVERIFY(!log.text().contains("somebody"));
    }

    void whatIsRefusedIsALineThatNobodyCanForge()
    {
        const LoggedLines log;
        grpc::ClientContext context;
        context.AddMetadata("x-project-id", "shop code=OK caller=key:root");
        QVERIFY(!ask(context, "ik_wrong", trend(), "").ok());
        QTRY_VERIFY2(log.text().contains("code=UNAUTHENTICATED"), qPrintable(log.text()));
        QVERIFY2(log.text().contains("caller=- "), qPrintable(log.text()));
        QVERIFY2(!log.text().contains("code=OK ") && !log.text().contains(" caller=key"), qPrintable(log.text()));
        QVERIFY(!log.text().contains("ik_wrong"));
    }

private:
    void serveImpatiently()
    {
        m_api.reset();
        ServerOptions options;
        options.silence = 1500ms;
        m_api = std::make_unique<ServedApi>(options);
    }

    std::string socketPath() const { return m_api->server.address().substr(5); }

    // Some 700 kB of answer.
    static QuerySpec hours()
    {
        QuerySpec spec = trend();
        spec.set_granularity(GRANULARITY_HOUR);
        spec.mutable_time_range()->mutable_end()->set_seconds(spec.time_range().start().seconds() + 20'000 * 3600);
        return spec;
    }

    static void addKey(grpc::ClientContext &context, const std::string &key, const char *project = "shop")
    {
        context.AddMetadata("authorization", "Bearer " + key);
        if (*project != '\0')
            context.AddMetadata("x-project-id", project);
    }

    static grpc::Status ask(InsightsService::Stub &stub, grpc::ClientContext &context, const std::string &key,
                            const QuerySpec &spec, QueryResponse &response, const char *project = "shop")
    {
        addKey(context, key, project);
        QueryRequest request;
        *request.mutable_query() = spec;
        return stub.Query(&context, request, &response);
    }

    grpc::Status ask(grpc::ClientContext &context, const std::string &key, const QuerySpec &spec,
                     const char *project = "shop")
    {
        QueryResponse response;
        return ask(*m_api->insights, context, key, spec, response, project);
    }

    grpc::Status ask(const std::string &key, const QuerySpec &spec = trend())
    {
        grpc::ClientContext context;
        return ask(context, key, spec);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_ann;
    std::string m_bob;
    std::unique_ptr<Credentials> m_credentials;
    std::unique_ptr<ServedApi> m_api;
};

QTEST_GUILESS_MAIN(BoundsTest)
#include "bounds_test.moc"
