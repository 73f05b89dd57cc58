// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shelf_fixture.h"

#include "ui/library/library_panel.h"
#include "ui/library/library_tree.h"
#include "ui/shell/words_label.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>

namespace {

LibraryItem boardItem(const QString &name, int tiles)
{
    explorer::v1::Board board;
    for (int i = 0; i < tiles; ++i)
        *board.add_tiles()->mutable_question() = questionAbout("page_view");
    LibraryItem item;
    item.name = name;
    item.project = "shop";
    item.document = board;
    return item;
}

// All rows below, one a line: "  Growth 2".
QStringList rowsOf(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString aside = index.data(LibraryModel::AsideRole).toString();
        const int depth = index.data(LibraryModel::DepthRole).toInt();
        rows << QString(depth, u'.') + index.data().toString() + (aside.isEmpty() ? QString() : u' ' + aside);
        rows << rowsOf(model, index);
    }
    return rows;
}

} // namespace

class LibraryTest : public QObject, protected ShelfFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpOnce(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void boardsFoldersAndHistoryAreOneTree()
    {
        LibraryModel model(library(), history());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(rowsOf(model),
                 (QStringList{"Boards", ".No board yet", "Questions", ".Ctrl+S saves a question", "History",
                              ".Nothing asked yet"}));
        library().add(boardItem("Shop", 3));
        library().add(questionItem("Users", "Growth"));
        library().add(questionItem("Weekly", "Growth/Weekly"));
        library().add(questionItem("Loose", ""));
        history().ask(questionAbout("purchase"), "shop");
        QTRY_COMPARE(rowsOf(model).size(), 10);
        QCOMPARE(rowsOf(model).mid(0, 9),
                 (QStringList{"Boards", ".Shop 3", "Questions", ".Growth 2", "..Weekly 1", "...Weekly", "..Users",
                              ".Loose", "History"}));
        const QString asked = rowsOf(model).constLast();
        QVERIFY2(QRegularExpression("^\\..*purchase.* \\d\\d:\\d\\d$").match(asked).hasMatch(), qPrintable(asked));
    }

    void aSearchLeavesWhatHasItsWords()
    {
        LibraryModel model(library(), history());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        library().add(questionItem("Users", "Growth"));
        library().add(questionItem("Revenue", "Money"));
        model.setSearch("reven");
        QCOMPARE(rowsOf(model),
                 (QStringList{"Boards", ".No board has these words", "Questions", ".Money 1", "..Revenue", "History",
                              ".Nothing asked has these words"}));
    }

    void aRenamedRowKeepsItsPlaceAndNoRowsComeAnew()
    {
        LibraryModel model(library(), history());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const qint64 id = library().add(questionItem("Users", "Growth"));
        QTRY_VERIFY(model.find({LibraryRow::Question, id, "Growth"}).isValid());
        const QPersistentModelIndex row = model.find({LibraryRow::Question, id, "Growth"});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        library().rename(id, "People");
        QTRY_COMPARE(row.data().toString(), QStringLiteral("People"));
        QCOMPARE(reset.count(), 0);
    }

    void whatIsDraggedOntoAFolderMovesAndNoFolderIntoItself()
    {
        const qint64 id = library().add(questionItem("Users", ""));
        library().add(questionItem("Other", "Growth/Weekly"));
        LibraryModel model(library(), history());
        QSignalSpy moved(&model, &LibraryModel::moveWanted);
        const std::unique_ptr<QMimeData> question(model.mimeData({model.find({LibraryRow::Question, id, {}})}));
        const QModelIndex growth = model.find({LibraryRow::Folder, 0, "Growth"});
        const QModelIndex weekly = model.find({LibraryRow::Folder, 0, "Growth/Weekly"});
        model.dropMimeData(question.get(), Qt::MoveAction, -1, -1, growth);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved.at(0).at(1).toString(), QStringLiteral("Growth"));
        const std::unique_ptr<QMimeData> folder(model.mimeData({growth}));
        QVERIFY(!model.canDropMimeData(folder.get(), Qt::MoveAction, -1, -1, weekly));
        QVERIFY(!model.canDropMimeData(folder.get(), Qt::MoveAction, -1, -1, growth));
    }

    void everyEditOfTheLibraryIsUndone()
    {
        LibraryEdits edits(library());
        const qint64 id = edits.add(questionItem("Users", "Growth"));
        edits.rename(id, "People");
        edits.move(id, "Money");
        edits.moveFolder("Money", "Growth/Money");
        QCOMPARE(library().item(id)->folder, QStringLiteral("Growth/Money"));
        edits.remove(id);
        QVERIFY(library().item(id) == nullptr);
        edits.undoStack().undo();
        QCOMPARE(library().item(id)->name, QStringLiteral("People"));
        edits.undoStack().undo();
        QCOMPARE(library().item(id)->folder, QStringLiteral("Money"));
        edits.undoStack().undo();
        edits.undoStack().undo();
        QCOMPARE(library().item(id)->name, QStringLiteral("Users"));
        QCOMPARE(library().item(id)->folder, QStringLiteral("Growth"));
        edits.undoStack().undo();
        QVERIFY(library().item(id) == nullptr);
        edits.undoStack().redo();
        QCOMPARE(library().item(id)->name, QStringLiteral("Users"));
    }

    void aQuestionIsSavedUnderItsWordsAndSaysWhenItWasEdited()
    {
        connectNow();
        child<QAction>("saveQuestion")->trigger();
        auto *name = child<QLineEdit>("itemName");
        QCOMPARE(name->text(), QStringLiteral("Unique users of page_view, daily"));
        name->setText("My users");
        child<QPlainTextEdit>("itemNote")->setPlainText("For Mondays");
        QTest::mouseClick(child<QPushButton>("itemSave"), Qt::LeftButton);
        QTRY_COMPARE(library().items().size(), std::size_t(1));
        const LibraryItem &item = *library().items().front();
        QCOMPARE(item.name, QStringLiteral("My users"));
        QCOMPARE(item.note, QStringLiteral("For Mondays"));
        QVERIFY(QImage::fromData(item.thumbnail).size() == QSize(160, 80));
        QVERIFY(window().windowTitle().startsWith("My users"));
        QVERIFY(!window().isWindowModified());

        askFor("purchase");
        QVERIFY(window().isWindowModified());
        QVERIFY(child<WordsLabel>("questionFacts")->text().contains("edited"));
        QTRY_VERIFY(m_shelf->isAnswered("purchase"));
        child<QAction>("saveQuestion")->trigger();
        QVERIFY(!window().isWindowModified());
        QCOMPARE(questionIn(*library().items().front())->query().events(0).name(), std::string("purchase"));
        child<QAction>("undo")->trigger();
        QVERIFY(window().isWindowModified());
    }

    void aSavedQuestionOpensAsAStepThatCanBeUndone()
    {
        const qint64 id = library().add(questionItem("Buyers", "", "purchase"));
        connectNow();
        child<QAction>("showLibrary")->trigger();
        auto *tree = child<LibraryTree>("libraryTree");
        QTRY_VERIFY(tree->isVisible());
        QTRY_VERIFY(tree->model()->rowCount(tree->model()->index(1, 0)) == 1);
        tree->setCurrentPlace({LibraryRow::Question, id, {}});
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_VERIFY(m_shelf->isAnswered("purchase"));
        QVERIFY(window().windowTitle().startsWith("Buyers"));
        child<QAction>("undo")->trigger();
        QTRY_VERIFY(m_shelf->isAnswered("page_view"));
    }

    void aRemovedQuestionComesBack()
    {
        const qint64 id = library().add(questionItem("Buyers", "", "purchase"));
        connectNow();
        child<QAction>("showLibrary")->trigger();
        auto *tree = child<LibraryTree>("libraryTree");
        QTRY_VERIFY(tree->model()->rowCount(tree->model()->index(1, 0)) == 1);
        tree->setCurrentPlace({LibraryRow::Question, id, {}});
        QTest::keyClick(tree, Qt::Key_Delete);
        QVERIFY(library().item(id) == nullptr);
        QTRY_VERIFY(child<QPushButton>("libraryUndo")->isVisible());
        QTest::mouseClick(child<QPushButton>("libraryUndo"), Qt::LeftButton);
        QVERIFY(library().item(id) != nullptr);
    }

    void whatWasAskedIsInTheHistoryWithItsAnswer()
    {
        connectNow();
        QTRY_COMPARE(history().entries().size(), std::size_t(1));
        QVERIFY(!history().entries().front()->headline.isEmpty());
        askFor("purchase");
        QTRY_COMPARE(history().entries().size(), std::size_t(2));
        child<LibraryTree>("libraryTree")->opened({LibraryRow::Asked, history().entries().back()->id, {}});
        QTRY_VERIFY(m_shelf->isAnswered("page_view"));
    }

    void aKeptAnswerShowsAtOnceWhileTheNewOneIsOnItsWay()
    {
        const qint64 id = library().add(questionItem("Buyers", "", "purchase"));
        connectNow();
        m_shelf->desk.child<LibraryTree>("libraryTree")->opened({LibraryRow::Question, id, {}});
        QTRY_VERIFY(m_shelf->isAnswered("purchase")); // and is kept
        askFor("page_view");
        QTRY_VERIFY(m_shelf->isAnswered("page_view"));
        m_shelf->desk.client.queries.automatic = nullptr;
        m_shelf->desk.child<LibraryTree>("libraryTree")->opened({LibraryRow::Question, id, {}});
        QTRY_VERIFY(m_shelf->desk.controller.lastAnswer()->isKept);
        QVERIFY(std::holds_alternative<Loading>(m_shelf->desk.controller.state()));
        QVERIFY(m_shelf->desk.says("This is the answer of"));
        QVERIFY(child<WordsLabel>("questionWords")->text().contains("purchase"));
    }

    void whatWasOpenComesBackWithItsAnswerAlsoWithoutAServer()
    {
        connectNow();
        askFor("purchase");
        QTRY_VERIFY(m_shelf->isAnswered("purchase"));
        window().close();
        openAgain();
        window().bringBack();
        window().setService({ServiceStatus::State::Failed, "Local service", "It is gone."});
        QTRY_VERIFY(m_shelf->desk.controller.lastAnswer());
        QVERIFY(m_shelf->desk.controller.lastAnswer()->isKept);
        QVERIFY(child<WordsLabel>("questionWords")->text().contains("purchase"));
        QVERIFY(!child<QWidget>("stateView")->isVisible());
        QVERIFY(child<QAction>("copyTable")->isEnabled());
    }

    void whatWasTypedInErrorComesBackToo()
    {
        const QString text = QStringLiteral("{\"query\": {\"events\": [");
        connectNow();
        QTRY_VERIFY(m_shelf->isAnswered("page_view"));
        child<QAction>("showSpec")->trigger();
        auto *editor = child<QPlainTextEdit>("specEditor");
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTRY_VERIFY(m_shelf->desk.draft.typed());
        const QString typed = m_shelf->desk.draft.typed()->text;
        QVERIFY(typed.startsWith(text));
        window().close();
        openAgain();
        window().bringBack();
        connectNow();
        QTRY_VERIFY(m_shelf->desk.draft.typed());
        QCOMPARE(m_shelf->desk.draft.typed()->text, typed);
        QVERIFY(m_shelf->desk.says(QStringLiteral("This is of the last valid spec")));
    }

private:
    void askFor(const std::string &event)
    {
        insights::v1::QuerySpec spec = m_shelf->desk.draft.spec();
        spec.mutable_events(0)->set_name(event);
        m_shelf->desk.draft.editSpec(spec, "Change event");
    }
};

QTEST_MAIN(LibraryTest)
#include "library_test.moc"
