// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window keeps and opens again.
#include "session/keeping/keeping.h"
#include "ui/library/library_panel.h"
#include "ui/shell/actions.h"
#include "ui/shell/board_page.h"
#include "ui/shell/conflict_note.h"
#include "ui/shell/keeping_note.h"
#include "ui/shell/library_room.h"
#include "ui/shell/main_window.h"
#include "ui/shell/recent_questions.h"
#include "ui/shell/result_pane.h"
#include "ui/shell/welcome_page.h"
#include "ui/shell/working_file.h"

#include <QAction>
#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QUndoStack>

void MainWindow::offerKeeping(Keeping &keeping, AnswerCache &answers, InsightsClient &client)
{
    m_library = new LibraryRoom(m_theme, m_draft, m_catalog, m_controller, keeping, answers, this);
    m_board = new BoardPage(m_theme, client, answers, keeping.library(), m_library->panel().edits(), m_catalog);
    m_pages->addWidget(m_board);
    m_keepingNote = new KeepingNote(m_theme, keeping);
    auto *line = new QFrame;
    line->setProperty("rule", true);
    line->setFixedWidth(1);
    auto *side = new QWidget;
    auto *sideRow = new QHBoxLayout(side);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    auto *row = new QHBoxLayout;
    for (QBoxLayout *layout : {static_cast<QBoxLayout *>(sideRow), static_cast<QBoxLayout *>(column)}) {
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
    }
    row->setSpacing(0);
    sideRow->addWidget(&m_library->panel());
    sideRow->addWidget(line);
    column->addWidget(m_keepingNote);
    column->addWidget(new ConflictNote(m_theme, *m_library));
    column->addLayout(row, 1);
    row->addWidget(side);
    row->addWidget(takeCentralWidget(), 1);
    setCentralWidget(whole);
    side->setVisible(m_actions->showLibrary->isChecked());
    for (QAction *action :
         {m_actions->saveQuestion, m_actions->saveQuestionAs, m_actions->newBoard, m_actions->showLibrary})
        action->setVisible(true);
    m_libraryMenu->menuAction()->setVisible(true);
    connect(m_actions->showLibrary, &QAction::toggled, side, &QWidget::setVisible);
    connect(m_actions->showLibrary, &QAction::toggled, this, &MainWindow::giveUpRoom);
    connect(&m_catalog, &Catalog::projectOpened, this, &MainWindow::offerAskedNames);
    connect(&m_library->history(), &History::loaded, this, &MainWindow::offerAskedNames);
    connect(&m_library->history(), &History::changed, this, &MainWindow::offerAskedNames);
    auto *recent = new RecentQuestions(m_theme, *m_library);
    m_welcome->addRecent(recent);
    connect(recent, &RecentQuestions::allWanted, this, [this] {
        m_actions->showLibrary->setChecked(true);
        m_library->panel().setFocus();
    });
    connectKeeping();
    connectBoards();
    setSnippetPlace(m_snippetPlace);
    m_result->setFocus(); // which the pages lost on their way
}

void MainWindow::connectKeeping()
{
    connect(m_actions->saveQuestion, &QAction::triggered, this, &MainWindow::save);
    connect(m_actions->saveQuestionAs, &QAction::triggered, m_library, &LibraryRoom::saveAs);
    connect(m_actions->showLibrary, &QAction::triggered, this,
            [this](bool shown) { shown ? m_library->panel().setFocus() : m_pages->setFocus(); });
    connect(m_library, &LibraryRoom::projectPreferred, this, &MainWindow::preferProject);
    connect(m_library, &LibraryRoom::projectWanted, this, &MainWindow::openProject);
    connect(m_library, &LibraryRoom::openChanged, this, [this] {
        if (!m_library->openName().isEmpty())
            m_file->letGo();
        showOpenName();
    });
    connect(m_library, &LibraryRoom::questionOpened, m_file, &WorkingFile::letGo);
    connect(m_library, &LibraryRoom::said, m_status, &StatusLine::say);
    connect(m_library, &LibraryRoom::broughtBack, m_keepingNote, &KeepingNote::sayBroughtBack);
    connect(m_keepingNote, &KeepingNote::undoWanted, m_actions->undo, &QAction::trigger);
    connect(&m_draft, &DraftQuery::changed, m_keepingNote, &KeepingNote::endBroughtBack);
    // A kept answer comes without being asked for.
    connect(&m_controller, &QueryController::stateChanged, this, [this] {
        updateNotice();
        showRunning();
    });
}

void MainWindow::bringBack()
{
    m_library->bringBack();
}

// To where it came from.
void MainWindow::save()
{
    if (m_file->isOpen())
        m_file->save();
    else
        m_library->save();
}

void MainWindow::showOpenName()
{
    QString name = m_opened ? m_opened->name : m_file->name();
    bool isEdited = m_file->isEdited();
    if (m_library != nullptr && name.isEmpty()) {
        name = m_library->openName();
        isEdited = m_library->isEdited();
    }
    m_result->setSavedName(name, isEdited);
    setWindowTitle(name.isEmpty() ? tr("Insights Explorer") : tr("%1[*] – Insights Explorer").arg(name));
    setWindowModified(isEdited);
}
