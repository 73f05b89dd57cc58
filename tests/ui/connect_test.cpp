// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "session/connections.h"
#include "session/key_store.h"
#include "ui/connect/connection_button.h"
#include "ui/connect/connection_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using Step = ProbeFinding::Step;

namespace {

// Answers at once, in the event loop, what the test has set.
class FakeProbe final : public ConnectionProbe
{
public:
    ProbeReport report;
    Endpoint asked;
    std::string project;

    PendingCallPtr probe(const Endpoint &endpoint, const std::string &of,
                         std::function<void(ProbeReport)> handler) override
    {
        asked = endpoint;
        project = of;
        QMetaObject::invokeMethod(
            &m_life, [this, handler = std::move(handler)] { handler(report); }, Qt::QueuedConnection);
        return std::make_unique<PendingCall>();
    }

private:
    QObject m_life; // no answer after the probe's end
};

// The dialog over stores of the test's own.
struct Office
{
    explicit Office(const QString &folder)
        : keys(folder)
    {
    }

    Theme theme;
    Connections connections;
    KeyStore keys;
    FakeProbe probe;
    ConnectionDialog dialog{theme, connections, keys, probe};

    template <class T>
    T *child(const char *name) const
    {
        return dialog.findChild<T *>(QLatin1String(name));
    }

    void type(const char *field, const QString &text) const
    {
        auto *edit = child<QLineEdit>(field);
        edit->clear();
        QTest::keyClicks(edit, text);
    }

    QString keyOf(const QString &id, ServerConnection::KeyPlace place)
    {
        QString found;
        keys.read(id, place, [&](const QString &key, const QString &) { found = key; });
        return found;
    }

    QStringList sentences() const
    {
        QStringList all;
        for (const auto *label : dialog.findChildren<QLabel *>(QStringLiteral("probeSentence")))
            all << label->text();
        return all;
    }
};

} // namespace

class ConnectTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_settings;
    Theme m_theme;

    QString keyFolder() const { return m_settings.filePath(QStringLiteral("keys")); }

