// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/window_words.h"
#include "tests/support/certificates.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

constexpr int deadlineMs = 30'000;

QByteArray run(const QString &program, const QStringList &arguments, const QStringList &environment = {})
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start(QStringLiteral(PROGRAMS "/") + program, arguments);
    const bool isDone = process.waitForFinished(60'000) && process.exitCode() == 0;
    return isDone ? process.readAllStandardOutput() : QByteArray("failed: ") + process.readAllStandardError();
}

} // namespace

// The window on a server for a team: a real insightsd with TLS and shared keys, asked as one of another machine.
class ServerTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<Certificates> m_authority;
    QByteArray m_key;
    QProcess m_server;
    QString m_address = QStringLiteral("127.0.0.1:0");
    std::unique_ptr<Composition> m_composition;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    void startServer()
    {
        const Certificates::Issued issued = m_authority->issue("server", "IP:127.0.0.1");
        m_server.start(QStringLiteral(PROGRAMS "/insightsd"),
                       {"serve", "--data", path("data"), "--listen", m_address, "--api-key-file", path("keys"),
                        "--tls-cert", QString::fromStdString(issued.certificate), "--tls-key",
                        QString::fromStdString(issued.key)});
        QVERIFY(m_server.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(m_server.canReadLine(), deadlineMs);
        const QByteArray line = m_server.readLine().trimmed();
        QVERIFY2(line.startsWith("READY "), line.constData());
        m_address = QString::fromLatin1(line.mid(6));
    }

    void stopServer(int signal)
    {
        if (m_server.state() == QProcess::NotRunning)
            return; // there is no process 0 to be killed: that is us
        ::kill(pid_t(m_server.processId()), signal);
        QVERIFY(m_server.waitForFinished(20'000));
    }

    ServerConnection connection() const
    {
        ServerConnection connection;
        connection.name = QStringLiteral("Team");
        connection.address = m_address;
        connection.encryption = ServerConnection::Encryption::OwnAuthority;
        connection.authorityFile = QString::fromStdString(m_authority->authority());
        connection.keyPlace = ServerConnection::KeyPlace::File;
        return connection;
    }

    // A window as of a program that was told of the server before.
    void open(const ServerConnection &connection, const QByteArray &key)
    {
        Connections connections;
        const QString id = connections.keep(connection);
        connections.setCurrent(id);
        KeyStore keys(QFileInfo(QSettings().fileName()).dir().filePath(QStringLiteral("keys")));
        keys.keep(id, QString::fromLatin1(key), connection.keyPlace,
                  [](const QString &error) { QCOMPARE(error, QString()); });
        m_composition = std::make_unique<Composition>(Target{{}, path("none"), {}}, m_theme);
        m_composition->window().resize(1280, 800);
        m_composition->window().show();
        m_composition->connectNow();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("insights-explorer-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, path("settings"));
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
        m_theme.apply(*qApp, SchemeChoice::Light);
        QFile events(path("events.ndjson"));
        QVERIFY(events.open(QIODevice::WriteOnly));
        for (int day = 1; day <= 20; ++day)
            for (int user = 0; user < day; ++user)
                events.write(QByteArray::fromStdString("{\"event\": \"visit\", \"user\": \"u" + std::to_string(user)
                                                       + "\", \"time\": \"2026-05-" + (day < 10 ? "0" : "")
                                                       + std::to_string(day) + "T10:00:00Z\"}\n"));
        events.close();
        for (const char *project : {"shop", "secret"}) {
            const QByteArray said
                = run("insightsd", {"import", "--data", path("data"), "--project", project, events.fileName()});
            QVERIFY2(said.startsWith("imported 210 events"), said.constData());
        }
        m_key = run("insightsd", {"key", "--file", path("keys"), "--project", "shop", "--name", "analyst"}).trimmed();
        QVERIFY2(!m_key.isEmpty() && !m_key.startsWith("failed"), m_key.constData());
        m_authority = std::make_unique<Certificates>(path("ca").toStdString());
        startServer();
    }

    void init() { QSettings().clear(); }
    void cleanup() { m_composition.reset(); }
    void cleanupTestCase() { stopServer(SIGTERM); }

    void aKeyOpensItsProjectsOverTls()
    {
        open(connection(), m_key);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(*m_composition), deadlineMs);

        const auto *project = m_composition->window().findChild<QComboBox *>(QStringLiteral("project"));
        QCOMPARE(project->count(), 1); // the other is not the key's
        QCOMPARE(project->currentData().toString(), QStringLiteral("shop"));
        const AnswerFrames &frames = *m_composition->controller().lastAnswer()->frames;
        QCOMPARE(frames.series.front().values.back(), 20.0);
        QVERIFY(!QFile::exists(path("none"))); // no local service was started
    }

    void aWrongKeyIsToldAndNothingOfItShown()
    {
        open(connection(), "ik_wrong");
        QTRY_VERIFY_WITH_TIMEOUT(says(*m_composition, QStringLiteral("The service is not there")), deadlineMs);
        QVERIFY(!says(*m_composition, QStringLiteral("ik_wrong")));
    }

    void aServerOfAnotherAuthorityIsNotBelieved()
    {
        const Certificates other(path("other").toStdString());
        ServerConnection wrong = connection();
        wrong.authorityFile = QString::fromStdString(other.authority());
        open(wrong, m_key);
        QTRY_VERIFY_WITH_TIMEOUT(says(*m_composition, QStringLiteral("no encrypted way")), deadlineMs);
    }

    void aServerThatWasKilledIsAskedAgainOnceItIsBack()
    {
        open(connection(), m_key);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(*m_composition), deadlineMs);
        const Draft draft = m_composition->draft().draft();

        stopServer(SIGKILL);
        insights::v1::QuerySpec spec = draft.spec;
        spec.set_aggregation(insights::v1::AGGREGATION_COUNT);
        m_composition->draft().editSpec(spec, QStringLiteral("Change measure"));
        QTRY_VERIFY_WITH_TIMEOUT(says(*m_composition, QStringLiteral("cannot be reached")), deadlineMs);
        QVERIFY(m_composition->controller().lastAnswer()); // nothing is lost

        startServer(); // at the same address
        Q_EMIT m_composition->window().reconnectWanted();
        QTRY_VERIFY_WITH_TIMEOUT(isReady(*m_composition), deadlineMs);
        QCOMPARE(m_composition->controller().lastAnswer()->spec.aggregation(), insights::v1::AGGREGATION_COUNT);
    }

    void theCommandLineAsksWithTheKeyOfTheEnvironment()
    {
        QFile spec(path("spec.json"));
        QVERIFY(spec.open(QIODevice::WriteOnly));
        spec.write(R"({"query": {"events": [{"name": "visit"}], "granularity": "GRANULARITY_DAY",
            "timeRange": {"start": "2026-05-20T00:00:00Z", "end": "2026-05-21T00:00:00Z"}}})");
        spec.close();
        const QStringList arguments{"query",     spec.fileName(),
                                    "--server",  m_address,
                                    "--project", "shop",
                                    "--ca",      QString::fromStdString(m_authority->authority()),
                                    "--format",  "csv"};
        const QByteArray answer
            = run("insights-explorer", arguments, {QStringLiteral("INSIGHTS_API_KEY=") + QString::fromLatin1(m_key)});
        QVERIFY2(answer.contains(",20"), answer.constData());

        const QByteArray refused = run("insights-explorer", arguments);
        QVERIFY2(refused.contains("UNAUTHENTICATED"), refused.constData());
    }
};

QTEST_MAIN(ServerTest)
#include "server_test.moc"
