// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int deadlineMs = 60'000;

struct Ended
{
    int exitCode = -1;
    QString out;
    QStringList err; // lines
};

QString answer(const char *name)
{
    return QStringLiteral(TEST_DATA "/answers/") + QLatin1String(name);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no room for a test file");
}

} // namespace

// The command line where the answers are in the files already. Nothing may be asked or started: the data directory that
// every call names is a place where none can be made.
class RenderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answerFilesAreAnsweredInEveryFormat()
    {
        const Ended csv = run({"query", answer("table.insight"), "--format", "csv"});
        QCOMPARE(csv.err, QStringList());
        QCOMPARE(csv.exitCode, 0);
        QVERIFY2(csv.out.startsWith("breakdown,value\n/pricing,48216\n"), qPrintable(csv.out));
        QVERIFY(run({"query", answer("table.insight"), "--format", "table"}).out.contains("/pricing"));
        const Ended json = run({"query", answer("line.insight")});
        const QJsonArray series = QJsonDocument::fromJson(json.out.toUtf8())["series"].toArray();
        QCOMPARE(series.size(), 3 * 31 - 2); // its two gaps are no points
    }

    void manyFilesAreDrawnIntoAFolder_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("begins");
        QTest::addRow("png") << "png" << QByteArray("\x89PNG");
        QTest::addRow("svg") << "svg" << QByteArray("<?xml");
        QTest::addRow("pdf") << "pdf" << QByteArray("%PDF-");
    }

    void manyFilesAreDrawnIntoAFolder()
    {
        QFETCH(const QString, format);
        QFETCH(const QByteArray, begins);
        const QString folder = path("many-") + format;
        const QStringList names{"area", "bars", "funnel", "line", "number", "retention", "table"};
        QStringList arguments{"render", "--out", folder, "--format", format, answer("shop.board.json")};
        for (const QString &name : names)
            arguments << answer(qPrintable(name + ".insight"));
        const Ended ended = run(arguments);
        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(ended.err.size(), 8);
        QVERIFY2(ended.err.last().startsWith("8 of 8: "), qPrintable(ended.err.last()));
        for (const QString &name : names + QStringList{"shop"})
            QVERIFY2(contents(folder + "/" + name + "." + format).startsWith(begins), qPrintable(name));
    }

    void whatStandsBesideAnAnswerIsDrawn_data()
    {
        QTest::addColumn<QByteArray>("visualization");
        QTest::addColumn<QByteArray>("response");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArrayList>("words");
        const QByteArray course = R"({"columns": {"timestamps": ["1777608000000", "1777694400000"],
            "series": [{"event": "page_view", "values": [1, 2]}]}})";
        QTest::addRow("the change of a number and its course")
            << QByteArray("KPI") << QByteArray(R"({"rows": [{"value": 1500}]})")
            << QByteArray(R"({"rows": [{"value": 1000}]})")
            << QByteArrayList{"1,500", "50.0", "vs 31 Mar", "Fri 1 May", "Sat 2 May"};
        QTest::addRow("a line of the time before")
            << QByteArray("LINE") << course << course << QByteArrayList{"vs 31 Mar"};
        QTest::addRow("the changes of a table")
            << QByteArray("TABLE") << QByteArray(R"({"rows": [{"value": 1500}]})")
            << QByteArray(R"({"rows": [{"value": 1000}]})") << QByteArrayList{"+50.0", "vs 31 Mar"};
    }

    void whatStandsBesideAnAnswerIsDrawn()
    {
        QFETCH(const QByteArray, visualization);
        QFETCH(const QByteArray, response);
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArrayList, words);
        const auto query = [](const QByteArray &kind, const QByteArray &start, const QByteArray &end) {
            QByteArray text = R"({"events": [{"name": "page_view"}], "visualization": "VISUALIZATION_KIND",
                "granularity": "GRANULARITY_STEP", "timeRange": {"start": "START", "end": "END"}})";
            return text.replace("KIND", kind)
                .replace("STEP", kind == "LINE" ? "DAY" : "UNSPECIFIED")
                .replace("START", start)
                .replace("END", end);
        };
        const QByteArray course = R"({"columns": {"timestamps": ["1777608000000", "1777694400000"],
            "series": [{"event": "page_view", "values": [1, 2]}]}})";
        QByteArray answer = R"({"question": {"query": ASKED}, "response": ANSWER, "beside": [
            {"role": "ROLE_COMPARISON", "query": EARLIER, "response": BEFORE},
            {"role": "ROLE_SPARKLINE", "query": OVER_TIME, "response": COURSE}]})";
        answer.replace("ASKED", query(visualization, "2026-05-01", "2026-06-01"))
            .replace("EARLIER", query(visualization, "2026-03-31", "2026-05-01"))
            .replace("OVER_TIME", query("LINE", "2026-05-01", "2026-06-01"))
            .replace("ANSWER", response)
            .replace("BEFORE", before)
            .replace("COURSE", course);
        write(path("beside.insight"), answer);
        QByteArray board = R"({"name": "Board", "tiles": [{"columns": 6, "rows": 6, "answer": ANSWER}]})";
        write(path("beside.board.json"), board.replace("ANSWER", answer));
        for (const char *name : {"beside.insight", "beside.board.json"}) {
            const Ended ended = run({"render", path(name), "--out", path("beside.svg")});
            QVERIFY2(ended.exitCode == 0, qPrintable(ended.err.join('\n')));
            for (const QByteArray &word : words)
                QVERIFY2(contents(path("beside.svg")).contains(word), word.constData());
        }
    }

    void aPictureIsPngUnlessSaidOtherwise()
    {
        const Ended ended = run({"render", answer("line.insight"), "--out", path("charts/"), "--size", "800x500"});
        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(QImage(path("charts/line.png")).size(), QSize(800, 500));
    }

    void aBoardIsOnePageAsHighAsItsRowsOrAsAsked()
    {
        QCOMPARE(run({"render", answer("shop.board.json"), "--out", path("shop.png")}).exitCode, 0);
        const QSize size = QImage(path("shop.png")).size();
        QCOMPARE(size.width(), 1280);
        QVERIFY2(size.height() > 600 && size.height() < 900, qPrintable(QString::number(size.height())));
        QCOMPARE(run({"render", answer("shop.board.json"), "--out", path("small.png"), "--size", "900x500"}).exitCode,
                 0);
        QCOMPARE(QImage(path("small.png")).size(), QSize(900, 500));
        QCOMPARE(run({"render", answer("shop.board.json"), "--out", path("shop.svg")}).exitCode, 0);
        for (const char *words : {"Shop overview", "Signup to purchase", "158,094", "Answered 31 May 2026 12:30 UTC"})
            QVERIFY2(contents(path("shop.svg")).contains(words), words);
    }

    void whatFailedIsListedAtTheEndAndTheRestIsDrawn()
    {
        const QByteArray good = contents(answer("line.insight"));
        write(path("bad.insight"), QByteArray(good).replace("\"columns\"", "\"colums\""));
        write(path("short.insight"), good.left(good.size() / 2));
        const Ended ended = run(
            {"render", path("bad.insight"), answer("line.insight"), path("short.insight"), "--out", path("some")});
        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(ended.err.size(), 4);
        QVERIFY2(ended.err[0].endsWith("some/line.png"), qPrintable(ended.err[0]));
        QCOMPARE(ended.err[1], QStringLiteral("2 of 3 failed:"));
        QVERIFY2(ended.err[2].startsWith(path("bad.insight:"))
                     && ended.err[2].contains("response.colums: no such field; did you mean \"columns\"?"),
                 qPrintable(ended.err[2]));
        QVERIFY2(ended.err[3].startsWith(path("short.insight:")), qPrintable(ended.err[3]));
        QCOMPARE(QDir(path("some")).entryList(QDir::Files), QStringList{"line.png"});
    }

    void badUsageIsExitCode2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        write(path("line.json"), "{}");
        QTest::addRow("one name for two")
            << QStringList{"render", answer("line.insight"), path("line.json"), "--out", path("x")} << "line.png";
        QTest::addRow("a format beside another ending")
            << QStringList{"render", answer("line.insight"), "--out", path("x.png"), "--format", "pdf"} << "--format";
        QTest::addRow("an unknown format")
            << QStringList{"render", answer("line.insight"), "--out", path("x/"), "--format", "gif"} << "--format";
        QTest::addRow("a board as one answer") << QStringList{"query", answer("shop.board.json")} << "render";
        QTest::addRow("no such file") << QStringList{"render", path("none.insight"), "--out", path("x.png")}
                                      << "none.insight";
        QTest::addRow("no such folder") << QStringList{"render", answer("line.insight"), "--out", "/proc/x/y.png"}
                                        << "/proc/x";
    }

    void badUsageIsExitCode2()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, named);
        const Ended ended = run(arguments);
        QVERIFY2(ended.err.join('\n').contains(named), qPrintable(ended.err.join('\n')));
        QCOMPARE(ended.exitCode, 2);
    }

    void aPictureTooLargeToBeMadeIsNotMade()
    {
        const Ended ended = run(
            {"render", answer("line.insight"), "--out", path("large.png"), "--size", "10000x10000", "--scale", "2"});
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.err.join('\n').contains("--scale"), qPrintable(ended.err.join('\n')));
        QVERIFY(!QFile::exists(path("large.png")));
    }

private:
    Ended run(const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_RUNTIME_DIR", m_folder.path());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PROGRAMS "/insights-explorer"),
                      arguments + QStringList{"--data", "/proc/no/data/here"});
        if (!process.waitForFinished(deadlineMs))
            qWarning("it did not end");
        const QString err = QString::fromUtf8(process.readAllStandardError());
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()), err.split(u'\n', Qt::SkipEmptyParts)};
    }

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(RenderTest)
#include "render_test.moc"
