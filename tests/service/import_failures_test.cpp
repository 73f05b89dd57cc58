// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"

#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr char oneEvent[] = "event,user,time\ne,u,2026-01-02\n";

std::string data(const char *name)
{
    return std::string(TEST_DATA "/import/") + name;
}

} // namespace

// What goes wrong with files, and what is left of it.
class ImportFailuresTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void badLinesAreCountedAndNamed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("events");
        QTest::addColumn<QStringList>("bad");
        const auto list = [](std::initializer_list<const char *> lines) {
            QStringList texts;
            for (const char *line : lines)
                texts << QString::fromUtf8(line);
            return texts;
        };
        QTest::addRow("NDJSON") << "bad_lines.ndjson" << 2
                                << list({"2: it is not valid JSON: it ends too early", "3: it is no JSON object",
                                         "4: it is no JSON object", "5: it is no JSON object",
                                         "6: it has no event name", "7: it has no event name", "8: it has no user",
                                         "9: it has no time", "10: \"yesterday\" is no time",
                                         "11: the time \"1969-12-31T23:59:59Z\" is not in the years 1970 to 2261",
                                         "12: the time \"2262-01-01T00:00:00Z\" is not in the years 1970 to 2261",
                                         "13: \"true\" is no time", "14: it is not valid UTF-8",
                                         "15: it is not valid JSON: a number is malformed",
                                         "16: it is not valid JSON: something follows the object",
                                         "17: it is not valid JSON: a string is not closed", "18: it is not valid JSON",
                                         "21: it is not valid JSON: a string is not closed"});
        QTest::addRow("CSV") << "bad_lines.csv" << 2
                             << list({"4: it has 3 fields where the header has 4",
                                      "6: it has 5 fields where the header has 4", "7: it has no event name",
                                      "8: \"soon\" is no time", "9: it is not valid UTF-8",
                                      "10: a quote in it is never closed"});
    }
    void badLinesAreCountedAndNamed()
    {
        QFETCH(const QString, file);
        QFETCH(const QStringList, bad);
        const std::string project = m_fixture.newProject();
        const auto summary = m_fixture.import(project, {data(qPrintable(file))});
        QCOMPARE(m_fixture.badLines(), bad);
        QCOMPARE(summary.bad_lines(), std::uint64_t(bad.size()));
        QTEST(int(summary.events()), "events");
        QTEST(int(m_fixture.store().project(project)->eventCount), "events");
    }

    void onlyTheFirstHundredBadLinesAreKept()
    {
        const std::string project = m_fixture.newProject();
        const auto summary = m_fixture.import(
            project, {m_fixture.file("many.ndjson", eventLine(0, "{}") + QByteArray("?\n").repeated(250))});
        QCOMPARE(summary.bad_lines(), std::uint64_t(250));
        QCOMPARE(m_fixture.lastProgress.bad_size(), 100);
        QCOMPARE(m_fixture.lastProgress.bad(99).line(), std::uint64_t(101));
    }

    void aLineOfMoreThan16MegabytesIsBad_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("events");
        const QByteArray filler(17 << 20, 'x');
        QTest::addRow("NDJSON") << "long.ndjson"
                                << eventLine(0, "{}") + eventLine(1, "{\"a\":\"" + filler + "\"}") + eventLine(2, "{}")
                                << 2;
        QTest::addRow("CSV") << "long.csv"
                             << QByteArray("event,user,time\ne,u,2026-01-02\ne,") + filler
                + ",2026-01-02\ne,u,2026-01-03\n"
                             << 2;
        QTest::addRow("CSV, a quote not closed") << "open.csv"
                                                 << QByteArray("event,user,time\ne,u,2026-01-02\ne,\"u,2026-01-02\n")
                + QByteArray("e,u,2026-01-03\n").repeated(1'200'000)
                                                 << 1'200'001;
    }
    void aLineOfMoreThan16MegabytesIsBad()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);
        const std::string project = m_fixture.newProject();
        m_fixture.import(project, {m_fixture.file(qPrintable(name), content)});
        QCOMPARE(m_fixture.lastProgress.bad_size(), 1);
        QCOMPARE(m_fixture.lastProgress.bad(0).line(), std::uint64_t(name.endsWith(QStringLiteral("csv")) ? 3 : 2));
        QVERIFY(m_fixture.badLines().first().contains(QStringLiteral("longer than 16 MB")));
        QTEST(int(m_fixture.store().project(project)->eventCount), "events");
    }

    void strictStopsAtTheFirstBadLineAndLeavesNothing()
    {
        const std::string project = m_fixture.newProject();
        auto request = ImportFixture::request(project, {data("bad_lines.ndjson")});
        request.set_strict(true);
        const DatasetError error = m_fixture.failure(request);
        QCOMPARE(error.kind(), DatasetError::Kind::Failure);
        QCOMPARE(
            error.what(),
            "bad_lines.ndjson, line 2: it is not valid JSON: it ends too early. Nothing of this file is imported.");
        QVERIFY(m_fixture.store().project(project) == nullptr);

        m_fixture.import(project, {m_fixture.file("before.csv", oneEvent)});
        m_fixture.failure(request);
        QCOMPARE(m_fixture.store().project(project)->eventCount, std::uint64_t(1));
        QCOMPARE(m_fixture.scalar("SELECT count() FROM system.tables WHERE database = 'insights_staging'"), "0");
    }

    void aFileWithoutAnyEventIsRefused()
    {
        const std::string project = m_fixture.newProject();
        const DatasetError error = m_fixture.failure(
            ImportFixture::request(project, {m_fixture.file("none.csv", "event,user,time\ne,u,soon\n")}));
        QVERIFY(
            QString::fromUtf8(error.what()).endsWith(QStringLiteral("holds an event; line 2: \"soon\" is no time.")));
        QVERIFY(m_fixture.store().project(project) == nullptr);
    }

    void anEmptyFileHasNoEvents_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addRow("NDJSON") << "empty.ndjson" << QByteArray();
        QTest::addRow("blank NDJSON") << "blank.ndjson" << QByteArray("\n  \n\r\n");
        QTest::addRow("CSV") << "empty.csv" << QByteArray();
        QTest::addRow("CSV with a header only") << "header.csv" << QByteArray("event,user,time\n");
    }
    void anEmptyFileHasNoEvents()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);
        const std::string project = m_fixture.newProject();
        const auto summary = m_fixture.import(project, {m_fixture.file(qPrintable(name), content)});
        QCOMPARE(summary.events(), std::uint64_t(0));
        QVERIFY(!summary.has_first_event());
        QCOMPARE(m_fixture.store().project(project)->eventCount, std::uint64_t(0));
        QVERIFY(!m_fixture.store().project(project)->firstEvent);
    }

    void aFileThatCannotBeReadSaysWhy_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const std::string &path, const char *reason) {
            QTest::addRow("%s", name) << QString::fromStdString(path) << QString::fromUtf8(reason);
        };
        row("missing", m_fixture.path("nowhere.csv"), "there is no such file");
        row("folder", m_fixture.path("."), "it is a folder");
        const std::string pipe = m_fixture.path("pipe.csv");
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        row("pipe", pipe, "it is no regular file");
        if (geteuid() != 0) { // root reads everything
            const std::string closed = m_fixture.file("closed.csv", oneEvent);
            QCOMPARE(chmod(closed.c_str(), 0), 0);
            row("not ours", closed, "Permission denied");
        }
        row("UTF-16",
            m_fixture.file("utf16.csv",
                           QByteArray("\xff\xfe"
                                      "e\0v\0",
                                      6)),
            "it is UTF-16");
        row("JSON list", m_fixture.file("list.json", "[{\"event\":\"e\"}]"), "one event a line");
        row("no gzip", m_fixture.file("broken.csv.gz", "\x1f\x8b\x08 no gzip at all"), "its gzip data is damaged");
        row("gzip cut off",
            m_fixture.file("cut.csv.gz",
                           QByteArray::fromHex("1f8b08000000000000034b2d4bcd2bd1292d4e2dd229c9cc4de54aa5")),
            "its gzip data is cut off");
        row("no Parquet", m_fixture.file("broken.parquet", "PAR1 no parquet"), "cannot be read as Parquet");
        row("no known columns", m_fixture.file("other.csv", "a,b\n1,2\n"), "--map event=COLUMN");
        row("Latin-1 header",
            m_fixture.file("latin.csv",
                           "event,user,time,gr\xf6\xdf"
                           "e\n"),
            "is not in UTF-8");
    }
    void aFileThatCannotBeReadSaysWhy()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, reason);
        const std::string project = m_fixture.newProject();
        const QString message
            = QString::fromUtf8(m_fixture.failure(ImportFixture::request(project, {path.toStdString()})).what());
        QVERIFY2(message.contains(reason), qPrintable(message));
        QVERIFY(m_fixture.store().project(project) == nullptr);
    }

    void aWrongRequestIsAUsageError_data()
    {
        QTest::addColumn<QString>("project");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("weekStart");
        QTest::addColumn<QString>("message");
        for (const char *project : {"", "a b", "a/b", "../x", "ä", "`", "x;y"})
            QTest::addRow("project '%s'", project) << QString::fromUtf8(project) << ""
                                                   << ""
                                                   << "is no project name";
        QTest::addRow("long project") << QString(65, QLatin1Char('x')) << ""
                                      << ""
                                      << "is no project name";
        QTest::addRow("zone") << "ok"
                              << "Europe/Berln"
                              << ""
                              << "did you mean \"Europe/Berlin\"?";
        QTest::addRow("week start") << "ok"
                                    << ""
                                    << "friday"
                                    << "not on \"friday\"";
    }
    void aWrongRequestIsAUsageError()
    {
        QFETCH(const QString, project);
        QFETCH(const QString, zone);
        QFETCH(const QString, weekStart);
        QFETCH(const QString, message);
        auto request = ImportFixture::request(project.toStdString(), {m_fixture.file("fine.csv", oneEvent)});
        request.set_timezone(zone.toStdString());
        request.set_week_start(weekStart.toStdString());
        const DatasetError error = m_fixture.failure(request);
        QCOMPARE(error.kind(), DatasetError::Kind::Usage);
        QVERIFY2(QString::fromUtf8(error.what()).contains(message), error.what());
    }

    void aCancelledImportLeavesTheProjectAsItWas()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(project, {m_fixture.file("first.csv", oneEvent)});
        int asked = 0;
        ImportWatch watch;
        watch.cancelled = [&] { return ++asked > 3; };
        QByteArray many("event,user,time\n");
        many += QByteArray("e,u,2026-01-02\n").repeated(500'000);
        try {
            importFiles(m_fixture.store(), ImportFixture::request(project, {m_fixture.file("many.csv", many)}), watch);
            QFAIL("it ended well");
        } catch (const DatasetError &error) {
            QCOMPARE(error.kind(), DatasetError::Kind::Cancelled);
        }
        QCOMPARE(m_fixture.store().project(project)->eventCount, std::uint64_t(1));
        QCOMPARE(m_fixture.scalar("SELECT count() FROM insights.`" + project + "`"), "1");
    }

private:
    ImportFixture m_fixture;
};

QTEST_GUILESS_MAIN(ImportFailuresTest)
#include "import_failures_test.moc"