private Q_SLOTS:
    void initTestCase()
    {
        useOwnSettings(m_settings);
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); // no keychain
    }
    void init() { QSettings().clear(); }

    void aServerThatIsTypedIsKeptAndGoneTo()
    {
        Office office(keyFolder());
        const QSignalSpy wanted(&office.dialog, &ConnectionDialog::connectionWanted);
        QVERIFY(!office.child<QPushButton>("connectConnection")->isEnabled());

        office.type("connectionAddress", QStringLiteral("insights.example.org:443"));
        office.type("connectionName", QStringLiteral("Team"));
        office.type("connectionKey", QStringLiteral("ik_secret"));
        office.child<QComboBox>("connectionKeyPlace")->setCurrentIndex(1); // for this session
        office.child<QPushButton>("connectConnection")->click();

        QCOMPARE(wanted.size(), 1);
        const ServerConnection &kept = office.connections.all().front();
        QCOMPARE(wanted.front().front().toString(), kept.id);
        QCOMPARE(kept.address, QStringLiteral("insights.example.org:443"));
        QCOMPARE(office.keyOf(kept.id, kept.keyPlace), QStringLiteral("ik_secret"));
        QVERIFY(office.child<QLineEdit>("connectionKey")->text().isEmpty()); // seen no more
    }

    void whatCannotBeTriedIsSaidWhileItIsTyped()
    {
        Office office(keyFolder());
        office.type("connectionAddress", QStringLiteral("insights.example.org:443"));
        QVERIFY(office.child<QPushButton>("testConnection")->isEnabled());

        office.child<QComboBox>("connectionEncryption")->setCurrentIndex(2);

        QVERIFY(!office.child<QPushButton>("testConnection")->isEnabled());
        QVERIFY(office.child<QLabel>("connectionFault")->text().contains(QStringLiteral("TLS")));
    }

    void aTestShowsEachStepAndOffersTheProjects()
    {
        Office office(keyFolder());
        office.probe.report.findings = {{Step::Name, true, "It is there."}, {Step::Key, true, "The key is accepted."}};
        office.probe.report.projects.resize(2);
        office.probe.report.projects[0].set_id("shop");
        office.probe.report.projects[1].set_id("blog");
        office.type("connectionAddress", QStringLiteral("insights.example.org:443"));
        office.type("connectionKey", QStringLiteral("ik_secret"));

        office.child<QPushButton>("testConnection")->click();

        QTRY_COMPARE(office.sentences(), (QStringList{"It is there.", "The key is accepted."}));
        QCOMPARE(office.probe.asked.apiKey, "ik_secret");
        QVERIFY(office.probe.asked.tls.isUsed);
        QCOMPARE(office.child<QComboBox>("connectionProject")->count(), 2);
    }

    void theKeptKeyIsTriedWhereNoneIsTyped()
    {
        Office office(keyFolder());
        ServerConnection team;
        team.address = QStringLiteral("insights.example.org:443");
        team.keyPlace = ServerConnection::KeyPlace::File;
        team.id = office.connections.keep(team);
        office.keys.keep(team.id, QStringLiteral("ik_kept"), team.keyPlace, [](const QString &) {});
        office.dialog.edit(team.id);

        office.child<QPushButton>("testConnection")->click();

        QCOMPARE(office.probe.asked.apiKey, "ik_kept");
    }

    void withoutAKeychainTheKeyCanGoToAFile()
    {
        Office office(keyFolder());
        office.dialog.show();
        office.type("connectionAddress", QStringLiteral("insights.example.org:443"));
        office.type("connectionKey", QStringLiteral("ik_secret"));
        office.child<QPushButton>("connectConnection")->click();
        auto *offer = office.child<QPushButton>("noteAction");
        QTRY_VERIFY(offer->isVisible());

        offer->click();

        QVERIFY(!offer->isVisible());
        const ServerConnection &kept = office.connections.all().front();
        QCOMPARE(int(kept.keyPlace), int(ServerConnection::KeyPlace::File));
        KeyStore next(keyFolder());
        QString found;
        next.read(kept.id, kept.keyPlace, [&](const QString &key, const QString &) { found = key; });
        QCOMPARE(found, QStringLiteral("ik_secret"));
    }

    void theButtonListsTheServersAndMarksTheOneThatIsAsked()
    {
        Connections connections;
        ServerConnection team;
        team.address = QStringLiteral("insights.example.org:443");
        team.name = QStringLiteral("R&D");
        team.id = connections.keep(team);
        ConnectionButton button(m_theme, connections);
        const QSignalSpy wanted(&button, &ConnectionButton::connectionWanted);
        button.showCurrent(team.id, team.shownName());

        Q_EMIT button.menu()->aboutToShow();
        const QList<QAction *> actions = button.menu()->actions();
        QCOMPARE(actions[1]->text(), QStringLiteral("R&&D"));
        QVERIFY(actions[1]->isChecked() && !actions[0]->isChecked());
        actions[0]->trigger();

        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().toString(), QString());
    }

    void anotherServerStartsOverWithItsOwnProjects()
    {
        Desk desk(m_theme);
        desk.addProject("shop");
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());

        desk.projects.Clear();
        desk.addProject("team");
        desk.window.startOver(QStringLiteral("id"), QStringLiteral("Team"), QString());
        QCOMPARE(desk.child<QComboBox>("project")->count(), 0);
        QVERIFY(!desk.isReady());
        desk.window.setService({ServiceStatus::State::Ready, QStringLiteral("Team"), {}});

        QTRY_COMPARE(desk.child<QComboBox>("project")->currentText(), QStringLiteral("The team"));
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.client.queries.last().project, "team");
    }

    void theProjectOfLastTimeIsOpenedPerServer()
    {
        QSettings().setValue(QStringLiteral("projects/id"), QStringLiteral("blog"));
        Desk desk(m_theme);
        desk.addProject("shop");
        desk.addProject("blog");
        desk.connectNow();
        QTRY_COMPARE(desk.child<QComboBox>("project")->currentText(), QStringLiteral("The shop"));

        desk.window.startOver(QStringLiteral("id"), QStringLiteral("Team"), QString());
        desk.window.setService({ServiceStatus::State::Ready, QStringLiteral("Team"), {}});

        QTRY_COMPARE(desk.child<QComboBox>("project")->currentText(), QStringLiteral("The blog"));
    }

    void aServerThatKnowsOnlyQuestionsIsAskedWithTypedNames()
    {
        Desk desk(m_theme);
        const auto unknown = Failure{Failure::Kind::Unimplemented, "UNIMPLEMENTED", "It knows no such call.", {}};
        desk.client.projectLists.automatic = [=](auto) { return unknown; };
        desk.client.eventLists.automatic = [=](auto) { return unknown; };
        desk.client.propertyLists.automatic = [=](const auto &) { return unknown; };
        desk.client.queries.automatic = [](const auto &spec) {
            AnswerFrames frames = Desk::answerTo(spec);
            frames.info.set_timezone("Europe/Berlin");
            return frames;
        };
        desk.window.startOver(QStringLiteral("id"), QStringLiteral("Plain"), QStringLiteral("shop"));
        desk.window.setService({ServiceStatus::State::Ready, QStringLiteral("Plain"), {}});
        QTRY_COMPARE(desk.child<QComboBox>("project")->currentText(), QStringLiteral("shop"));
        QTRY_VERIFY(desk.draft.spec().has_time_range());
        QTRY_VERIFY(desk.says(QStringLiteral("at the left")));

        insights::v1::QuerySpec spec = desk.draft.spec();
        spec.add_events()->set_name("typed_by_hand");
        desk.draft.editSpec(spec, QStringLiteral("Add event"));

        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.client.queries.last().project, "shop");
        QCOMPARE(desk.draft.place().timezone, "Europe/Berlin");
    }
};

QTEST_MAIN(ConnectTest)
#include "connect_test.moc"
