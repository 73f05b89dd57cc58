// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/connections.h"

#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using Encryption = ServerConnection::Encryption;

Q_DECLARE_METATYPE(ServerConnection)

namespace {

ServerConnection at(const QString &address, Encryption encryption = Encryption::SystemAuthorities)
{
    ServerConnection connection;
    connection.address = address;
    connection.encryption = encryption;
    return connection;
}

} // namespace

class ConnectionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("insights-explorer-connections-test"));
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void whatIsKeptIsThereNextTime()
    {
        ServerConnection team = at(QStringLiteral("insights.example.org:443"), Encryption::OwnAuthority);
        team.name = QStringLiteral("Team, \"big\"; ü");
        team.authorityFile = QStringLiteral("/etc/ca.pem");
        team.keyPlace = ServerConnection::KeyPlace::File;
        team.project = QStringLiteral("shop");
        {
            Connections connections;
            team.id = connections.keep(team);
            connections.keep(at(QStringLiteral("127.0.0.1:8443"), Encryption::None));
            connections.setCurrent(team.id);
        }
        const Connections again;

        QCOMPARE(again.all().size(), 2);
        QVERIFY(*again.find(team.id) == team);
        QCOMPARE(again.current(), team.id);
        QCOMPARE(again.all().front().address, QStringLiteral("127.0.0.1:8443")); // by name
    }

    void keepingOneAgainChangesIt()
    {
        Connections connections;
        const QSignalSpy changed(&connections, &Connections::changed);
        const QString id = connections.keep(at(QStringLiteral("a:1")));
        ServerConnection other = *connections.find(id);
        other.address = QStringLiteral("b:2");

        QCOMPARE(connections.keep(other), id);

        QCOMPARE(connections.all().size(), 1);
        QCOMPARE(connections.all().front().address, QStringLiteral("b:2"));
        QCOMPARE(changed.size(), 2);
    }

    void whereTheCurrentOneIsRemovedTheLocalServiceIsNext()
    {
        Connections connections;
        const QString id = connections.keep(at(QStringLiteral("a:1")));
        connections.setCurrent(id);
        connections.remove(id);

        QCOMPARE(connections.current(), QString());
        QCOMPARE(Connections().current(), QString());
        QVERIFY(Connections().all().empty());
    }

    void theSettingsHoldNoKey()
    {
        Connections connections;
        connections.keep(at(QStringLiteral("a:1")));
        const Endpoint endpoint = endpointOf(connections.all().front(), QStringLiteral("ik_secret"));

        QCOMPARE(endpoint.apiKey, "ik_secret");
        for (const QString &name : QSettings().allKeys())
            QVERIFY(!QSettings().value(name).toString().contains(QStringLiteral("ik_secret")));
    }

    void whatCannotBeTriedIsToldByItsField_data()
    {
        QTest::addColumn<ServerConnection>("connection");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const ServerConnection &connection, const char *field) {
            QTest::newRow(name) << connection << QString::fromLatin1(field);
        };
        row("encrypted", at("insights.example.org:443"), "");
        row("IPv6", at("[2001:db8::1]:443"), "");
        row("plain text here", at("127.0.0.1:8443", Encryption::None), "");
        row("plain text on IPv6 here", at("[::1]:8443", Encryption::None), "");
        row("socket", at("unix:/run/insightsd/s", Encryption::None), "");
        row("nothing", at(""), "address");
        row("no port", at("insights.example.org"), "address");
        row("a scheme", at("https://insights.example.org"), "address");
        row("a scheme and a port", at("https://insights.example.org:443"), "address");
        row("too high a port", at("insights.example.org:70000"), "address");
        row("plain text elsewhere", at("insights.example.org:80", Encryption::None), "encryption");
        row("a name that begins like this machine", at("127.example.org:80", Encryption::None), "encryption");
        row("no authority", at("insights.example.org:443", Encryption::OwnAuthority), "authorityFile");
        ServerConnection half = at("insights.example.org:443");
        half.certificateFile = QStringLiteral("/c.pem");
        row("a certificate without its key", half, "keyFile");
    }

    void whatCannotBeTriedIsToldByItsField()
    {
        QFETCH(const ServerConnection, connection);
        QFETCH(const QString, field);

        const std::optional<ConnectionFault> fault = faultOf(connection);

        QCOMPARE(fault ? fault->field : QString(), field);
        QVERIFY(!fault || !fault->sentence.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ConnectionsTest)
#include "connections_test.moc"
