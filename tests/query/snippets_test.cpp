// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/snippets.h"

#include "query/spec_json.h"
#include "tests/support/questions.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QByteArray secret = "the-secret-itself";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no room for a test file");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QByteArray between(const QByteArray &text, const QByteArray &before, const QByteArray &after)
{
    const qsizetype from = text.indexOf(before);
    const qsizetype to = text.indexOf(after, from + before.size());
    return from < 0 || to < 0 ? QByteArray("(not there)") : text.mid(from + before.size(), to - from - before.size());
}

QByteArray textOf(SnippetKind kind, const std::string &name, const SnippetPlace &place)
{
    return QByteArray::fromStdString(snippet(kind, trendOf(name), place));
}

QByteArray jsonOf(const std::string &name)
{
    return QByteArray::fromStdString(specJson(trendOf(name))).trimmed();
}

void addNames()
{
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *title, const QByteArray &name) { QTest::newRow(title) << name; };
    row("plain", "page_view");
    row("quotes", R"(it's "here" and `there`)");
    row("expansions", "$HOME ${HOME} $(touch /tmp/x) `id` %s !!");
    row("backslashes", R"(C:\new\table\u0041\)");
    row("lines", "one\nJSON\r\n\ttwo\n");
    row("the end of a raw string of C++", "a)json");
    row("ends of raw strings", ")json\" )json1\" \"\"\" '''");
    row("words of the forms", "<spec> <project> <address> <end> {spec} $0");
    row("a template", "${process.env.INSIGHTS_API_KEY} `");
    row("other scripts", "Größe 東京 😀 \u2028 \u202e");
    row("control", QByteArray("a\0b\x01\x7f", 5));
}

} // namespace

class SnippetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("INSIGHTS_API_KEY", secret);
        for (const char *program : {"grpcurl", "insights-explorer"})
            writeFile(
                path(program),
                "#!/bin/sh\nprintf '%s\\n' \"$@\" > arguments\ncat > input\nprintf %s \"$INSIGHTS_API_KEY\" > key\n");
    }

    void theShellSaysExactlyWhatIsMeant_data() { addNames(); }
    void theShellSaysExactlyWhatIsMeant()
    {
        QFETCH(QByteArray, name);
        const std::string folder = "/da ta/it's $HOME";

        runInShell(textOf(SnippetKind::CommandLine, name.toStdString(), {"unix:/x", "shop", folder}));
        QCOMPARE(contentOf(path("arguments")),
                 "query\n-\n--data\n" + QByteArray::fromStdString(folder) + "\n--project\nshop\n");
        QCOMPARE(contentOf(path("input")).trimmed(), jsonOf(name.toStdString()));

        runInShell(textOf(SnippetKind::Grpcurl, name.toStdString(), {"unix:" + folder + "/s", "it's"}));
        QCOMPARE(
            contentOf(path("arguments")),
            "-plaintext\n-unix\n-max-msg-sz\n268435456\n-emit-defaults\n-expand-headers\n-H\nauthorization: Bearer "
            "${INSIGHTS_API_KEY}\n-H\nx-project-id: it's\n-d\n@\n"
                + QByteArray::fromStdString(folder) + "/s\ninsights.v1.InsightsService/Query\n");
        QCOMPARE(contentOf(path("input")).trimmed(), jsonOf(name.toStdString()));
        QCOMPARE(contentOf(path("key")), secret);
    }

    void pythonReadsExactlyWhatIsMeant_data() { addNames(); }
    void pythonReadsExactlyWhatIsMeant()
    {
        QFETCH(QByteArray, name);
        if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty())
            QSKIP("there is no python3 here to read the snippet");
        // Everything that the snippet says in strings, without what it imports.
        writeFile(path("read.py"), R"(import ast, sys
for node in ast.walk(ast.parse(sys.stdin.buffer.read())):
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        sys.stdout.buffer.write(node.value.encode() + b"\0"))");
        QProcess python;
        python.start(QStringLiteral("python3"), {path("read.py")});
        python.write(textOf(SnippetKind::Python, name.toStdString(), {"unix:/a \"b\"\\n\n\x01", "it's"}));
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished());
        QCOMPARE(python.readAllStandardError(), QByteArray());
        const QByteArrayList said = python.readAllStandardOutput().split('\0');
        QVERIFY(said.contains(jsonOf(name.toStdString())));
        QVERIFY(said.contains(QByteArray("unix:/a \"b\"\\n\n\x01")));
        QVERIFY(said.contains(QByteArray("it's")));
    }

    void cppAndTypeScriptHoldTheSpecLetterByLetter_data() { addNames(); }
    void cppAndTypeScriptHoldTheSpecLetterByLetter()
    {
        QFETCH(QByteArray, name);
        const SnippetPlace place{"127.0.0.1:8443", "shop"};
        const QByteArray cpp = textOf(SnippetKind::Cpp, name.toStdString(), place);
        const QByteArray end = between(cpp, "spec = R\"", "(");
        QCOMPARE(between(cpp, "spec = R\"" + end + "(", ")" + end + "\""), jsonOf(name.toStdString()));
        QVERIFY(cpp.contains(")" + end + "\";\n\nint main()"));

        const QByteArray typeScript = textOf(SnippetKind::TypeScript, name.toStdString(), place);
        QCOMPARE(between(typeScript, "fromJson(QueryRequestSchema, ", "))\nconsole.log("), jsonOf(name.toStdString()));
    }

    void thePlaceIsSaidAsEachNeedsIt_data()
    {
        QTest::addColumn<SnippetKind>("kind");
        QTest::addColumn<SnippetPlace>("place");
        QTest::addColumn<QByteArray>("said");
        const SnippetPlace server{"127.0.0.1:8443", "shop"};
        const SnippetPlace secure{"insights.example:443", "shop", {}, true};
        const SnippetPlace socket{"unix:/run/s.sock", "shop"};
        const auto row = [](const char *title, SnippetKind kind, const SnippetPlace &place, const char *said) {
            QTest::newRow(title) << kind << place << QByteArray(said);
        };
        row("command line", SnippetKind::CommandLine, server,
            "query - --server 127.0.0.1:8443 --project shop <<'JSON'\n");
        row("command line, socket", SnippetKind::CommandLine, socket, " --server unix:/run/s.sock ");
        row("grpcurl", SnippetKind::Grpcurl, server,
            " -d @ 127.0.0.1:8443 insights.v1.InsightsService/Query <<'JSON'\n");
        row("grpcurl, TLS", SnippetKind::Grpcurl, secure, "grpcurl -max");
        row("TypeScript", SnippetKind::TypeScript, server, "baseUrl: \"http://127.0.0.1:8443\",\n  interceptors");
        row("TypeScript, TLS", SnippetKind::TypeScript, secure, "baseUrl: \"https://insights.example:443\",\n");
        row("TypeScript, socket", SnippetKind::TypeScript, socket,
            "\"http://localhost\",\n  nodeOptions: { createConnection: () => connect(\"/run/s.sock\") },\n");
        row("Python", SnippetKind::Python, server, "grpc.insecure_channel(\"127.0.0.1:8443\", options)");
        row("Python, TLS", SnippetKind::Python, secure,
            "grpc.secure_channel(\"insights.example:443\", grpc.ssl_channel_credentials(), options)");
        row("C++", SnippetKind::Cpp, socket, "(\"unix:/run/s.sock\", grpc::InsecureChannelCredentials(), arguments)");
        row("C++, TLS", SnippetKind::Cpp, secure, "(\"insights.example:443\", grpc::SslCredentials({}), arguments)");
    }
    void thePlaceIsSaidAsEachNeedsIt()
    {
        QFETCH(SnippetKind, kind);
        QFETCH(SnippetPlace, place);
        QFETCH(QByteArray, said);
        const QByteArray text = textOf(kind, "page_view", place);
        QVERIFY2(text.contains(said), text);
    }

    void theKeyIsAVariable_data()
    {
        QTest::addColumn<SnippetKind>("kind");
        QTest::newRow("grpcurl") << SnippetKind::Grpcurl;
        QTest::newRow("TypeScript") << SnippetKind::TypeScript;
        QTest::newRow("Python") << SnippetKind::Python;
        QTest::newRow("C++") << SnippetKind::Cpp;
    }
    void theKeyIsAVariable()
    {
        QFETCH(SnippetKind, kind);
        const QByteArray text = textOf(kind, "page_view", {"127.0.0.1:8443", "shop"});
        QVERIFY(text.contains("INSIGHTS_API_KEY"));
        QVERIFY(!text.contains(secret));
    }

    void theSpecIsThatOfTheDocument()
    {
        QCOMPARE(snippet(SnippetKind::Spec, trendOf("page_view"), {}), specJson(trendOf("page_view")));
    }

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    void runInShell(const QByteArray &text)
    {
        writeFile(path("snippet.sh"), text);
        QProcess shell;
        shell.setWorkingDirectory(m_folder.path());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PATH"), m_folder.path() + u':' + qEnvironmentVariable("PATH"));
        shell.setProcessEnvironment(environment);
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("snippet.sh")});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardError(), QByteArray());
        QCOMPARE(shell.exitCode(), 0);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SnippetsTest)
#include "snippets_test.moc"
