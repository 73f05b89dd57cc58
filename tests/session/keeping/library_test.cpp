// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/library.h"
#include "tests/session/keeping/kept_things.h"

#include <QSignalSpy>

using namespace explorer::v1;

class LibraryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsAddedIsThereAtOnce()
    {
        Library library;
        const QSignalSpy changes(&library, &Library::changed);

        const qint64 id = library.add(itemOf("Signups"));

        QCOMPARE(library.item(id)->name, "Signups");
        QCOMPARE(eventOf(*questionIn(*library.item(id))), "page_view");
        QCOMPARE(library.item(id)->words, "Events of page_view, daily");
        QVERIFY(library.item(id)->created.isValid());
        QCOMPARE(changes.value(0).value(0).value<QList<qint64>>(), QList{id});
    }

    void anEditThatChangesNothingDoesNothing()
    {
        Library library;
        const qint64 id = library.add(itemOf("Signups"));
        const QSignalSpy changes(&library, &Library::changed);
        const QSignalSpy saves(&library, &Library::saveWanted);

        library.rename(id, "Signups");
        library.move(id, " / ");
        library.update(*library.item(id));
        library.rename(id + 1, "Nobody");

        QCOMPARE(changes.size(), 0);
        QCOMPARE(saves.size(), 0);
    }

    void anItemIsRenamedNotedMovedAndUpdated()
    {
        Library library;
        const qint64 id = library.add(itemOf("Signups"));
        const QDateTime created = library.item(id)->created;

        library.rename(id, "Sign-ups");
        library.setNote(id, "for Monday");
        library.move(id, "/Growth / Weekly/");
        LibraryItem item = *library.item(id);
        item.document = questionOf("signup");
        item.thumbnail = "png";
        item.created = {};
        library.update(item);

        QCOMPARE(library.item(id)->name, "Sign-ups");
        QCOMPARE(library.item(id)->note, "for Monday");
        QCOMPARE(library.item(id)->folder, "Growth/Weekly");
        QCOMPARE(library.item(id)->thumbnail, "png");
        QCOMPARE(eventOf(*questionIn(*library.item(id))), "signup");
        QCOMPARE(library.item(id)->created, created);
    }

    void aBoardSaysItsNameItself()
    {
        Library library;
        LibraryItem item;
        item.name = "Monday";
        item.document = Board();

        const qint64 id = library.add(item);
        library.setNote(id, "for the round");

        QCOMPARE(boardIn(*library.item(id))->name(), "Monday");
        QCOMPARE(boardIn(*library.item(id))->note(), "for the round");
        QVERIFY(questionIn(*library.item(id)) == nullptr);
    }

    void whatIsRemovedCanBeRestored()
    {
        Library library;
        const qint64 id = library.add(itemOf("Signups"));

        library.remove(id);

        QVERIFY(library.item(id) == nullptr);
        QVERIFY(library.items().empty());
        library.restore(id);
        QCOMPARE(library.item(id)->name, "Signups");
    }

    void itemsComeAsPeopleSort()
    {
        Library library;
        for (const char *name : {"week 10", "Week 9", "alpha", "Beta"})
            library.add(itemOf(name));

        QCOMPARE(namesOf(library.items()), QStringList({"alpha", "Beta", "Week 9", "week 10"}));
    }

    void foldersAreThoseInUseAndAbove()
    {
        Library library;
        for (const char *folder : {"Growth/Weekly/Old", "Growth", "Apps", ""})
            library.move(library.add(itemOf("Signups")), folder);
        library.remove(library.items("apps").front()->id);

        QCOMPARE(library.folders(), QStringList({"Growth", "Growth/Weekly", "Growth/Weekly/Old"}));
    }

    void aFolderMovesWithAllBelowIt()
    {
        Library library;
        for (const char *folder : {"Growth", "Growth/Weekly", "Growthers"})
            library.move(library.add(itemOf("Signups")), folder);
        const QSignalSpy changes(&library, &Library::changed);

        library.moveFolder("Growth", "Teams/Growth");

        QCOMPARE(library.folders(), QStringList({"Growthers", "Teams", "Teams/Growth", "Teams/Growth/Weekly"}));
        QCOMPARE(changes.size(), 1);
    }

    void aSearchFindsAllWords_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("nothing") << "" << true;
        QTest::newRow("spaces") << " \t " << true;
        QTest::newRow("part of the name, other case") << "CAFÉ" << true;
        QTest::newRow("without accents") << "cafe" << true;
        QTest::newRow("note") << "monday" << true;
        QTest::newRow("folder") << "growth/week" << true;
        QTest::newRow("part of an event") << "view" << true;
        QTest::newRow("an event the sentence cuts") << "sixth_event" << true;
        QTest::newRow("filter") << "plan is pro" << true;
        QTest::newRow("project") << "demo" << true;
        QTest::newRow("measure") << "unique users" << true;
        QTest::newRow("words of different fields") << "view café growth" << true;
        QTest::newRow("emoji") << "🚀" << true;
        QTest::newRow("one word that is nowhere") << "café tea" << false;
        QTest::newRow("quotation mark") << "\"" << true;
        QTest::newRow("single quotation mark") << "'" << true;
        QTest::newRow("end of a statement") << "'; DROP TABLE item; --" << false;
        QTest::newRow("percent is no joker") << "c%é" << false;
        QTest::newRow("underscore is no joker") << "caf_" << false;
        QTest::newRow("star is no joker") << "caf*" << false;
        QTest::newRow("no operators") << "café NOT monday" << false;
        QTest::newRow("brackets") << "(café" << false;
        QTest::newRow("NUL") << QString(QChar::Null) << false;
        QTest::newRow("lone surrogate") << QString(QChar(0xd83d)) << true;
        QTest::newRow("long") << QString(100'000, u'a') << false;
    }

    void aSearchFindsAllWords()
    {
        QFETCH(QString, search);
        QFETCH(bool, isFound);
        Library library;
        LibraryItem item = itemOf("Café \"au lait\" 🚀's");
        item.note = "for Monday";
        item.folder = "Growth/Weekly";
        insights::v1::QuerySpec spec = trendOf({"page_view", "second", "third", "fourth", "fifth", "sixth_event"});
        spec.set_aggregation(insights::v1::AGGREGATION_UNIQUE_USERS);
        auto *filter = spec.add_filters();
        filter->set_property("plan");
        filter->set_operator_(insights::v1::OPERATOR_EQUALS);
        filter->set_value("pro");
        *std::get<Question>(item.document).mutable_query() = spec;
        library.add(item);
        library.add(itemOf("Other", "purchase"));

        QCOMPARE(namesOf(library.items(search)).contains(item.name), isFound);
    }

    void aBoardIsFoundByItsTiles()
    {
        Library library;
        Board board;
        board.add_tiles()->set_title("Revenue");
        *board.add_tiles()->mutable_question() = questionOf("purchase");
        LibraryItem item = itemOf("Monday");
        item.document = board;
        library.add(item);

        QCOMPARE(library.items("revenue purchase").size(), std::size_t(1));
        QVERIFY(library.items("refund").empty());
    }

    void anItemIsSavedWhenItsLastEditIs()
    {
        Library library;
        const QSignalSpy saves(&library, &Library::saveWanted);
        const QSignalSpy saved(&library, &Library::saved);
        const qint64 id = library.add(itemOf("Signups"));
        library.rename(id, "Sign-ups");
        const auto number = [&](int save) { return saves.at(save).at(1).value<quint64>(); };

        library.acknowledge({{id, number(0)}});
        QVERIFY(!library.isSaved(id));
        QCOMPARE(saved.size(), 0);
        library.acknowledge({{id, number(1)}});

        QVERIFY(library.isSaved(id));
        QVERIFY(library.isAllSaved());
        QCOMPARE(saved.size(), 1);
    }

    void whatComesFromDiskDoesNotUndoAnEditUnderWay()
    {
        Library library;
        const qint64 id = library.add(itemOf("Signups"));
        LibraryItem old = *library.item(id);
        library.rename(id, "Sign-ups");
        LibraryItem other = itemOf("Other");
        other.id = id + 1;

        library.take({old, other});

        QCOMPARE(library.item(id)->name, "Sign-ups");
        QCOMPARE(library.item(id + 1)->name, "Other");
    }

    void anEditIsLaterThanWhatItChangedThoughTheClockWentBack()
    {
        LibraryItem kept = itemOf("Before");
        kept.id = 1;
        kept.changed = QDateTime::currentDateTimeUtc().addYears(1);
        Library library;
        library.load({kept});

        library.rename(1, "After");

        QVERIFY(library.item(1)->changed > kept.changed);
        library.reconcile({kept});
        QCOMPARE(library.item(1)->name, "After");
    }

    void ofAnotherFileTheNewerOfEachCounts()
    {
        Library library;
        std::vector<LibraryItem> items;
        for (const char *name : {"older there", "newer there"}) {
            items.push_back(itemOf(name));
            items.back().id = qint64(items.size());
            items.back().changed = QDateTime::currentDateTimeUtc();
        }
        library.load(items);
        const qint64 missing = library.add(itemOf("missing there"));
        const QSignalSpy saves(&library, &Library::saveWanted);
        items[0].name = "older";
        items[0].changed = items[0].changed.addSecs(-10);
        items[1].name = "newer";
        items[1].changed = items[1].changed.addSecs(10);

        library.reconcile(items);

        QCOMPARE(library.item(1)->name, "older there");
        QCOMPARE(library.item(2)->name, "newer");
        QCOMPARE(saves.size(), 2);
        QVERIFY(library.isSaved(2));
        QVERIFY(!library.isSaved(1));
        QVERIFY(!library.isSaved(missing));
    }
};

QTEST_GUILESS_MAIN(LibraryTest)
#include "library_test.moc"
