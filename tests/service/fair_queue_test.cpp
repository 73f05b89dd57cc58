// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/engine/fair_queue.h"

#include <QTest>

#include <algorithm>
#include <deque>
#include <stdexcept>
#include <vector>

namespace {

using Place = FairQueue::Place;

// The one of `places` whose turn it is; begins it and takes it away.
int beginNext(FairQueue &queue, std::deque<std::pair<int, Place>> &places)
{
    const auto next
        = std::find_if(places.begin(), places.end(), [&](const auto &place) { return queue.isNext(place.second); });
    if (next == places.end())
        return -1;
    const int number = next->first;
    queue.begin(next->second);
    places.erase(next);
    return number;
}

} // namespace

class FairQueueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneCallersQuestionsComeInTheirOrder()
    {
        FairQueue queue;
        std::deque<std::pair<int, Place>> waiting;
        for (int i = 0; i < 5; ++i)
            waiting.push_back({i, queue.join("ann")});
        for (int i = 0; i < 5; ++i)
            QCOMPARE(beginNext(queue, waiting), i);
    }

    void exactlyOneIsNext()
    {
        FairQueue queue;
        std::vector<Place> places;
        for (const char *caller : {"ann", "bob", "ann", "cy", "bob"})
            places.push_back(queue.join(caller));
        QCOMPARE(std::count_if(places.begin(), places.end(), [&](Place place) { return queue.isNext(place); }), 1);
    }

    void aCrowdOfOneCallerDoesNotHoldUpAnother()
    {
        FairQueue queue;
        std::deque<std::pair<int, Place>> waiting;
        for (int i = 0; i < 50; ++i)
            waiting.push_back({i, queue.join("flood")});
        QCOMPARE(beginNext(queue, waiting), 0);
        QCOMPARE(beginNext(queue, waiting), 1);
        waiting.push_back({100, queue.join("single")});
        QCOMPARE(beginNext(queue, waiting), 100);
        QCOMPARE(beginNext(queue, waiting), 2);
    }

    void whoHasLeastAtWorkIsNext()
    {
        FairQueue queue;
        std::deque<std::pair<int, Place>> waiting;
        for (int i = 0; i < 3; ++i)
            waiting.push_back({i, queue.join("ann")});
        waiting.push_back({10, queue.join("bob")});
        waiting.push_back({11, queue.join("bob")});
        QCOMPARE(beginNext(queue, waiting), 0); // ann 1
        QCOMPARE(beginNext(queue, waiting), 10); // bob 1
        queue.end("bob"); // bob 0
        QCOMPARE(beginNext(queue, waiting), 11);
        queue.end("ann"); // ann 0, bob 1
        QCOMPARE(beginNext(queue, waiting), 1);
    }

    void withEqualWorkTheLongestWithoutATurnIsNext()
    {
        FairQueue queue;
        std::deque<std::pair<int, Place>> waiting;
        for (int i = 0; i < 3; ++i) {
            waiting.push_back({i, queue.join("ann")});
            waiting.push_back({10 + i, queue.join("bob")});
            waiting.push_back({20 + i, queue.join("cy")});
        }
        QList<int> order;
        while (!waiting.empty())
            order << beginNext(queue, waiting);
        QCOMPARE(order, (QList<int>{0, 10, 20, 1, 11, 21, 2, 12, 22}));
    }

    void whoLeavesIsNoLongerWaitedFor()
    {
        FairQueue queue;
        const Place first = queue.join("ann");
        const Place second = queue.join("ann");
        const Place other = queue.join("bob");
        QVERIFY(queue.isNext(first));
        queue.leave(first);
        QVERIFY(queue.isNext(second));
        queue.leave(second);
        QVERIFY(queue.isNext(other));
    }

    void whoLeavesKeepsTheCountOfWhatIsAtWork()
    {
        FairQueue queue;
        queue.begin(queue.join("ann"));
        queue.leave(queue.join("ann"));
        const Place ann = queue.join("ann");
        const Place bob = queue.join("bob");
        QVERIFY(!queue.isNext(ann));
        QVERIFY(queue.isNext(bob));
    }

    // As many as there are, one at a time, each before the last has ended.
    void aStreamOfNewcomersDoesNotStarveTheRest()
    {
        FairQueue queue;
        queue.begin(queue.join("bob"));
        const Place bob = queue.join("bob");
        Place newcomer = queue.join("newcomer 0");
        queue.end("bob");
        int served = 0;
        while (!queue.isNext(bob) && served < 100) {
            const std::string name = "newcomer " + std::to_string(served++);
            queue.begin(newcomer);
            newcomer = queue.join("newcomer " + std::to_string(served));
            queue.end(name);
        }
        QVERIFY2(served <= 2, QByteArray::number(served));
    }

    void anIdleCallerIsForgotten()
    {
        FairQueue queue;
        queue.begin(queue.join("ann"));
        queue.end("ann");
        QVERIFY_EXCEPTION_THROWN(queue.end("ann"), std::out_of_range);
        queue.leave(queue.join("ann"));
        QVERIFY_EXCEPTION_THROWN(queue.end("ann"), std::out_of_range);
    }
};

QTEST_GUILESS_MAIN(FairQueueTest)
#include "fair_queue_test.moc"
