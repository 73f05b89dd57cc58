// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/plan/funnel_chain.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <limits>
#include <optional>
#include <random>

namespace {

constexpr std::int64_t noWindow = std::numeric_limits<std::int64_t>::max();
using User = std::vector<StepEvent>;

// Some tenths of a second are usual; anything but linear would take minutes.
#ifdef __SANITIZE_ADDRESS__
constexpr int inNoTimeMs = 60'000;
#else
constexpr int inNoTimeMs = 5'000;
#endif

// "0:A 5:AB 5:C": the instant, and a letter for each step the event can be.
User userOf(const QString &text)
{
    User events;
    for (const QString &event : text.split(u' ', Qt::SkipEmptyParts)) {
        StepEvent &added = events.emplace_back();
        added.time = event.section(u':', 0, 0).toLongLong();
        for (const QChar step : event.section(u':', 1))
            added.steps |= 1u << (step.unicode() - u'A');
    }
    return events;
}

QString textOf(const std::vector<std::int64_t> &times)
{
    QStringList texts;
    for (const std::int64_t time : times)
        texts << QString::number(time);
    return texts.join(u' ');
}

// Every chain there is: which events for which steps.
class EveryChain
{
public:
    EveryChain(const User &events, int steps, std::int64_t window)
        : m_events(events)
        , m_steps(steps)
        , m_window(window)
        , m_used(events.size(), false)
    {
        extend();
    }

    int reached = 0;
    std::int64_t firstEnd = 0; // of those that reach so far
    std::int64_t latestStartOfFirstEnd = 0;
    std::int64_t latestStart = 0;

private:
    void extend()
    {
        note();
        const auto step = static_cast<int>(m_times.size());
        if (step == m_steps)
            return;
        for (std::size_t i = 0; i < m_events.size(); ++i) {
            const StepEvent &event = m_events[i];
            if (m_used[i] || (event.steps >> step & 1) == 0
                || (step > 0 && (event.time < m_times.back() || event.time - m_times.front() > m_window)))
                continue;
            m_used[i] = true;
            m_times.push_back(event.time);
            extend();
            m_times.pop_back();
            m_used[i] = false;
        }
    }

    void note()
    {
        const auto steps = static_cast<int>(m_times.size());
        if (steps == 0 || steps < reached)
            return;
        const std::int64_t start = m_times.front();
        const std::int64_t end = m_times.back();
        if (steps > reached || end < firstEnd) {
            latestStart = steps > reached ? start : std::max(latestStart, start);
            firstEnd = end;
            latestStartOfFirstEnd = start;
            reached = steps;
            return;
        }
        latestStart = std::max(latestStart, start);
        if (end == firstEnd)
            latestStartOfFirstEnd = std::max(latestStartOfFirstEnd, start);
    }

    const User &m_events;
    const int m_steps;
    const std::int64_t m_window;
    std::vector<bool> m_used;
    std::vector<std::int64_t> m_times;
};

User randomUser(std::mt19937_64 &random, int steps)
{
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    const int instants = 1 + upTo(9);
    User events(1 + upTo(6));
    for (StepEvent &event : events) {
        event.time = upTo(instants);
        event.steps = static_cast<std::uint32_t>(1 + upTo((1 << steps) - 2));
    }
    std::sort(events.begin(), events.end(), [](const auto &a, const auto &b) { return a.time < b.time; });
    return events;
}

QByteArray written(const User &events, int steps, std::int64_t window)
{
    QStringList texts;
    for (const StepEvent &event : events)
        texts << QStringLiteral("%1:%2").arg(event.time).arg(event.steps, 0, 2);
    return QStringLiteral("%1 steps, window %2: %3").arg(steps).arg(window).arg(texts.join(u' ')).toUtf8();
}

} // namespace

class FunnelChainTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theBestChainCounts_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<qint64>("window");
        QTest::addColumn<QString>("events");
        QTest::addColumn<QString>("times"); // of the steps reached
        const auto row = [](const char *name, int steps, qint64 window, const char *events, const char *times) {
            QTest::addRow("%s", name) << steps << window << events << times;
        };
        row("nothing", 3, 10, "", "");
        row("no first step", 3, 10, "1:B 2:C", "");
        row("all steps", 3, 10, "1:A 2:B 3:C", "1 2 3");
        row("out of order", 3, 10, "1:C 2:B 3:A", "3");
        row("a step left out", 3, 10, "1:A 2:C", "1");
        row("one event is one step", 3, 10, "1:ABC", "1");
        row("A, A, A of two events", 3, 10, "1:ABC 2:ABC", "1 2");
        row("A, A, A of three", 3, 10, "1:ABC 2:ABC 3:ABC", "1 2 3");
        row("A, A, A of three at one instant", 3, 10, "1:ABC 1:ABC 1:ABC", "1 1 1");
        row("A, A, A at one instant falls short", 3, 10, "1:ABC 1:ABC", "1 1");
        row("A, B, A", 3, 10, "1:AC 2:B 3:AC", "1 2 3");
        row("A, B, A without a second A", 3, 10, "1:AC 2:B", "1 2");
        row("A, B, A at one instant", 3, 10, "1:B 1:AC 1:AC", "1 1 1");
        row("A, B, A with one A at one instant", 3, 10, "1:B 1:AC", "1 1");
        row("a wide event leaves the narrow one its step", 2, 10, "1:AB 1:A", "1 1");
        row("and the other way round", 2, 10, "1:A 1:AB", "1 1");
        row("two of A or C and one B at one instant", 3, 10, "1:AC 1:AC 1:B", "1 1 1");
        row("a tie that only one assignment solves", 4, 10, "1:ABCD 1:ABC 1:AB 1:A", "1 1 1 1");
        row("a tie that nothing solves", 4, 10, "1:AB 1:AB 1:AB 1:AB", "1 1");
        row("a tie after earlier steps", 4, 10, "1:A 5:D 5:C 5:B", "1 5 5 5");
        row("steps of before are not taken from the tie", 3, 10, "1:A 5:A 5:B 6:C", "5 5 6");
        row("the last millisecond of the window", 2, 1000, "0:A 1000:B", "0 1000");
        row("one past it", 2, 1000, "0:A 1001:B", "0");
        row("the window runs from step 1, not from step 2", 3, 1000, "0:A 600:B 1001:C", "0 600");
        row("a window of nothing", 2, 0, "0:A 0:B", "0 0");
        row("no window", 2, noWindow, "-9000000000000:A 9000000000000:B", "-9000000000000 9000000000000");
        row("a later start opens the window again", 2, 1000, "0:A 1500:A 2000:B", "1500 2000");
        row("a later start opens it for later steps too", 3, 1000, "0:A 900:B 950:A 1000:B 1900:C", "950 1000 1900");
        row("a later start does not take away the earlier chain", 3, 1000, "0:A 500:B 900:A 1000:C", "0 500 1000");
        row("a repeated first step as the second", 3, 1000, "0:AB 900:AB 1800:C", "0 900");
        row("the first chain of the best", 2, 1000, "0:A 10:B 5000:A 5001:B", "0 10");
        row("of chains that end together the one that began last", 2, 1000, "0:A 10:A 50:B", "10 50");
        row("a longer chain after a shorter one", 3, 1000, "0:A 10:B 5000:A 5001:B 5002:C", "5000 5001 5002");
    }

    void theBestChainCounts()
    {
        QFETCH(const int, steps);
        QFETCH(const qint64, window);
        QFETCH(const QString, events);
        QFETCH(const QString, times);
        FunnelChain chain(steps, window);
        chain.walk(userOf(events));
        QCOMPARE(textOf(chain.times()), times);
        QCOMPARE(chain.reached(), int(times.split(u' ', Qt::SkipEmptyParts).size()));
    }

    void theLatestStartIsOfTheLatestChainThatCameSoFar()
    {
        FunnelChain chain(3, 1000);
        chain.walk(userOf(QStringLiteral("0:A 10:B 5000:A 5001:B 9000:A")));
        QCOMPARE(textOf(chain.times()), QStringLiteral("0 10"));
        QCOMPARE(chain.latestStart(), std::int64_t(5000));
    }

    void aUserIsForgottenBeforeTheNext()
    {
        FunnelChain chain(2, 1000);
        chain.walk(userOf(QStringLiteral("0:A 1:B")));
        chain.walk(userOf(QStringLiteral("2:B")));
        QCOMPARE(chain.reached(), 0);
        QVERIFY(chain.times().empty());
        chain.walk(userOf(QStringLiteral("5:A")));
        QCOMPARE(chain.latestStart(), std::int64_t(5));
    }

    void twentyStepsAreWalked()
    {
        User spread;
        User tied;
        for (int step = 0; step < 20; ++step) {
            spread.push_back({step * 10, 1u << step});
            tied.push_back({7, 1u << (19 - step)});
        }
        FunnelChain chain(20, 190);
        chain.walk(spread);
        QCOMPARE(chain.reached(), 20);
        chain.walk(tied);
        QCOMPARE(chain.reached(), 20);
        FunnelChain short1Ms(20, 189);
        short1Ms.walk(spread);
        QCOMPARE(short1Ms.reached(), 19);
    }

    // How far, when, and from when.
    void randomUsersComeAsFarAsTryingEveryChainSays()
    {
        std::mt19937_64 random(20260501);
        int deepest = 0;
        for (int i = 0; i < 20'000; ++i) {
            const int steps = 2 + i % 4;
            const std::int64_t window = i % 3 == 0 ? noWindow : std::int64_t(random() % 8);
            const User user = randomUser(random, steps);
            FunnelChain chain(steps, window);
            chain.walk(user);
            const EveryChain every(user, steps, window);
            const QByteArray what = written(user, steps, window);
            QVERIFY2(chain.reached() == every.reached, what);
            deepest += every.reached == steps;
            if (every.reached == 0)
                continue;
            QVERIFY2(chain.latestStart() == every.latestStart, what);
            if (every.reached > 1) { // who reached step 1 only has any of its instants
                QVERIFY2(chain.times().back() == every.firstEnd, what);
                QVERIFY2(chain.times().front() == every.latestStartOfFirstEnd, what);
            }
            QVERIFY2(std::is_sorted(chain.times().begin(), chain.times().end()), what);
            QCOMPARE(int(chain.times().size()), every.reached);
        }
        QVERIFY2(deepest > 2000, QByteArray::number(deepest)); // the world is no trivial one
    }

    void aBusyUserIsWalkedInNoTime_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("perInstant");
        QTest::addColumn<quint32>("kinds"); // 0: disjoint steps, else what every event can be
        for (const int count : {100'000, 1'000'000}) {
            QTest::addRow("%d events of one step each", count) << count << 3 << 1 << 0u;
            QTest::addRow("%d of any step", count) << count << 5 << 1 << 0b11111u;
            QTest::addRow("%d of any step of 20", count) << count << 20 << 1 << 0xFFFFFu;
            QTest::addRow("%d in pairs", count) << count << 5 << 2 << 0b11111u;
            QTest::addRow("%d at one instant", count) << count << 20 << count << 0xFFFFFu;
        }
    }

    void aBusyUserIsWalkedInNoTime()
    {
        QFETCH(const int, count);
        QFETCH(const int, steps);
        QFETCH(const int, perInstant);
        QFETCH(const quint32, kinds);
        User user;
        for (int i = 0; i < count; ++i)
            user.push_back({i / perInstant, kinds == 0 ? 1u << (i % steps) : kinds});
        FunnelChain chain(steps, 1000);
        QElapsedTimer time;
        time.start();
        chain.walk(user);
        QCOMPARE(chain.reached(), steps);
        QVERIFY2(time.elapsed() < inNoTimeMs, QByteArray::number(time.elapsed()));
    }
};

QTEST_GUILESS_MAIN(FunnelChainTest)
#include "funnel_chain_test.moc"
