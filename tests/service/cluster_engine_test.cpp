// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/engine/cluster_engine.h"
#include "service/plan/row_reader.h"
#include "tests/service/engine_fixture.h"
#include "tests/support/mapped_tables.h"

#include <httplib.h>

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <atomic>
#include <thread>

namespace {

using namespace std::chrono_literals;
using Exceptions = ClickhouseFront::Exceptions;

template <class Error>
QString refusalOf(const std::function<void()> &work)
{
    try {
        work();
    } catch (const Error &error) {
        return QString::fromUtf8(error.what());
    } catch (const std::exception &error) {
        return QStringLiteral("another kind: ") + QString::fromUtf8(error.what());
    }
    return QStringLiteral("it was answered");
}

void answerWith(httplib::Response &response, int code, const std::string &text)
{
    response.status = 500;
    response.set_header("X-ClickHouse-Exception-Code", std::to_string(code));
    response.set_content(text, "text/plain");
}

} // namespace

// The client of a ClickHouse server against a front that speaks as one over a real engine.
class ClusterEngineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_front = std::make_unique<ClickhouseFront>(m_fixture.chdb()); }

    void itsNameIsThatOfTheServer()
    {
        QVERIFY(ClusterEngine(optionsFor(*m_front)).name().starts_with("ClickHouse 26.7"));
    }

    void rowsComeWithWhatTheyCost()
    {
        ClusterEngine engine(optionsFor(*m_front));
        const EngineRows rows = engine.execute(sql("SELECT toUInt8(number + 1) FROM numbers(3)"), never);
        QCOMPARE(rows.bytes, std::string("\1\2\3"));
        QCOMPARE(rows.rowsRead, std::uint64_t(3));
    }

    void parametersArriveAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "plain", "it's", "back\\slash", "\\N", "\\n", "tab\there", "line\nbreak", "\r",
                                 "{p0:String}", "'; DROP TABLE x", "a&b=c;d", "100%+1", "#", "ünï😀", "['a','b']"})
            QTest::addRow("%s", text) << QByteArray(text);
        QTest::addRow("a NUL inside") << QByteArray("a\0b", 3);
    }

    void parametersArriveAsTheyAre()
    {
        QFETCH(const QByteArray, text);
        ClusterEngine engine(optionsFor(*m_front));
        Statement one;
        one.sql = "SELECT hex(" + one.bind(text.toStdString()) + "), ";
        one.sql += "hex(" + one.bind(std::vector<std::string>{"x", text.toStdString()}) + "[2])";
        const EngineRows rows = engine.execute(one, never);
        RowReader reader(rows.bytes);
        QCOMPARE(reader.text(), text.toHex().toUpper().toStdString());
        QCOMPARE(reader.text(), text.toHex().toUpper().toStdString());
    }

    void questionsShareAConnection()
    {
        ClusterEngine engine(optionsFor(*m_front));
        for (int i = 0; i < 20; ++i)
            engine.execute(sql("SELECT 1"), never);
        QCOMPARE(m_front->connections(), 1);
    }

    void aConnectionThatTheServerClosedIsMadeAnew()
    {
        ClusterEngine engine(optionsFor(*m_front));
        QTest::qWait(1'500); // the front keeps an idle one for a second
        QCOMPARE(engine.execute(sql("SELECT toUInt8(7)"), never).bytes, std::string("\7"));
        QCOMPARE(m_front->connections(), 2);
    }

    void answersArePacked()
    {
        ClusterEngine engine(optionsFor(*m_front));
        const EngineRows rows = engine.execute(sql("SELECT number FROM numbers(100000)"), never);
        QCOMPARE(rows.bytes.size(), std::size_t(800'000));
        QVERIFY2(m_front->bytesSent < 400'000, QByteArray::number(qulonglong(m_front->bytesSent)));
    }

    void thePasswordStaysInItsHeader()
    {
        ClusterEngine engine(optionsFor(*m_front));
        QVERIFY(m_front->lastTarget().find("secret") == std::string::npos);
        ClusterOptions options = optionsFor(*m_front);
        options.password = "a wrong one";
        const QString refusal = refusalOf<EngineUnavailable>([&] { ClusterEngine{options}; });
        QVERIFY2(refusal.contains("refuses the user or the password"), qPrintable(refusal));
        QVERIFY(!refusal.contains("a wrong one"));
    }

    void aWrongAddressIsRefused_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("says");
        QTest::addRow("scheme") << "127.0.0.1:8123"
                                << "give http://HOST:8123";
        QTest::addRow("query") << "http://host:8123/?user=x"
                               << "give http://HOST:8123";
        QTest::addRow("password") << "http://me:secret@host:8123"
                                  << "not in the URL";
    }

    void aWrongAddressIsRefused()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, says);
        ClusterOptions options;
        options.url = url.toStdString();
        const QString refusal = refusalOf<std::invalid_argument>([&] { ClusterEngine{options}; });
        QVERIFY2(refusal.contains(says) && !refusal.contains("secret"), qPrintable(refusal));
    }

    void aServerThatIsNotThereIsNamed_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("says");
        QTest::addRow("host") << "http://nowhere.invalid:8123"
                              << "is not known";
        QTest::addRow("port") << "http://127.0.0.1:1"
                              << "is ClickHouse running";
    }

    void aServerThatIsNotThereIsNamed()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, says);
        ClusterOptions options;
        options.url = url.toStdString();
        const QString refusal = refusalOf<EngineUnavailable>([&] { ClusterEngine{options}; });
        QVERIFY2(refusal.contains(url) && refusal.contains(says), qPrintable(refusal));
    }

    void anotherServerIsNotTakenForClickHouse()
    {
        ClusterEngine engine(optionsFor(*m_front));
        m_front->answer
            = [](httplib::Response &response) { response.set_content("<html>Welcome!</html>", "text/html"); };
        const QString refusal = refusalOf<EngineUnavailable>([&] { engine.execute(sql("SELECT 1"), never); });
        QVERIFY2(refusal.contains("is not ClickHouse's HTTP port"), qPrintable(refusal));
    }

    void aCertificateHasToBeTrusted()
    {
        const std::string folder = m_fixture.folder();
        const ClickhouseFront::Certificate certificate{folder + "/cert.pem", folder + "/key.pem"};
        QProcess openssl;
        openssl.start("openssl",
                      {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                       "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", QString::fromStdString(certificate.key),
                       "-out", QString::fromStdString(certificate.chain)});
        QVERIFY(openssl.waitForFinished());
        QCOMPARE(openssl.exitCode(), 0);
        const ClickhouseFront front(m_fixture.chdb(), certificate);
        ClusterOptions options = optionsFor(front);
        const QString refusal = refusalOf<EngineUnavailable>([&] { ClusterEngine{options}; });
        QVERIFY2(refusal.contains("is not trusted") && refusal.contains("--clickhouse-ca"), qPrintable(refusal));
        options.http.caFile = certificate.chain;
        QVERIFY(ClusterEngine(options).name().starts_with("ClickHouse 26"));
    }

    void anErrorCarriesItsCode_data()
    {
        QTest::addColumn<int>("exceptions");
        QTest::addRow("at once") << int(Exceptions::AtOnce);
        QTest::addRow("in a frame, behind rows") << int(Exceptions::Framed);
        QTest::addRow("in a frame without a tag") << int(Exceptions::Untagged);
        QTest::addRow("as text, behind rows") << int(Exceptions::Plain);
    }

    void anErrorCarriesItsCode()
    {
        QFETCH(const int, exceptions);
        ClusterEngine engine(optionsFor(*m_front));
        m_front->exceptions = Exceptions(exceptions);
        try {
            engine.execute(sql("SELECT nothing"), never);
            QFAIL("it was answered");
        } catch (const EngineError &error) {
            QCOMPARE(error.code(), 47); // UNKNOWN_IDENTIFIER
            QVERIFY2(QByteArray(error.what()).contains("`nothing`"), error.what());
            QVERIFY2(!QByteArray(error.what()).contains("__exception__"), error.what());
        }
        QVERIFY_EXCEPTION_THROWN(engine.execute(sql("SELECT 1 FROM nowhere"), never), EngineError);
        QCOMPARE(engine.execute(sql("SELECT toUInt8(7)"), never).bytes, std::string("\7"));
    }

    // What a user can store does not pass for a failure where the server tags its own.
    void aValueThatLooksLikeAnExceptionIsAValue()
    {
        ClusterEngine engine(optionsFor(*m_front));
        m_front->exceptions = Exceptions::Framed;
        for (const char *text : {"Code: 1. DB::Exception: x. (X) (version 26.7)", "__exception__\r\nCode: 1. x\n"}) {
            Statement statement;
            statement.sql = "SELECT " + statement.bind(std::string_view(text));
            const EngineRows rows = engine.execute(statement, never);
            QCOMPARE(rows.bytes.substr(1), std::string_view(text));
        }
    }

    void anAnswerThatIsCutShortIsNone()
    {
        ClusterEngine engine(optionsFor(*m_front));
        m_front->answer = [](httplib::Response &response) {
            response.set_header("X-ClickHouse-Query-Id", "x");
            response.set_content_provider(100, "application/octet-stream",
                                          [](std::size_t offset, std::size_t, httplib::DataSink &sink) {
                                              return offset == 0 && sink.write("abc", 3);
                                          });
        };
        const QString refusal = refusalOf<EngineUnavailable>([&] { engine.execute(sql("SELECT 1"), never); });
        QVERIFY2(refusal.contains("was lost in the middle"), qPrintable(refusal));
    }

    void anAnswerHasABound()
    {
        ClusterOptions options = optionsFor(*m_front);
        options.http.largestAnswer = 1000;
        ClusterEngine engine(options);
        const QString byServer
            = refusalOf<QueryTooLarge>([&] { engine.execute(sql("SELECT number FROM numbers(200)"), never); });
        QCOMPARE(byServer, QStringLiteral("its answer is larger than one may be"));
        m_front->answer = [](httplib::Response &response) {
            response.set_header("X-ClickHouse-Query-Id", "x");
            response.set_content(std::string(2000, 'x'), "application/octet-stream");
        };
        const QString byUs = refusalOf<QueryTooLarge>([&] { engine.execute(sql("SELECT 1"), never); });
        QCOMPARE(byUs, QStringLiteral("its answer is larger than one may be"));
    }

    void aQueryOverItsBoundsIsStopped_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addRow("time") << QString::fromStdString(slow);
        QTest::addRow("memory") << QStringLiteral("SELECT groupArray(toString(number)) FROM numbers(100000000)");
    }

    void aQueryOverItsBoundsIsStopped()
    {
        QFETCH(const QString, query);
        ClusterOptions options = optionsFor(*m_front);
        options.bounds = {1, 1s, 100'000'000};
        ClusterEngine engine(options);
        QVERIFY_EXCEPTION_THROWN(engine.execute(sql(query.toStdString()), never), QueryTooLarge);
        QCOMPARE(engine.execute(sql("SELECT toUInt8(7)"), never).bytes, std::string("\7"));
    }

    void whatTheServerRefusesSaysWhy_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::addRow("too many queries") << 202 << "too many queries at work";
        QTest::addRow("readonly profile") << 164 << "readonly = 1";
        QTest::addRow("no grant") << 497 << "does not let this user read the table";
        QTest::addRow("a node is away") << 279 << "cannot reach a node of its cluster";
    }

    void whatTheServerRefusesSaysWhy()
    {
        QFETCH(const int, code);
        QFETCH(const QString, says);
        ClusterEngine engine(optionsFor(*m_front));
        m_front->answer = [code](httplib::Response &response) { answerWith(response, code, "DB::Exception: so"); };
        const QString refusal = refusalOf<EngineUnavailable>([&] { engine.execute(sql("SELECT 1"), never); });
        QVERIFY2(refusal.contains(says), qPrintable(refusal));
    }

    void anAbandonedQueryIsKilled()
    {
        ClusterEngine engine(optionsFor(*m_front));
        QElapsedTimer time;
        time.start();
        const Caller after300Ms{"test", [&] { return time.hasExpired(300); }};
        QVERIFY_EXCEPTION_THROWN(engine.execute(sql(slow), after300Ms), QueryCancelled);
        QCOMPARE(m_front->kills, 1);
        QTRY_COMPARE(m_fixture.atWork(likeSlow), 0);
    }

    void noMoreAreAtWorkThanAllowed()
    {
        ClusterOptions options = optionsFor(*m_front);
        options.bounds.atWork = 2;
        ClusterEngine engine(options);
        std::atomic<int> answered = 0;
        std::vector<std::thread> callers;
        for (int i = 0; i < 6; ++i)
            callers.emplace_back([&, i] {
                engine.execute(napOf(3), {"caller " + std::to_string(i), [] { return false; }});
                ++answered;
            });
        int most = 0;
        while (answered < 6)
            most = std::max(most, m_fixture.atWork(likeNaps));
        for (std::thread &caller : callers)
            caller.join();
        QCOMPARE(most, 2);
    }

    void nothingIsWritten_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query :
             {"CREATE TABLE x (a Int8) ENGINE = Memory", "SET readonly = 0", "DROP DATABASE default"})
            QTest::addRow("%s", query) << query;
    }

    void nothingIsWritten()
    {
        QFETCH(const QString, query);
        ClusterEngine engine(optionsFor(*m_front));
        QVERIFY_EXCEPTION_THROWN(engine.execute(sql(query.toStdString()), never), EngineUnavailable);
    }

private:
    EngineFixture m_fixture;
    std::unique_ptr<ClickhouseFront> m_front;
};

QTEST_GUILESS_MAIN(ClusterEngineTest)
#include "cluster_engine_test.moc"
