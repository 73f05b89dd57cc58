// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shelf_fixture.h"

#include "session/board.h"
#include "ui/charts/note_bar.h"
#include "ui/library/library_tree.h"
#include "ui/shell/board_page.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QThread>

#include <memory>

namespace {

// Longer than a write takes; no news reaches this thread meanwhile.
constexpr unsigned long writtenMs = 1'000;

LibraryItem withEvent(LibraryItem item, const std::string &event)
{
    item.document = questionAbout(event);
    return item;
}

std::string eventOf(const LibraryItem *item)
{
    return item != nullptr ? questionIn(*item)->query().events(0).name() : std::string();
}

} // namespace

// A window, and another one that has the same library open.
class TwoWindowsTest : public QObject, protected ShelfFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpOnce(); }

    void init()
    {
        setUp();
        m_other = std::make_unique<Keeping>(m_folder->path() + "/library");
        QTRY_VERIFY(m_other->isLoaded());
        connectNow();
        m_id = library().add(questionItem("Buyers", "", "purchase"));
        QTRY_VERIFY(m_other->library().item(m_id) != nullptr);
        Q_EMIT child<LibraryTree>("libraryTree")->opened({LibraryRow::Question, m_id, {}});
        QTRY_VERIFY(m_shelf->isAnswered("purchase"));
    }

    void cleanup()
    {
        m_other.reset();
        tearDown();
    }

    void aSaveOverWhatAnotherWindowSavedWaitsToBeSettled()
    {
        beOutrun();
        child<QAction>("saveQuestion")->trigger();
        QVERIFY(note()->isVisible());
        const QString at = library().item(m_id)->changed.toLocalTime().toString("HH:mm");
        QVERIFY2(note()->accessibleName().contains("Changed in another window at " + at),
                 qPrintable(note()->accessibleName()));
        QVERIFY(note()->accessibleName().contains("Buyers"));
        child<QAction>("saveQuestion")->trigger(); // says it again
        QCOMPARE(eventOf(library().item(m_id)), "refund");
        QVERIFY(window().isWindowModified());
    }

    void savedAnywayItReplacesTheirsAndIsUndone()
    {
        beOutrun();
        child<QAction>("saveQuestion")->trigger();
        press("conflictSaveAnyway");
        QVERIFY(!note()->isVisible());
        QVERIFY(!window().isWindowModified());
        QCOMPARE(eventOf(library().item(m_id)), "signup");
        QTRY_COMPARE(eventOf(m_other->library().item(m_id)), "signup");
        child<QAction>("undo")->trigger();
        QTRY_COMPARE(eventOf(m_other->library().item(m_id)), "refund");
    }

    void savedAsACopyBothAreThere()
    {
        beOutrun();
        child<QAction>("saveQuestion")->trigger();
        press("conflictSaveCopy");
        QVERIFY(!note()->isVisible());
        QVERIFY(window().windowTitle().startsWith("Buyers copy"));
        QVERIFY(!window().isWindowModified());
        QCOMPARE(eventOf(library().item(m_id)), "refund");
        QTRY_COMPARE(m_other->library().items().size(), std::size_t(2));
        QCOMPARE(eventOf(m_other->library().items().back()), "signup");
    }

    void theirsIsShownAsAStepThatCanBeUndone()
    {
        beOutrun();
        child<QAction>("saveQuestion")->trigger();
        press("conflictShowTheirs");
        QVERIFY(!note()->isVisible());
        QTRY_VERIFY(m_shelf->isAnswered("refund"));
        QVERIFY(!window().isWindowModified());
        child<QAction>("undo")->trigger();
        QTRY_VERIFY(m_shelf->isAnswered("signup"));
        child<QAction>("saveQuestion")->trigger(); // theirs was seen
        QVERIFY(!note()->isVisible());
        QCOMPARE(eventOf(library().item(m_id)), "signup");
    }

    void aSaveThatMeetsAnotherOnDiskIsTold()
    {
        askFor("signup");
        m_other->library().update(withEvent(*m_other->library().item(m_id), "refund"));
        QThread::msleep(writtenMs);
        child<QAction>("saveQuestion")->trigger(); // nobody here knows of it yet
        QTRY_VERIFY(note()->isVisible());
        QCOMPARE(eventOf(library().item(m_id)), "refund");
        QVERIFY(window().isWindowModified());
        QCOMPARE(m_shelf->desk.draft.spec().events(0).name(), "signup");
        press("conflictSaveAnyway");
        QTRY_COMPARE(eventOf(m_other->library().item(m_id)), "signup");
        QVERIFY(!note()->isVisible());
    }

    void aNameThatAnotherWindowGaveIsNoConflict()
    {
        askFor("signup");
        m_other->library().rename(m_id, "Customers");
        QTRY_COMPARE(library().item(m_id)->name, "Customers");
        child<QAction>("saveQuestion")->trigger();
        QVERIFY(!note()->isVisible());
        QTRY_COMPARE(eventOf(m_other->library().item(m_id)), "signup");
        QCOMPARE(m_other->library().item(m_id)->name, "Customers");
    }

    void anUndoneNameLeavesWhatAnotherWindowSaved()
    {
        LibraryEdits edits(library());
        edits.rename(m_id, "Customers");
        QTRY_COMPARE(m_other->library().item(m_id)->name, "Customers");
        m_other->library().update(withEvent(*m_other->library().item(m_id), "refund"));
        QTRY_COMPARE(eventOf(library().item(m_id)), "refund");
        edits.undoStack().undo();
        QCOMPARE(library().item(m_id)->name, "Buyers");
        QCOMPARE(eventOf(library().item(m_id)), "refund");
    }

    void aBoardThatBothEditIsTold()
    {
        LibraryItem item;
        item.name = "Shop";
        item.project = "shop";
        item.document = explorer::v1::Board();
        const qint64 id = library().add(item);
        QTRY_VERIFY(m_other->library().item(id) != nullptr);
        Q_EMIT child<LibraryTree>("libraryTree")->opened({LibraryRow::Board, id, {}});
        auto *page = child<BoardPage>("boardPage");
        QTRY_VERIFY(page->isVisible());
        LibraryItem theirs = *m_other->library().item(id);
        addTile(std::get<explorer::v1::Board>(theirs.document), *m_other->library().item(m_id));
        addTile(std::get<explorer::v1::Board>(theirs.document), *m_other->library().item(m_id));
        m_other->library().update(theirs);
        QThread::msleep(writtenMs);

        page->add(*library().item(m_id));

        QTRY_VERIFY(note()->isVisible());
        QCOMPARE(page->board()->tiles_size(), 2);
        press("conflictSaveCopy");
        QCOMPARE(library().item(page->shown())->name, "Shop copy");
        QCOMPARE(page->board()->tiles_size(), 1);
        QCOMPARE(boardIn(*library().item(id))->tiles_size(), 2);
    }

private:
    NoteBar *note() const { return child<NoteBar>("conflictNote"); }

    void press(const char *button) { QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton); }

    // Edited here, and saved there since.
    void beOutrun()
    {
        askFor("signup");
        QVERIFY(window().isWindowModified());
        m_other->library().update(withEvent(*m_other->library().item(m_id), "refund"));
        QTRY_COMPARE(eventOf(library().item(m_id)), "refund");
        QVERIFY(!note()->isVisible());
    }

    void askFor(const std::string &event)
    {
        insights::v1::QuerySpec spec = m_shelf->desk.draft.spec();
        spec.mutable_events(0)->set_name(event);
        m_shelf->desk.draft.editSpec(spec, "Change event");
        QTRY_VERIFY(m_shelf->isAnswered(event));
    }

    std::unique_ptr<Keeping> m_other;
    qint64 m_id = 0;
};

QTEST_MAIN(TwoWindowsTest)
#include "two_windows_test.moc"
