// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Boards in the window, in the place of the question.
#include "query/answer_document.h"
#include "query/spec_json.h"
#include "session/board.h"
#include "session/question_file.h"
#include "ui/charts/sheet_file.h"
#include "ui/library/item_dialog.h"
#include "ui/library/library_panel.h"
#include "ui/shell/actions.h"
#include "ui/shell/board_answers.h"
#include "ui/shell/board_page.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/keeping_note.h"
#include "ui/shell/library_room.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>
#include <QUndoGroup>
#include <QUndoStack>

namespace {

constexpr int boardPageWidth = 1280; // px of the exported page

}

void MainWindow::connectBoards()
{
    LibraryPanel &panel = m_library->panel();
    m_undo->addStack(&panel.edits().undoStack());
    // What was edited last is what is undone.
    for (QUndoStack *stack : {&m_draft.undoStack(), &panel.edits().undoStack()})
        connect(stack, &QUndoStack::indexChanged, m_undo, [group = m_undo, stack] {
            if (group->stacks().contains(stack)) // not while it ends
                group->setActiveStack(stack);
        });
    connect(m_library, &LibraryRoom::boardWanted, this, &MainWindow::openBoard);
    connect(m_library, &LibraryRoom::questionOpened, this, &MainWindow::closeBoard);
    connect(m_actions->newBoard, &QAction::triggered, this, [this] { makeBoard(0); });
    connect(&panel, &LibraryPanel::newBoardWanted, this, [this] { makeBoard(0); });
    connect(&panel, &LibraryPanel::addToBoardWanted, this, &MainWindow::addToBoard);
    connect(m_board, &BoardPage::questionWanted, m_library, &LibraryRoom::openQuestion);
    connect(m_board, &BoardPage::usersWanted, this, &MainWindow::showUsers);
    connect(m_board, &BoardPage::backWanted, this, &MainWindow::closeBoard);
    connect(m_board, &BoardPage::gone, this, &MainWindow::closeBoard);
    connect(m_board, &BoardPage::statusChanged, this, [this] {
        if (m_pages->currentWidget() != m_board)
            return;
        const BoardStatus status = m_board->status();
        if (!status.isAsking && m_service.state == ServiceStatus::State::Ready)
            heedService(status.failed < status.tiles, m_board->outage());
        showStatus();
    });
    connect(&m_catalog, &Catalog::projectOpened, this, [this] {
        const LibraryItem *shown = m_library->library().item(m_board->shown());
        if (shown != nullptr && (shown->project.empty() || shown->project == m_catalog.projectId()))
            m_board->open(shown->id); // opened before there was a project: of this one
        else
            closeBoard();
    });
}

void MainWindow::openBoard(qint64 id)
{
    const LibraryItem *item = m_library->library().item(id);
    if (item == nullptr)
        return;
    if (!item->project.empty() && item->project != m_catalog.projectId())
        openProject(QString::fromStdString(item->project));
    m_keepingNote->endBroughtBack();
    m_board->open(id);
    showPage();
    m_board->setFocus();
    m_undo->setActiveStack(&m_library->panel().edits().undoStack());
    m_library->panel().setShown({LibraryRow::Board, id, {}});
}

void MainWindow::closeBoard()
{
    if (m_board->shown() != 0)
        m_board->close();
    showPage();
    m_undo->setActiveStack(&m_draft.undoStack());
}

void MainWindow::makeBoard(qint64 question)
{
    auto *dialog = new ItemDialog(m_theme, tr("New board"), tr("Make"), {tr("Board"), {}, {}}, {}, false, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, question] {
        explorer::v1::Board board;
        if (const LibraryItem *first = m_library->library().item(question))
            addTile(board, *first);
        LibraryItem item;
        item.name = dialog->words().name;
        item.note = dialog->words().note;
        item.project = m_catalog.projectId();
        item.document = board;
        m_actions->showLibrary->setChecked(true);
        openBoard(m_library->panel().edits().add(item));
    });
    dialog->open();
}

void MainWindow::addToBoard(qint64 question, qint64 board)
{
    const LibraryItem *added = m_library->library().item(question);
    const LibraryItem *item = m_library->library().item(board);
    if (item == nullptr) {
        makeBoard(question);
        return;
    }
    if (added == nullptr || boardIn(*item) == nullptr)
        return;
    LibraryItem after = *item;
    addTile(std::get<explorer::v1::Board>(after.document), *added);
    m_library->panel().edits().update(after, tr("Add %1").arg(added->name));
    m_status->say(tr("Added %1 to %2.").arg(added->name, item->name));
}

// A file's board becomes one of the library; its tiles have their own questions there.
void MainWindow::openBoardFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_status->say(tr("%1 cannot be read: %2.").arg(path, file.errorString()));
        return;
    }
    auto read = readBoardFile(file.readAll().toStdString(), m_catalog.projectTime().calendar());
    if (const auto *errors = std::get_if<JsonErrors>(&read)) {
        m_status->say(path + u':' + QString::fromStdString(toText(errors->front())));
        return;
    }
    LibraryItem item;
    auto &board = std::get<explorer::v1::Board>(read);
    for (auto &tile : *board.mutable_tiles())
        tile.clear_saved_question();
    item.name = board.name().empty() ? QFileInfo(path).fileName().chopped(qsizetype(strlen(boardFileSuffix)))
                                     : QString::fromStdString(board.name());
    item.note = QString::fromStdString(board.note());
    item.project = m_catalog.projectId();
    item.document = board;
    m_actions->showLibrary->setChecked(true);
    openBoard(m_library->panel().edits().add(item));
}

void MainWindow::exportBoard()
{
    const explorer::v1::Board *board = m_board->board();
    if (board == nullptr)
        return;
    const ChartSheet sheet = boardSheet(*board, m_board->answers(), m_project->currentText());
    const QSize size(boardPageWidth, boardPageHeight(*board));
    QString path = QFileDialog::getSaveFileName(
        this, tr("Export board"), QString::fromStdString(board->name()).replace(u'/', u'-') + QStringLiteral(".pdf"),
        tr("Pages (*.pdf *.png *.svg)"));
    if (path.isEmpty())
        return;
    if (!sheetFormatOf(path))
        path += QStringLiteral(".pdf");
    const ExportLook look = ExportDialog::storedLook(m_theme);
    const QString problem
        = writeFile(path, sheetBytes(*sheetFormatOf(path), size, look.scale, sheet, Theme(look.scheme)));
    m_status->say(problem.isEmpty() ? tr("Exported %1.").arg(path) : tr("%1 was not written: %2.").arg(path, problem));
}
