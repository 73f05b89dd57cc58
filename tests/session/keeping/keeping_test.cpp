// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/keeping.h"
#include "tests/session/keeping/kept_things.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QThread>

#include <memory>

using namespace explorer::v1;

namespace {

Board boardOf(const std::string &title)
{
    Board board;
    board.add_tiles()->set_title(title);
    return board;
}

LibraryItem withEvent(LibraryItem item, const std::string &event)
{
    item.document = questionOf(event);
    return item;
}

qint64 addedInBoth(Keeping &here, Keeping &there)
{
    const qint64 id = here.library().add(itemOf("Signups"));
    const bool isThere
        = QTest::qWaitFor([&] { return there.library().item(id) != nullptr && here.isAllSaved() && there.isLoaded(); });
    return isThere ? id : 0;
}

// Longer than a write takes; no news reaches this thread meanwhile.
constexpr unsigned long writtenMs = 1'000;

} // namespace

class KeepingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyFolderBeginsEmpty()
    {
        const QTemporaryDir folder;
        Keeping keeping(folder.filePath("made/by/it"));
        const QSignalSpy loads(&keeping, &Keeping::loaded);

        QTRY_VERIFY(keeping.isLoaded());

        QCOMPARE(loads.size(), 1);
        QVERIFY(keeping.library().isLoaded() && keeping.history().isLoaded() && keeping.drafts().isLoaded());
        QVERIFY(keeping.library().items().empty());
        QVERIFY(keeping.isAllSaved());
        QCOMPARE(keeping.problem(), QString());
    }

    void whatIsSavedIsThereTheNextTime()
    {
        const QTemporaryDir folder;
        qint64 question = 0;
        qint64 board = 0;
        LibraryItem kept;
        {
            Keeping keeping(folder.path()); // not loaded yet: it is saved all the same
            question = keeping.library().add(itemOf(QString::fromUtf8("S\0\"i'g🚀", 10)));
            LibraryItem item = *keeping.library().item(question);
            item.note = "for\nMonday";
            item.folder = "Growth/Weekly";
            item.thumbnail = QByteArray("\x89PNG\0\r\n", 7);
            keeping.library().update(item);
            kept = *keeping.library().item(question);
            LibraryItem second = itemOf("Monday");
            second.document = boardOf("Revenue");
            board = keeping.library().add(second);
            keeping.library().remove(keeping.library().add(itemOf("Removed")));
        }
        Keeping keeping(folder.path());
        QTRY_VERIFY(keeping.isLoaded());

        const LibraryItem *item = keeping.library().item(question);
        QVERIFY(item != nullptr);
        QCOMPARE(item->name, kept.name);
        QCOMPARE(item->note, kept.note);
        QCOMPARE(item->folder, kept.folder);
        QCOMPARE(item->thumbnail, kept.thumbnail);
        QCOMPARE(item->project, "demo");
        QCOMPARE(item->created, kept.created);
        QCOMPARE(item->changed, kept.changed);
        QCOMPARE(item->words, kept.words);
        QCOMPARE(eventOf(*questionIn(*item)), "page_view");
        QCOMPARE(boardIn(*keeping.library().item(board))->tiles(0).title(), "Revenue");
        QCOMPARE(keeping.library().items().size(), std::size_t(2));
    }

    void theHistoryIsThereTheNextTime()
    {
        const QTemporaryDir folder;
        {
            Keeping keeping(folder.path());
            QTRY_VERIFY(keeping.isLoaded());
            keeping.history().settle(keeping.history().ask(questionOf("page_view"), "demo"), "12 events", 42);
            keeping.history().remove(keeping.history().ask(questionOf("removed"), "demo"));
            QTest::qWait(2); // entries come by time
            keeping.history().ask(questionOf("purchase"), "demo");
        }
        Keeping keeping(folder.path());
        QTRY_VERIFY(keeping.isLoaded());

        QCOMPARE(eventsOf(keeping.history()), QStringList({"purchase", "page_view"}));
        const HistoryEntry &first = *keeping.history().entries().back();
        QCOMPARE(first.headline, "12 events");
        QCOMPARE(first.elapsedMs, 42);
        QCOMPARE(first.project, "demo");
        QCOMPARE(keeping.history().entries("12 EVENTS").size(), std::size_t(1));
    }

    void aClockThatIsAheadThrowsNothingAway()
    {
        const QTemporaryDir folder;
        qint64 removed = 0;
        {
            Keeping keeping(folder.path());
            removed = keeping.library().add(itemOf("Signups"));
            keeping.library().remove(removed);
            keeping.drafts().keep(questionOf("purchase"), "demo", {});
        }
        const QString file = folder.filePath("library.sqlite");
        run(file, "UPDATE item SET changed = changed - 31536000000"); // all of it is a year old now
        run(file, "UPDATE draft SET changed = changed - 31536000000, is_closed = 0"); // of a window that was killed

        Keeping keeping(folder.path());
        QTRY_VERIFY(keeping.isLoaded());
        QVERIFY(keeping.drafts().orphan());
        keeping.library().restore(removed);
        QCOMPARE(namesOf(keeping.library().items()), QStringList("Signups"));
    }

    void aSaveIsAcknowledged()
    {
        const QTemporaryDir folder;
        Keeping keeping(folder.path());
        QTRY_VERIFY(keeping.isLoaded());
        const QSignalSpy saved(&keeping.library(), &Library::saved);

        const qint64 id = keeping.library().add(itemOf("Signups"));
        QVERIFY(!keeping.library().isSaved(id));

        QTRY_VERIFY(keeping.library().isSaved(id));
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.at(0).at(0).toLongLong(), id);
    }

    void twoWindowsSeeEachOthersSaves()
    {
        const QTemporaryDir folder;
        Keeping here(folder.path());
        Keeping there(folder.path());
        QTRY_VERIFY(here.isLoaded() && there.isLoaded());

        const qint64 id = here.library().add(itemOf("Signups"));
        const qint64 asked = here.history().ask(questionOf("page_view"), "demo");
        QTRY_VERIFY(there.library().item(id) != nullptr && there.history().entry(asked) != nullptr);

        there.library().rename(id, "Sign-ups");
        there.history().settle(asked, "12 events", 1);
        QTRY_COMPARE(here.library().item(id)->name, "Sign-ups");
        QTRY_COMPARE(here.history().entry(asked)->headline, "12 events");

        here.library().remove(id);
        here.history().clear();
        QTRY_VERIFY(there.library().item(id) == nullptr);
        QTRY_VERIFY(there.history().entries().empty());
        there.library().restore(id);
        QTRY_VERIFY(here.library().item(id) != nullptr);
    }

    void windowsThatSaveAtOnceLoseNothing()
    {
        const QTemporaryDir folder;
        Keeping here(folder.path());
        Keeping there(folder.path());
        QTRY_VERIFY(here.isLoaded() && there.isLoaded());

        for (int i = 0; i < 50; ++i) {
            here.library().add(itemOf(QString("here %1").arg(i)));
            there.library().add(itemOf(QString("there %1").arg(i)));
            QTest::qWait(1);
        }

        QTRY_COMPARE(here.library().items().size(), std::size_t(100));
        QTRY_COMPARE(there.library().items().size(), std::size_t(100));
        QTRY_VERIFY(here.isAllSaved() && there.isAllSaved());
    }

    void ofTwoDocumentsSavedAtOnceOneIsRefusedAndTold()
    {
        const QTemporaryDir folder;
        Keeping here(folder.path());
        Keeping there(folder.path());
        const qint64 id = addedInBoth(here, there);
        const QSignalSpy refusedHere(&here.library(), &Library::refused);
        const QSignalSpy refusedThere(&there.library(), &Library::refused);

        here.library().update(withEvent(*here.library().item(id), "signup"));
        QThread::msleep(writtenMs);
        there.library().update(withEvent(*there.library().item(id), "purchase"));

        QTRY_COMPARE(refusedHere.size() + refusedThere.size(), 1);
        QTRY_VERIFY(here.isAllSaved() && there.isAllSaved());
        const auto &refused = refusedHere.isEmpty() ? refusedThere : refusedHere;
        const std::string kept = refusedHere.isEmpty() ? "signup" : "purchase";
        QCOMPARE(eventOf(*questionIn(refused.at(0).at(0).value<LibraryItem>())),
                 refusedHere.isEmpty() ? "purchase" : "signup");
        QTRY_COMPARE(eventOf(*questionIn(*here.library().item(id))), kept);
        QTRY_COMPARE(eventOf(*questionIn(*there.library().item(id))), kept);

        // Over what is known of theirs it can be saved.
        there.library().update(withEvent(*there.library().item(id), "refund"));
        QTRY_COMPARE(eventOf(*questionIn(*here.library().item(id))), "refund");
        QCOMPARE(refusedHere.size() + refusedThere.size(), 1);
    }

    void whatTwoWindowsChangeOfOneItemIsPutTogether()
    {
        const QTemporaryDir folder;
        Keeping here(folder.path());
        Keeping there(folder.path());
        const qint64 id = addedInBoth(here, there);
        const QSignalSpy refusedHere(&here.library(), &Library::refused);
        const QSignalSpy refusedThere(&there.library(), &Library::refused);

        here.library().update(withEvent(*here.library().item(id), "signup"));
        QThread::msleep(writtenMs);
        there.library().rename(id, "Sign-ups");
        there.library().move(id, "Growth"); // the second edit on its way

        for (Keeping *window : {&here, &there}) {
            QTRY_COMPARE(window->library().item(id)->name, "Sign-ups");
            QTRY_COMPARE(window->library().item(id)->folder, "Growth");
            QTRY_COMPARE(eventOf(*questionIn(*window->library().item(id))), "signup");
        }
        QTRY_VERIFY(here.isAllSaved() && there.isAllSaved());
        QCOMPARE(refusedHere.size() + refusedThere.size(), 0);
    }

    void editsInARowOfOneWindowAreNoConflict()
    {
        const QTemporaryDir folder;
        Keeping keeping(folder.path());
        QTRY_VERIFY(keeping.isLoaded());
        const QSignalSpy refused(&keeping.library(), &Library::refused);
        const qint64 id = keeping.library().add(itemOf("Signups"));
        for (const char *event : {"a", "b", "c", "d"}) {
            keeping.library().update(withEvent(*keeping.library().item(id), event));
            QThread::msleep(writtenMs / 10); // written, and not yet acknowledged here
        }
        QTRY_VERIFY(keeping.isAllSaved());
        QCOMPARE(refused.size(), 0);
        QCOMPARE(eventOf(*questionIn(*keeping.library().item(id))), "d");
    }

    void aDocumentThatIsRefusedAsTheWindowClosesBecomesACopy()
    {
        const QTemporaryDir folder;
        Keeping here(folder.path());
        auto there = std::make_unique<Keeping>(folder.path());
        const qint64 id = addedInBoth(here, *there);

        here.library().update(withEvent(*here.library().item(id), "signup"));
        QThread::msleep(writtenMs);
        there->library().update(withEvent(*there->library().item(id), "purchase"));
        there.reset();

        QTRY_COMPARE(namesOf(here.library().items()), QStringList({"Signups", "Signups copy"}));
        QCOMPARE(eventOf(*questionIn(*here.library().items().front())), "signup");
        QCOMPARE(eventOf(*questionIn(*here.library().items().back())), "purchase");
    }

    void anotherDocumentOfAnotherWindowIsTold()
    {
        const QTemporaryDir folder;
        Keeping here(folder.path());
        Keeping there(folder.path());
        const qint64 id = addedInBoth(here, there);
        const QSignalSpy told(&here.library(), &Library::documentChangedElsewhere);

        there.library().rename(id, "Sign-ups");
        QTRY_COMPARE(here.library().item(id)->name, "Sign-ups");
        QCOMPARE(told.size(), 0);
        there.library().update(withEvent(*there.library().item(id), "signup"));
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.at(0).at(0).toLongLong(), id);
    }

    void aThousandSavesAreFewWrites()
    {
        const QTemporaryDir folder;
        Keeping keeping(folder.path());
        QTRY_VERIFY(keeping.isLoaded());
        for (int i = 0; i < 1'000; ++i)
            keeping.library().move(keeping.library().add(itemOf(QString::number(i))), "Old");
        QTRY_VERIFY(keeping.isAllSaved());
        QElapsedTimer timer;
        timer.start();

        keeping.library().moveFolder("Old", "New");
        const qint64 here = timer.elapsed();
        QTRY_VERIFY(keeping.isAllSaved());

        QCOMPARE(keeping.library().folders(), QStringList("New"));
        QVERIFY2(here < 1'000, qPrintable(QString::number(here))); // 30 ms on an idle machine
    }
};

QTEST_GUILESS_MAIN(KeepingTest)
#include "keeping_test.moc"
