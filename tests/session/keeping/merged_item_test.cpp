// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/merged_item.h"
#include "tests/session/keeping/kept_things.h"

namespace {

// "name/event", with a minus for one that is removed.
LibraryItem itemIn(const QString &words)
{
    LibraryItem item = itemOf(words.section(u'/', 0, 0), words.section(u'/', 1).remove(u'-').toStdString());
    item.isRemoved = words.endsWith(u'-');
    return item;
}

QString wordsOf(const LibraryItem &item)
{
    return item.name + u'/' + QString::fromStdString(eventOf(*questionIn(item)))
        + (item.isRemoved ? QStringLiteral("-") : QString());
}

} // namespace

class MergedItemTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWeChangedIsDoneToTheirs_data()
    {
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("isDocumentTheirs");
        QTest::newRow("nobody") << "name/event"
                                << "name/event"
                                << "name/event" << false;
        QTest::newRow("our name, their document") << "ours/event"
                                                  << "name/theirs"
                                                  << "ours/theirs" << false;
        QTest::newRow("our document, their name") << "name/ours"
                                                  << "theirs/event"
                                                  << "theirs/ours" << false;
        QTest::newRow("two names") << "ours/event"
                                   << "theirs/event"
                                   << "ours/event" << false;
        QTest::newRow("two documents") << "name/ours"
                                       << "name/theirs"
                                       << "name/theirs" << true;
        QTest::newRow("two documents, our name") << "ours/ours"
                                                 << "name/theirs"
                                                 << "ours/theirs" << true;
        QTest::newRow("the same document twice") << "name/same"
                                                 << "name/same"
                                                 << "name/same" << false;
        QTest::newRow("we removed, they edited") << "name/event-"
                                                 << "name/theirs"
                                                 << "name/theirs-" << false;
        QTest::newRow("they removed, we renamed") << "ours/event"
                                                  << "name/event-"
                                                  << "ours/event-" << false;
        QTest::newRow("they removed, we edited") << "name/ours"
                                                 << "name/event-"
                                                 << "name/ours" << false;
    }

    void whatWeChangedIsDoneToTheirs()
    {
        QFETCH(const QString, ours);
        QFETCH(const QString, theirs);
        QFETCH(const QString, expected);
        QFETCH(const bool, isDocumentTheirs);
        const MergedItem merged = mergedItem(itemIn("name/event"), itemIn(ours), itemIn(theirs));
        QCOMPARE(wordsOf(merged.item), expected);
        QCOMPARE(merged.isDocumentTheirs, isDocumentTheirs);
    }

    void thePictureAndTheProjectGoWithTheDocument()
    {
        LibraryItem theirs = itemIn("theirs/event");
        theirs.thumbnail = "a picture of page_view";
        LibraryItem ours = itemIn("name/ours");
        ours.project = "other";

        const LibraryItem item = mergedItem(itemIn("name/event"), ours, theirs).item;

        QCOMPARE(item.thumbnail, QByteArray());
        QCOMPARE(item.project, "other");
    }
};

QTEST_GUILESS_MAIN(MergedItemTest)
#include "merged_item_test.moc"
