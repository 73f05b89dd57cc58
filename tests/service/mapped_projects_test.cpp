// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/catalog/mapped_projects.h"
#include "tests/service/logged_lines.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace std::chrono_literals;

namespace {

std::string bytesOf(const std::string &text)
{
    return char(text.size()) + text; // shorter than 128
}

std::string bytesOf(std::int64_t number)
{
    return {reinterpret_cast<const char *>(&number), sizeof number};
}

// A server with one table, of one project. It can be slow and go away.
class TableServer final : public QueryEngine
{
public:
    EngineRows execute(const Statement &statement, const Caller &caller) override
    {
        if (statement.sql.starts_with("DESCRIBE")) {
            const bool isTime = statement.sql.find("(time)") != std::string::npos;
            return rows(bytesOf("column") + bytesOf(isTime ? "DateTime64(3)" : "String") + std::string(5, '\0'));
        }
        ++reads;
        while (isSlow && !caller.isGone())
            std::this_thread::sleep_for(1ms);
        if (caller.isGone())
            throw QueryCancelled("gone");
        if (isAway)
            throw EngineUnavailable("nobody answers");
        return rows(bytesOf("shop") + bytesOf(events) + bytesOf(1'000) + bytesOf(2'000));
    }
    std::string name() const override { return "ClickHouse"; }

    std::atomic<std::int64_t> events = 1;
    std::atomic<bool> isSlow = false;
    std::atomic<bool> isAway = false;
    std::atomic<int> reads = 0;

private:
    static EngineRows rows(const std::string &bytes)
    {
        const auto owner = std::make_shared<const std::string>(bytes);
        return {owner, *owner, 0};
    }
};

insights::tablemap::v1::TableMap mapOfTable()
{
    return readTableMap(R"({"table":"events","event":"event","time":"time","user":"user","project":"project"})");
}

} // namespace

// What is known of the projects of a table grows old, and is read again behind the backs of those who ask.
class MappedProjectsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsYoungIsNotReadAgain()
    {
        TableServer server;
        const MappedProjects projects(mapOfTable(), server);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(projects.project("shop")->eventCount, std::uint64_t(1));
        QCOMPARE(server.reads, 1);
    }

    void nobodyWaitsWhileItIsReadAgain()
    {
        TableServer server;
        const MappedProjects projects(mapOfTable(), server, {0ms, 0ms});
        server.events = 2;
        server.isSlow = true;
        const std::uint64_t revision = projects.project("shop")->revision;
        QTRY_COMPARE(server.reads, 2);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(projects.project("shop")->eventCount, std::uint64_t(1));
        QCOMPARE(server.reads, 2); // and it is read once at a time

        server.isSlow = false;
        QTRY_COMPARE(projects.project("shop")->eventCount, std::uint64_t(2));
        QVERIFY(projects.project("shop")->revision > revision);
    }

    void aServerThatIsAwayIsToldOnceAndCostsNothingThatIsKnown()
    {
        const LoggedLines logged;
        TableServer server;
        const MappedProjects projects(mapOfTable(), server, {0ms, 0ms});
        server.isAway = true;
        server.events = 2;
        const auto isReadAgain = [&](int reads) {
            const ProjectTablePtr shop = projects.project("shop");
            return server.reads >= reads && shop && shop->eventCount == 1;
        };
        QTRY_VERIFY(isReadAgain(10));
        QCOMPARE(logged.text().count("the projects of events cannot be read again"), 1);
        QVERIFY2(logged.text().contains("nobody answers"), qPrintable(logged.text()));

        server.isAway = false;
        QTRY_COMPARE(projects.project("shop")->eventCount, std::uint64_t(2));
        QCOMPARE(logged.text().count("the projects of events are read again"), 1);
    }

    void aServerThatIsAwayIsNotAskedWithoutAPause()
    {
        const LoggedLines logged;
        TableServer server;
        const MappedProjects projects(mapOfTable(), server, {0ms, 1h});
        server.isAway = true;
        projects.projects();
        QTRY_VERIFY(!logged.text().isEmpty());
        for (int i = 0; i < 100; ++i)
            projects.projects();
        QTest::qWait(50);
        QCOMPARE(server.reads, 2);
    }

    void theEndDoesNotWaitForASlowServer()
    {
        const LoggedLines logged;
        TableServer server;
        QElapsedTimer time;
        {
            const MappedProjects projects(mapOfTable(), server, {0ms, 0ms});
            server.isSlow = true;
            projects.projects();
            QTRY_COMPARE(server.reads, 2);
            time.start();
        }
        QVERIFY2(time.elapsed() < 5'000, QByteArray::number(time.elapsed()));
        QCOMPARE(logged.text(), QString());
    }
};

QTEST_GUILESS_MAIN(MappedProjectsTest)
#include "mapped_projects_test.moc"
