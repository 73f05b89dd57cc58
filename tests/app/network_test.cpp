// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/window_words.h"
#include "tests/support/network.h"
#include "tests/support/running_service.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

using insights::v1::GRANULARITY_DAY;
using insights::v1::GRANULARITY_HOUR;

namespace {

constexpr int deadlineMs = 30'000;

} // namespace

// The window on a real insightsd, and a network between them that fails as networks do.
class NetworkTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<RunningService> m_service;
    std::unique_ptr<Network> m_network;
    std::unique_ptr<Composition> m_composition;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    void open()
    {
        m_composition = std::make_unique<Composition>(
            Target{QString::fromStdString(m_network->address()), path("none"), {}, {}, true}, m_theme);
        m_composition->window().resize(1280, 800);
        m_composition->window().show();
        m_composition->connectNow();
    }

    void openUntilReady()
    {
        open();
        QTRY_VERIFY_WITH_TIMEOUT(isReady(*m_composition), deadlineMs);
        QCOMPARE(granularityShown(), GRANULARITY_DAY);
    }

    // A question with an answer of 4 kB.
    void askByTheHour()
    {
        insights::v1::QuerySpec spec = m_composition->draft().spec();
        spec.set_granularity(GRANULARITY_HOUR);
        m_composition->draft().editSpec(spec, QStringLiteral("Change granularity"));
    }

    insights::v1::Granularity granularityShown() const
    {
        return m_composition->controller().lastAnswer()->spec.granularity();
    }

    bool isLoading() const { return std::holds_alternative<Loading>(m_composition->controller().state()); }
    bool isAnsweredByTheHour() const { return isReady(*m_composition) && granularityShown() == GRANULARITY_HOUR; }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("insights-explorer-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, path("settings"));
        m_theme.apply(*qApp, SchemeChoice::Light);
        QFile events(path("events.ndjson"));
        QVERIFY(events.open(QIODevice::WriteOnly));
        for (int day = 1; day <= 20; ++day)
            events.write(QStringLiteral("{\"event\":\"visit\",\"user\":\"u\",\"time\":\"2026-05-%1T10:00:00Z\"}\n")
                             .arg(day, 2, 10, QLatin1Char('0'))
                             .toUtf8());
        events.close();
        const Ended imported = runInsightsd({"import", "--data", path("data"), "--project", "shop", events.fileName()});
        QVERIFY2(imported.exitCode == 0, qPrintable(imported.err));
        m_service = std::make_unique<RunningService>(path("data")); // it finds its engine in the caches
        for (const char *kept : {"XDG_DATA_HOME", "XDG_CACHE_HOME"}) // what is kept ends with the test
            qputenv(kept, path(kept).toUtf8());
    }

    void init()
    {
        QSettings().clear();
        const std::string &address = m_service->address;
        m_network
            = std::make_unique<Network>(QString::fromStdString(address.substr(address.rfind(':') + 1)).toUShort());
    }
    void cleanup()
    {
        m_composition.reset();
        m_network.reset();
    }
    void cleanupTestCase() { m_service.reset(); }

    void aNetworkThatIsCutInMidAnswerIsToldAndTheQuestionIsAskedAgainByItself_data()
    {
        QTest::addColumn<bool>("isLong");
        QTest::newRow("for a moment") << false;
        QTest::newRow("for a while") << true;
    }

    void aNetworkThatIsCutInMidAnswerIsToldAndTheQuestionIsAskedAgainByItself()
    {
        QFETCH(const bool, isLong);
        openUntilReady();
        m_network->setMood(Network::Mood::Slow);
        const qint64 before = m_network->answered();
        askByTheHour();
        QTRY_VERIFY(m_network->answered() > before + 1'000);
        QVERIFY(isLoading());

        if (isLong) {
            m_network->goAway();
            QTRY_VERIFY_WITH_TIMEOUT(says(*m_composition, QStringLiteral("cannot be reached")), deadlineMs);
            QTest::qWait(6'000); // it is sought in vain
            QVERIFY(says(*m_composition, QStringLiteral("cannot be reached")));
            QCOMPARE(granularityShown(), GRANULARITY_DAY); // nothing is lost
            m_network->setMood(Network::Mood::Good);
            QVERIFY(m_network->comeBack());
        } else {
            m_network->setMood(Network::Mood::Good);
            m_network->cut();
        }
        QTRY_VERIFY_WITH_TIMEOUT(isAnsweredByTheHour(), deadlineMs);
        QVERIFY(!says(*m_composition, QStringLiteral("cannot be reached")));
    }

    void aServerBehindASilentNetworkIsToldAndFoundByItself()
    {
        m_network->setMood(Network::Mood::Silent);
        open();
        QTRY_VERIFY_WITH_TIMEOUT(says(*m_composition, QStringLiteral("The service is not there")), deadlineMs);
        QVERIFY(says(*m_composition, QStringLiteral("no answer in the time allowed")));

        m_network->setMood(Network::Mood::Good);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(*m_composition), deadlineMs);
    }

    // The longest that anything waits: a minute.
    void aNetworkThatFallsSilentUnderAQuestionIsToldAndTheNextTryIsAnswered()
    {
        openUntilReady();
        m_network->setMood(Network::Mood::Silent);
        askByTheHour();
        QTest::qWait(5'000);
        QVERIFY(isLoading());
        QCOMPARE(granularityShown(), GRANULARITY_DAY);
        QTRY_VERIFY_WITH_TIMEOUT(std::holds_alternative<Failed>(m_composition->controller().state()), 70'000);
        QVERIFY(says(*m_composition, QStringLiteral("This is the answer of")));
        QCOMPARE(granularityShown(), GRANULARITY_DAY);

        m_network->setMood(Network::Mood::Good);
        Q_EMIT m_composition->draft().changed(); // as by another edit
        QTRY_VERIFY_WITH_TIMEOUT(isAnsweredByTheHour(), deadlineMs);
    }

    void aSlowNetworkIsWaitedForWithTheAnswerBefore()
    {
        openUntilReady();
        m_network->setMood(Network::Mood::Slow);
        QElapsedTimer time;
        time.start();
        askByTheHour();
        QTest::qWait(500);
        QVERIFY(isLoading());
        QCOMPARE(granularityShown(), GRANULARITY_DAY);
        QTRY_VERIFY_WITH_TIMEOUT(isAnsweredByTheHour(), deadlineMs);
        QVERIFY2(time.elapsed() >= 1'000, QByteArray::number(time.elapsed()));
    }
};

QTEST_MAIN(NetworkTest)
#include "network_test.moc"
