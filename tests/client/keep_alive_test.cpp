// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/keep_alive.h"
#include "tests/support/fake_insights_client.h"

#include <QTest>

using namespace std::chrono_literals;

class KeepAliveTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itAsksAgainAndAgainWhateverTheAnswer()
    {
        FakeInsightsClient client;
        const KeepAlive keepAlive(client, 5ms);

        QVERIFY(QTest::qWaitFor([&] { return client.projectLists.size() == 1; }));
        client.projectLists.last().fail(Failure::Kind::Unreachable);

        QVERIFY(QTest::qWaitFor([&] { return client.projectLists.size() >= 3; }));
    }

    void itStopsAtItsEnd()
    {
        FakeInsightsClient client;
        {
            const KeepAlive keepAlive(client, 5ms);
            QVERIFY(QTest::qWaitFor([&] { return client.projectLists.size() == 1; }));
        }
        const std::size_t asked = client.projectLists.size();

        QTest::qWait(30);

        QCOMPARE(client.projectLists.size(), asked);
        QVERIFY(!client.projectLists.last().isOpen());
    }
};

QTEST_GUILESS_MAIN(KeepAliveTest)
#include "keep_alive_test.moc"
