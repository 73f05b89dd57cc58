// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/history.h"
#include "tests/session/keeping/kept_things.h"

#include <QElapsedTimer>
#include <QSignalSpy>

class HistoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNewestQuestionComesFirst()
    {
        History history;
        history.ask(questionOf("page_view"), "demo");
        history.ask(questionOf("purchase"), "demo");

        QCOMPARE(eventsOf(history), QStringList({"purchase", "page_view"}));
        QCOMPARE(history.entries().front()->words, "Events of purchase, daily");
    }

    void theSameQuestionInARowIsOneEntry()
    {
        History history;
        const qint64 first = history.ask(questionOf("page_view"), "demo");
        history.settle(first, "12 events", 5);

        QCOMPARE(history.ask(questionOf("page_view"), "demo"), first);
        QVERIFY(history.ask(questionOf("page_view"), "shop") != first);
        QVERIFY(history.ask(questionOf("page_view"), "demo") != first);

        QCOMPARE(history.entries().size(), std::size_t(3));
    }

    void aClockThatWentBackChangesNoOrderAndShowsNoFuture_data()
    {
        QTest::addColumn<qint64>("ahead"); // seconds
        QTest::newRow("a day") << qint64(86'400);
        QTest::newRow("a year") << qint64(365 * 86'400);
    }

    void aClockThatWentBackChangesNoOrderAndShowsNoFuture()
    {
        QFETCH(const qint64, ahead);
        std::vector<HistoryEntry> kept;
        for (int i = 0; i < int(History::most); ++i) {
            HistoryEntry &entry = kept.emplace_back();
            entry.id = i + 1;
            entry.question = questionOf("e" + std::to_string(i));
            entry.project = "demo";
            entry.askedAt = QDateTime::currentDateTimeUtc().addSecs(ahead - i);
        }
        History history;
        history.load(kept);
        const QSignalSpy saves(&history, &History::saveWanted);

        const qint64 id = history.ask(questionOf("purchase"), "demo");

        const auto entries = history.entries();
        QCOMPARE(entries.size(), std::size_t(History::most)); // and the oldest is the one that is out
        QCOMPARE(entries.front()->id, id);
        for (std::size_t i = 1; i < entries.size(); ++i) {
            QCOMPARE(entries[i]->id, qint64(i));
            QVERIFY(entries[i]->askedAt < entries[i - 1]->askedAt);
        }
        QVERIFY(entries.front()->askedAt <= QDateTime::currentDateTimeUtc());
        QCOMPARE(saves.size(), History::most + 1); // on disk they are in this order too
        QCOMPARE(history.ask(questionOf("purchase"), "demo"), id);
    }

    void thePresetIsTheQuestionAndNotItsDates()
    {
        History history;
        explorer::v1::Question question = questionOf("page_view");
        question.set_time_preset("last30Days");
        const qint64 first = history.ask(question, "demo");
        *question.mutable_query()->mutable_time_range() = rangeOf("2026-06-01", "2026-07-01");

        QCOMPARE(history.ask(question, "demo"), first);
        QCOMPARE(milliseconds(history.entry(first)->question.query().time_range().start()), at("2026-06-01"));
        question.clear_time_preset();
        QVERIFY(history.ask(question, "demo") != first);
    }

    void anAnswerGivesTheHeadline()
    {
        History history;
        const qint64 id = history.ask(questionOf("page_view"), "demo");

        history.settle(id, "12,345 users", 42);
        history.settle(id + 1, "nobody's", 1);

        QCOMPARE(history.entry(id)->headline, "12,345 users");
        QCOMPARE(history.entry(id)->elapsedMs, 42);
        QCOMPARE(history.entries("12,345").size(), std::size_t(1));
        QVERIFY(history.entries("nobody").empty());
    }

    void whatIsRemovedIsGone()
    {
        History history;
        const qint64 id = history.ask(questionOf("page_view"), "demo");
        history.ask(questionOf("purchase"), "demo");
        const QSignalSpy saves(&history, &History::saveWanted);

        history.remove(id);
        QCOMPARE(eventsOf(history), QStringList("purchase"));
        history.clear();

        QVERIFY(history.entries().empty());
        QCOMPARE(saves.size(), 2);
        for (const auto &save : saves)
            QVERIFY(save.at(0).value<HistoryEntry>().isRemoved);
    }

    void whatIsLoadedComesBelowWhatWasAskedMeanwhile()
    {
        History history;
        history.ask(questionOf("purchase"), "demo");
        HistoryEntry old{.id = 1, .question = questionOf("page_view"), .askedAt = QDateTime::fromSecsSinceEpoch(1)};
        const HistoryEntry removed{.id = 2, .askedAt = QDateTime::fromSecsSinceEpoch(1), .isRemoved = true};

        history.load({old, removed});

        QCOMPARE(eventsOf(history), QStringList({"purchase", "page_view"}));
        old.isRemoved = true;
        history.take({old});
        QCOMPARE(eventsOf(history), QStringList("purchase"));
    }

    void tenThousandEntriesAreKeptAndSearchedQuickly()
    {
        History history;
        std::vector<HistoryEntry> entries(History::most);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            entries[i] = {.id = qint64(i + 1),
                          .question = questionOf("event_" + std::to_string(i)),
                          .askedAt = QDateTime::fromSecsSinceEpoch(qint64(entries.size() - i))};
            putIntoWords(entries[i]);
        }
        history.load(entries);
        history.ask(questionOf("one_more"), "demo");

        QElapsedTimer timer;
        timer.start();
        const auto found = history.entries("events event_99 daily");
        const qint64 took = timer.elapsed();

        QCOMPARE(found.size(), std::size_t(110)); // 99, 990..999, 9900..9998: the oldest had to go
        QCOMPARE(history.entries().size(), History::most);
        QVERIFY(history.entry(qint64(History::most)) == nullptr);
        QVERIFY2(took < 500, qPrintable(QString::number(took))); // 10 ms on an idle machine
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "history_test.moc"
