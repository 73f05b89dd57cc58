// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/engine/embedded_engine.h"
#include "tests/service/engine_fixture.h"

#include <QDebug>
#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace std::chrono_literals;

class EngineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAbandonedQueryIsGone()
    {
        EmbeddedEngine engine(m_fixture.chdb());
        QElapsedTimer time;
        time.start();
        const Caller after300Ms{"test", [&] { return time.hasExpired(300); }};
        QVERIFY_EXCEPTION_THROWN(engine.execute(sql(slow), after300Ms), QueryCancelled);
        QCOMPARE(m_fixture.atWork(likeSlow), 0);
    }

    void anAbandonedQueryIsGoneAtOnce()
    {
        EmbeddedEngine engine(m_fixture.chdb());
        qint64 best = 10'000;
        for (int i = 0; i < 5; ++i) { // other programs may keep the processors from it now and then
            QElapsedTimer time;
            time.start();
            const Caller soon{"test", [&] { return time.hasExpired(200); }};
            QVERIFY_EXCEPTION_THROWN(engine.execute(sql(slow), soon), QueryCancelled);
            best = std::min(best, time.elapsed() - 200);
        }
        QVERIFY2(best <= 200, QByteArray::number(best));
    }

    void noMoreAreAtWorkThanAllowed()
    {
        EmbeddedEngine engine(m_fixture.chdb(), {4});
        std::atomic<int> answered = 0;
        std::vector<std::thread> callers;
        for (int i = 0; i < 12; ++i)
            callers.emplace_back([&, i] {
                engine.execute(napOf(5), {"caller " + std::to_string(i), [] { return false; }});
                ++answered;
            });
        int most = 0;
        while (answered < 12)
            most = std::max(most, m_fixture.atWork(likeNaps));
        for (std::thread &caller : callers)
            caller.join();
        QCOMPARE(most, 4);
    }

    void aFloodOfOneCallerDoesNotHoldUpAnother()
    {
        EmbeddedEngine engine(m_fixture.chdb(), {2});
        std::atomic<int> answered = 0;
        std::vector<std::thread> flood;
        for (int i = 0; i < 60; ++i)
            flood.emplace_back([&] {
                engine.execute(napOf(1), {"flood", [] { return false; }});
                ++answered;
            });
        while (answered == 0)
            std::this_thread::sleep_for(1ms);
        QList<int> answeredBefore;
        for (int i = 0; i < 3; ++i) {
            const int from = answered;
            engine.execute(napOf(1), {"single", [] { return false; }});
            answeredBefore << answered - from;
        }
        for (std::thread &caller : flood)
            caller.join();
        // Two at work when it came, and those beside it while it was at work itself.
        QVERIFY2(*std::max_element(answeredBefore.begin(), answeredBefore.end()) <= 6,
                 qPrintable(QDebug::toString(answeredBefore)));
    }

    // A kill that is meant for the query must not reach what tidies up after it.
    void aWorkerComesBackFromEveryFailure()
    {
        EmbeddedEngine engine(m_fixture.chdb(), {1});
        const Caller gone{"test", [] { return true; }};
        for (int i = 0; i < 300; ++i) {
            try {
                engine.execute(sql("SELECT throwIf(number = 100000) FROM numbers(200000)"), gone);
                QFAIL("it was answered");
            } catch (const QueryCancelled &) {
            } catch (const EngineError &error) {
                QCOMPARE(error.code(), 395); // of throwIf
            }
        }
        QCOMPARE(engine.execute(sql("SELECT toUInt8(7)"), never).bytes, std::string("\7"));
    }

    void theWorkerOfAKilledQueryServesTheNext()
    {
        EmbeddedEngine engine(m_fixture.chdb(), {1});
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer time;
            time.start();
            const Caller soon{"test", [&] { return time.hasExpired(30); }};
            QVERIFY_EXCEPTION_THROWN(engine.execute(sql(slow), soon), QueryCancelled);
            QCOMPARE(engine.execute(sql("SELECT toUInt32(7)"), never).bytes, std::string("\7\0\0\0", 4));
        }
    }

    void whatWaitsForAWorkerCanBeAbandonedToo()
    {
        EmbeddedEngine engine(m_fixture.chdb(), {1});
        std::atomic<bool> isOver = false;
        std::atomic<bool> isAtWork = false;
        std::thread first([&] {
            try {
                engine.execute(sql(slow), {"test", [&] {
                                               isAtWork = true;
                                               return isOver.load();
                                           }});
            } catch (const QueryCancelled &) {
            }
        });
        QTRY_VERIFY(isAtWork);
        QElapsedTimer time;
        time.start();
        const Caller soon{"test", [&] { return time.hasExpired(100); }};
        bool isCancelled = false;
        try {
            engine.execute(sql("SELECT 1"), soon);
        } catch (const QueryCancelled &) {
            isCancelled = true;
        }
        isOver = true;
        first.join();
        QVERIFY(isCancelled);
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
        EmbeddedEngine engine(m_fixture.chdb(), {1, 1s, 100'000'000});
        QVERIFY_EXCEPTION_THROWN(engine.execute(sql(query.toStdString()), never), QueryTooLarge);
        QCOMPARE(engine.execute(sql("SELECT toUInt8(7)"), never).bytes, std::string("\7"));
    }

    void aWorkerCannotWrite_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query : {"CREATE TABLE x (a Int8) ENGINE = Memory", "SET readonly = 0",
                                  "SELECT * FROM file('/etc/passwd', 'LineAsString')",
                                  "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')"})
            QTest::addRow("%s", query) << query;
    }

    void aWorkerCannotWrite()
    {
        QFETCH(const QString, query);
        EmbeddedEngine engine(m_fixture.chdb(), {1});
        QVERIFY_EXCEPTION_THROWN(engine.execute(sql(query.toStdString()), never), EngineError);
    }

    void parametersArriveAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "plain", "it's", "back\\slash", "\\N", "\\n", "tab\there", "line\nbreak", "\r",
                                 "{p0:String}", "'; DROP TABLE x", "\"", "`", "ünï😀", "['a','b']", "%_"})
            QTest::addRow("%s", text) << QByteArray(text);
        QTest::addRow("a NUL inside") << QByteArray("a\0b", 3);
    }

    void parametersArriveAsTheyAre()
    {
        QFETCH(const QByteArray, text);
        ChdbConnection connection = m_fixture.chdb().connect();
        Statement one;
        one.sql = "SELECT hex(" + one.bind(text.toStdString()) + ")";
        QCOMPARE(connection.query(one, "TabSeparatedRaw").bytes, text.toHex().toUpper().toStdString() + "\n");
        Statement many;
        many.sql = "SELECT hex(" + many.bind(std::vector<std::string>{"x", text.toStdString()}) + "[2])";
        QCOMPARE(connection.query(many, "TabSeparatedRaw").bytes, text.toHex().toUpper().toStdString() + "\n");
    }

    void anErrorCarriesItsCode()
    {
        try {
            m_fixture.chdb().connect().command("SELECT nothing");
            QFAIL("it was answered");
        } catch (const EngineError &error) {
            QCOMPARE(error.code(), 47); // UNKNOWN_IDENTIFIER
        }
    }

private:
    EngineFixture m_fixture;
};

QTEST_GUILESS_MAIN(EngineTest)
#include "engine_test.moc"
