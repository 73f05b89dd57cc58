// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/local_socket.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/stat.h>

namespace {

constexpr int deadlineMs = 60'000;

struct Ended
{
    int exitCode = -1;
    QString out;
    QString err;
};

Ended run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral(PROGRAMS "/") + program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(deadlineMs))
        qWarning("%s did not end", qPrintable(program));
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no room for a test file");
}

const QByteArray events
    = R"({"event":"page_view","user":"ann","time":"2026-05-01T10:00:00.000Z","properties":{"plan":"pro"}}
{"event":"page_view","user":"bob","time":"2026-05-01T11:00:00.000Z","properties":{"plan":"free"}}
{"event":"page_view","user":"ann","time":"2026-05-03T10:00:00.000Z","properties":{"plan":"pro"}}
no event at all
)";

const QByteArray spec = R"({"query": {"events": [{"name": "page_view"}],
 "timeRange": {"start": "2026-05-01T00:00:00", "end": "2026-05-04T00:00:00"},
 "granularity": "GRANULARITY_DAY", "aggregation": "AGGREGATION_COUNT", "breakdown": {"property": "plan"}}})";

} // namespace

// The real programs, started as a user starts them.
class ProgramsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        writeFile(path("events.ndjson"), events);
        writeFile(path("spec.json"), spec);
        m_imported = run("insightsd", {"import", "--data", path("data"), "--project", "acme", path("events.ndjson")});
    }

    void cleanupTestCase()
    {
        // The service that the program started outlives it by design; not the test. Its lock file names it.
        for (const QString &name : QDir(m_folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            endServiceOf(m_folder.filePath(name));
    }

    void anImportSaysWhatItDid()
    {
        QCOMPARE(m_imported.exitCode, 0);
        QCOMPARE(m_imported.out,
                 QStringLiteral("imported 3 events, 1 bad lines, project acme, "
                                "2026-05-01T10:00:00.000Z .. 2026-05-03T10:00:00.000Z\n"));
        QVERIFY2(m_imported.err.contains("events.ndjson:4: "), qPrintable(m_imported.err));
    }

    void badUsageIsExitCode2_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named"); // what the message must name
        const auto row = [](const char *name, const char *program, const QStringList &arguments, const char *named) {
            QTest::addRow("%s", name) << program << arguments << named;
        };
        row("no command", "insightsd", {}, "");
        row("unknown zone", "insightsd",
            {"import", "--data", path("x"), "--project", "p", "--timezone", "America/New_Yrok", path("events.ndjson")},
            "America/New_York");
        row("unknown column", "insightsd",
            {"import", "--data", path("x"), "--project", "p", "--map", "user=usr", path("events.ndjson")}, "user");
        row("a name without a new one", "insightsd",
            {"import", "--data", path("x"), "--project", "p", "--rename", "plan", path("events.ndjson")}, "OLD=NEW");
        row("bad project name", "insightsd", {"import", "--data", path("x"), "--project", "a b", path("events.ndjson")},
            "a b");
        row("open to others", "insightsd", {"serve", "--data", path("x"), "--listen", "0.0.0.0:0"}, "--insecure");
        row("no address", "insightsd", {"serve", "--data", path("x"), "--listen", "nonsense"}, "HOST:PORT");
        row("unknown format", "insights-explorer", {"query", path("spec.json"), "--format", "xml"}, "--format");
        row("no such file", "insights-explorer", {"query", path("none.json"), "--data", path("data")}, "none.json");
        row("not a picture", "insights-explorer",
            {"render", path("spec.json"), "--data", path("data"), "--out", path("x.doc")}, "x.doc");
        row("too small a picture", "insights-explorer",
            {"render", path("spec.json"), "--data", path("data"), "--out", path("x.png"), "--size", "5x5"}, "--size");
    }

    void badUsageIsExitCode2()
    {
        QFETCH(const QString, program);
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, named);
        const Ended ended = run(program, arguments);
        QVERIFY2(ended.err.contains(named) || ended.out.contains(named), qPrintable(ended.err + ended.out));
        QCOMPARE(ended.exitCode, 2);
    }

    void theGalleryDrawsEveryStateInBothThemesAndIsNotInTheHelp()
    {
        const Ended ended = run("insights-explorer", {"gallery", "--out", path("gallery")});
        QVERIFY2(ended.exitCode == 0, qPrintable(ended.err));
        const QStringList pictures = QDir(path("gallery")).entryList({"*.png"});
        QVERIFY2(pictures.size() >= 60, qPrintable(pictures.join(' ')));
        QCOMPARE(pictures.filter("-light.png").size(), pictures.filter("-dark.png").size());
        for (const QString &picture : pictures) {
            const QImage image(path("gallery/") + picture);
            const QRgb ground = image.pixel(0, image.height() - 1);
            bool isDrawn = false;
            for (int y = 0; y < image.height() && !isDrawn; ++y)
                for (int x = 0; x < image.width() && !isDrawn; ++x)
                    isDrawn = image.pixel(x, y) != ground;
            QVERIFY2(isDrawn, qPrintable(picture));
        }
        QVERIFY(!run("insights-explorer", {"--help"}).out.contains("gallery"));
    }

    void aQueryIsAnsweredInEveryFormat()
    {
        const QStringList arguments{"query", path("spec.json"), "--data", path("data")};
        const Ended csv = run("insights-explorer", arguments + QStringList{"--format", "csv"});
        QVERIFY2(csv.exitCode == 0, qPrintable(csv.err));
        QCOMPARE(csv.out,
                 QStringLiteral("time,pro,free\n2026-05-01T00:00:00+00:00,1,1\n"
                                "2026-05-02T00:00:00+00:00,0,0\n2026-05-03T00:00:00+00:00,1,0\n"));
        const Ended json = run("insights-explorer", arguments);
        QCOMPARE(QJsonDocument::fromJson(json.out.toUtf8()).object().value("series").toArray().size(), 6);
        const Ended table = run("insights-explorer", arguments + QStringList{"--format", "table"});
        QCOMPARE(table.out.count('\n'), 4);
    }

    void everyKindOfQuestionIsAnsweredInEveryFormat_data()
    {
        QTest::addColumn<QByteArray>("asked"); // beside the time range
        QTest::addColumn<QString>("field"); // of the JSON
        QTest::addColumn<QString>("csv");
        QTest::addRow("funnel") << QByteArray(R"("visualization": "VISUALIZATION_FUNNEL",
                                                 "events": [{"name": "page_view"}, {"name": "page_view"}])")
                                << "funnel"
                                << "step,event,count,conversion_rate,step_rate,median_seconds\n"
                                   "1,page_view,2,1,,\n2,page_view,1,0.5,0.5,172800\n";
        QTest::addRow("retention") << QByteArray(R"("visualization": "VISUALIZATION_RETENTION",
                                                    "granularity": "GRANULARITY_DAY",
                                                    "startingEvent": {"name": "page_view"})")
                                   << "retention"
                                   << "cohort,size,period 0,period 1,period 2,rate 0,rate 1,rate 2,incomplete_from\n"
                                      "2026-05-01,2,2,0,1,1,0,0.5,\n";
        QTest::addRow("table") << QByteArray(R"("visualization": "VISUALIZATION_TABLE",
                                                "events": [{"name": "page_view"}], "breakdown": {"property": "plan"})")
                               << "rows"
                               << "breakdown,value\npro,2\nfree,1\n";
        QTest::addRow("kpi") << QByteArray(R"("visualization": "VISUALIZATION_KPI",
                                              "aggregation": "AGGREGATION_UNIQUE_USERS",
                                              "events": [{"name": "page_view"}])")
                             << "rows"
                             << "value\n2\n";
    }

    void everyKindOfQuestionIsAnsweredInEveryFormat()
    {
        QFETCH(const QByteArray, asked);
        QFETCH(const QString, field);
        QFETCH(const QString, csv);
        writeFile(path("kind.json"),
                  R"({"query": {"timeRange": {"start": "2026-05-01T00:00:00Z",
                                                                 "end": "2026-05-04T00:00:00Z"}, )"
                      + asked + "}}");
        const auto answered = [&](const char *format) {
            return run("insights-explorer", {"query", path("kind.json"), "--data", path("data"), "--format", format});
        };
        const Ended inCsv = answered("csv");
        QVERIFY2(inCsv.exitCode == 0, qPrintable(inCsv.err));
        QCOMPARE(inCsv.out, csv);
        QCOMPARE(answered("table").out.count('\n'), csv.count('\n'));
        const QJsonObject json = QJsonDocument::fromJson(answered("json").out.toUtf8()).object();
        for (const char *name : {"series", "funnel", "retention", "rows"})
            QCOMPARE(!json[QLatin1String(name)].toArray().isEmpty() || !json[QLatin1String(name)].toObject().isEmpty(),
                     name == field);
    }

    void aSpecComesByStdinToo()
    {
        const Ended ended = run("insights-explorer", {"query", "-", "--data", path("data"), "--format", "csv"}, spec);
        QVERIFY2(ended.exitCode == 0, qPrintable(ended.err));
        QVERIFY(ended.out.startsWith("time,pro,free"));
    }

    void aRefusedQueryIsExitCode1AndNamesTheField()
    {
        const Ended ended = run("insights-explorer", {"query", "-", "--data", path("data")}, R"({"query": {}})");
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.err.contains("-:1:2: query.timeRange: ") && ended.err.contains("-:1:2: query.events: "),
                 qPrintable(ended.err));
    }

    void mistakesInASpecAreToldWithTheirPlace()
    {
        const Ended ended = run("insights-explorer", {"query", "-", "--data", path("data")},
                                "{\"query\": {\n  \"evnts\": [],\n  \"granularity\": \"DAY\"}}");
        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(ended.err,
                 "-:2:3: query.evnts: no such field; did you mean \"events\"?\n"
                 "-:3:18: query.granularity: is not known; did you mean \"GRANULARITY_DAY\"?\n");
    }

    void anUnknownProjectIsExitCode1()
    {
        const Ended ended
            = run("insights-explorer", {"query", path("spec.json"), "--data", path("data"), "--project", "nobody"});
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.err.contains("nobody"), qPrintable(ended.err));
    }

    void picturesAreDrawnWithoutADisplay()
    {
        writeFile(path("other.json"), QByteArray(spec).replace("plan", "nothing"));
        const Ended ended = run("insights-explorer",
                                {"render", path("spec.json"), path("other.json"), "--data", path("data"), "--out",
                                 path("charts/"), "--size", "800x500", "--scale", "2", "--theme", "dark"});
        QVERIFY2(ended.exitCode == 0, qPrintable(ended.err));
        for (const char *name : {"charts/spec.png", "charts/other.png"}) {
            const QImage image(path(name));
            QCOMPARE(image.size(), QSize(1600, 1000));
            QVERIFY(image.pixelColor(5, 5).lightness() < 60);
        }
    }

    void aBoardAsksForWhatItsTilesLack()
    {
        QFile answer(QStringLiteral(TEST_DATA "/answers/number.insight"));
        QVERIFY(answer.open(QIODevice::ReadOnly));
        const QByteArray question = R"("question": )" + spec; // {"query": {...}}
        const QByteArray broken = QByteArray(question).replace("GRANULARITY_DAY", "GRANULARITY_UNSPECIFIED");
        const auto board = [&](const QByteArray &asked) {
            return R"({"name": "Mixed", "tiles": [{"columns": 6, "rows": 4, )" + asked
                + R"(}, {"column": 6, "columns": 6, "rows": 4, "answer": )" + answer.readAll() + "}]}";
        };
        writeFile(path("mixed.board.json"), board(question));
        const QStringList arguments{"render", path("mixed.board.json"), "--data", path("data"), "--out"};
        const Ended ended = run("insights-explorer", arguments + QStringList{path("mixed.svg")});
        QVERIFY2(ended.exitCode == 0, qPrintable(ended.err));
        QFile drawn(path("mixed.svg"));
        QVERIFY(drawn.open(QIODevice::ReadOnly));
        const QByteArray svg = drawn.readAll();
        QVERIFY(svg.contains("Events of page_view by plan, daily") && svg.contains("158,094"));

        answer.seek(0);
        writeFile(path("mixed.board.json"), board(broken));
        const Ended refused = run("insights-explorer", arguments + QStringList{path("refused.svg")});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("mixed.board.json:3:17: tiles[0].question.query.granularity: "),
                 qPrintable(refused.err));
    }

    void aBoardIsAskedUnderItsPresetAndHeldAgainstTheTimeBefore()
    {
        const QByteArray tile = R"({"columns": 6, "rows": 6, "question": {"automaticGranularity": true, "query":
            {"events": [{"name": "page_view"}], "visualization": "VISUALIZATION_KPI"}}})";
        const QByteArray board
            = R"({"name": "Now", "timePreset": "last7Days", "compare": "previousPeriod", "tiles": []})";
        QByteArray beside = tile;
        beside.replace("{\"columns\"", "{\"column\": 6, \"columns\"").replace("KPI", "LINE");
        writeFile(path("preset.board.json"), QByteArray(board).replace("[]", '[' + tile + ',' + beside + ']'));
        const Ended ended
            = run("insights-explorer",
                  {"render", path("preset.board.json"), "--data", path("data"), "--out", path("preset.svg")});
        QVERIFY2(ended.exitCode == 0, qPrintable(ended.err));
        QFile drawn(path("preset.svg"));
        QVERIFY(drawn.open(QIODevice::ReadOnly));
        const QByteArray svg = drawn.readAll();
        QVERIFY(svg.contains(QByteArray::number(QDate::currentDate().year())) && svg.contains("vs "));
    }

    void vectorFilesHoldLinesAndText_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begins");
        QTest::addRow("svg") << "chart.svg" << QByteArray("<?xml");
        QTest::addRow("pdf") << "chart.pdf" << QByteArray("%PDF-");
    }

    void vectorFilesHoldLinesAndText()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, begins);
        const QString out = m_folder.filePath(name);
        const Ended ended
            = run("insights-explorer", {"render", path("spec.json"), "--data", path("data"), "--out", out});
        QVERIFY2(ended.exitCode == 0, qPrintable(ended.err));
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith(begins));
        if (name.endsWith("svg")) {
            QVERIFY(bytes.contains("page_view by plan"));
            QVERIFY(bytes.contains("<text"));
            QVERIFY(!bytes.contains("<image"));
        }
    }

    void anImportGoesThroughTheLivingService()
    {
        writeFile(path("more.ndjson"), "{\"event\":\"page_view\",\"user\":\"cy\",\"time\":\"2026-05-02T10:00:00Z\"}\n");
        QVERIFY(run("insights-explorer", {"query", path("spec.json"), "--data", path("data")}).exitCode
                == 0); // it lives
        const Ended ended
            = run("insightsd", {"import", "--data", path("data"), "--project", "acme", path("more.ndjson")});
        QVERIFY2(ended.exitCode == 0, qPrintable(ended.err));
        const Ended query
            = run("insights-explorer", {"query", path("spec.json"), "--data", path("data"), "--format", "csv"});
        QVERIFY2(query.out.contains("(none)"), qPrintable(query.out));
    }

    void theSameFileIsRefusedUntilReplaced()
    {
        const QStringList arguments{"import", "--data", path("data"), "--project", "acme", path("events.ndjson")};
        const Ended refused = run("insightsd", arguments);
        QVERIFY(refused.exitCode != 0);
        QVERIFY2(refused.err.contains("--replace"), qPrintable(refused.err));
        const Ended replaced = run("insightsd", arguments + QStringList{"--replace"});
        QVERIFY2(replaced.out.startsWith("imported 3 events"), qPrintable(replaced.err));
    }

    void theServiceEndsWithItsStdinAndOnSigterm_data()
    {
        QTest::addColumn<bool>("bySignal");
        QTest::addRow("stdin") << false;
        QTest::addRow("SIGTERM") << true;
    }

    void theServiceEndsWithItsStdinAndOnSigterm()
    {
        QFETCH(const bool, bySignal);
        QProcess service;
        service.start(QStringLiteral(PROGRAMS "/insightsd"),
                      {"serve", "--data", path("other"), "--listen", "127.0.0.1:0", "--exit-with-stdin"});
        QVERIFY(service.waitForReadyRead(deadlineMs));
        const QString ready = QString::fromUtf8(service.readLine());
        QVERIFY2(ready.startsWith("READY 127.0.0.1:") && !ready.trimmed().endsWith(":0"), qPrintable(ready));
        bySignal ? service.terminate() : service.closeWriteChannel();
        QVERIFY(service.waitForFinished(deadlineMs));
        QCOMPARE(service.exitStatus(), QProcess::NormalExit);
        QCOMPARE(service.exitCode(), 0);
    }

    void anImportFindsTheServiceThatListensElsewhere()
    {
        QProcess service;
        service.start(QStringLiteral(PROGRAMS "/insightsd"),
                      {"serve", "--data", path("third"), "--listen", "127.0.0.1:0", "--exit-with-stdin"});
        QVERIFY(service.waitForReadyRead(deadlineMs));
        const QString address = QString::fromUtf8(service.readLine()).section(u' ', 1).trimmed();
        const Ended imported
            = run("insightsd", {"import", "--data", path("third"), "--project", "acme", path("events.ndjson")});
        QVERIFY2(imported.exitCode == 0, qPrintable(imported.err));
        const Ended answered = run("insights-explorer", {"query", path("spec.json"), "--server", address});
        QVERIFY2(answered.exitCode == 0, qPrintable(answered.err));
        service.closeWriteChannel();
        QVERIFY(service.waitForFinished(deadlineMs));
    }

    void theStoreIsPrivate()
    {
        struct stat status = {};
        QCOMPARE(stat(qPrintable(path("data")), &status), 0);
        QCOMPARE(int(status.st_mode & 0777), 0700);
    }

private:
    static void endServiceOf(const QString &data)
    {
        QFile lock(QString::fromStdString(lockPath(data.toStdString())));
        const int process = lock.open(QIODevice::ReadOnly) ? lock.readAll().trimmed().toInt() : 0;
        QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(process));
        if (process > 0 && commandLine.open(QIODevice::ReadOnly) && commandLine.readAll().contains(data.toUtf8()))
            kill(process, SIGTERM);
    }

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
    Ended m_imported;
};

QTEST_GUILESS_MAIN(ProgramsTest)
#include "programs_test.moc"
