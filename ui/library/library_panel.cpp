// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_panel.h"

#include "ui/builder/elided_label.h"
#include "ui/library/item_dialog.h"
#include "ui/library/library_tree.h"
#include "ui/library/library_words.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

LibraryPanel::LibraryPanel(const Theme &theme, Library &library, History &history, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_library(library)
    , m_history(history)
    , m_edits(library)
    , m_model(library, history)
{
    setObjectName(QStringLiteral("libraryPanel"));
    setFixedWidth(usualWidth);
    createWidgets(theme);
    arrange();
    connectSignals();
    setFocusProxy(m_tree);
    showUndo();
}

void LibraryPanel::createWidgets(const Theme &theme)
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("librarySearch"));
    m_search->setPlaceholderText(tr("Search library"));
    m_search->setAccessibleName(tr("Search library"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(theme.icon(QStringLiteral("search"), Role::Text3), QLineEdit::LeadingPosition);
    m_tree = new LibraryTree(theme, m_model, this);
    m_undoBar = new QWidget(this);
    m_undoText = new ElidedLabel(m_undoBar);
    m_undoText->setFont(theme.font(Type::Table));
    m_undo = new QPushButton(tr("Undo"), m_undoBar);
    m_undo->setObjectName(QStringLiteral("libraryUndo"));
    m_undo->setProperty("quiet", true);
    m_undo->setFont(theme.font(Type::Table));
}

void LibraryPanel::arrange()
{
    auto *bar = new QHBoxLayout(m_undoBar);
    bar->setContentsMargins(16, 4, 8, 4);
    bar->addWidget(m_undoText, 1);
    bar->addWidget(m_undo);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 12, 12, 8);
    head->addWidget(m_search);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_tree, 1);
    column->addWidget(m_undoBar);
}

void LibraryPanel::connectSignals()
{
    connect(m_search, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_model.setSearch(text.trimmed()); });
    connect(m_search, &QLineEdit::returnPressed, m_tree, qOverload<>(&QWidget::setFocus));
    connect(m_tree, &LibraryTree::opened, this, &LibraryPanel::opened);
    connect(m_tree, &LibraryTree::removeWanted, this, &LibraryPanel::remove);
    connect(m_tree, &LibraryTree::plusClicked, this, [this](LibraryRow section) {
        if (section == LibraryRow::Boards)
            Q_EMIT newBoardWanted();
        else if (section == LibraryRow::Questions)
            Q_EMIT saveQuestionWanted();
    });
    connect(m_tree, &LibraryTree::menuWanted, this, &LibraryPanel::showMenu);
    connect(&m_model, &LibraryModel::renameWanted, this, &LibraryPanel::rename);
    connect(&m_model, &LibraryModel::moveWanted, this, &LibraryPanel::move);
    connect(&m_model, &LibraryModel::addToBoardWanted, this, &LibraryPanel::addToBoardWanted);
    connect(m_undo, &QPushButton::clicked, &m_edits.undoStack(), &QUndoStack::undo);
    connect(&m_edits.undoStack(), &QUndoStack::indexChanged, this, &LibraryPanel::showUndo);
}

// What was done last, until it is undone: a removal above all.
void LibraryPanel::showUndo()
{
    const QUndoStack &stack = m_edits.undoStack();
    m_undoBar->setVisible(stack.canUndo());
    m_undoText->setFullText(stack.undoText());
}

void LibraryPanel::setShown(const LibraryPlace &place)
{
    m_tree->setCurrentPlace(place);
}

void LibraryPanel::rename(const LibraryPlace &place, const QString &name)
{
    if (place.row == LibraryRow::Folder) {
        const QString above = parentFolder(place.folder);
        m_edits.moveFolder(place.folder, above.isEmpty() ? name : above + u'/' + name);
    } else {
        m_edits.rename(place.id, name);
    }
}

void LibraryPanel::move(const LibraryPlace &place, const QString &folder)
{
    if (place.row != LibraryRow::Folder) {
        m_edits.move(place.id, folder);
        return;
    }
    const QString name = place.folder.section(u'/', -1);
    m_edits.moveFolder(place.folder, folder.isEmpty() ? name : folder + u'/' + name);
}

void LibraryPanel::remove(const LibraryPlace &place)
{
    if (place.row == LibraryRow::Asked)
        m_history.remove(place.id);
    else if (place.row == LibraryRow::Question || place.row == LibraryRow::Board)
        m_edits.remove(place.id);
}

void LibraryPanel::askForWords(qint64 id)
{
    const LibraryItem *item = m_library.item(id);
    if (item == nullptr)
        return;
    auto *dialog = new ItemDialog(m_theme, tr("Name and note"), tr("Save"), {item->name, item->folder, item->note},
                                  m_library.folders(), questionIn(*item) != nullptr, window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, id] {
        const LibraryItem *now = m_library.item(id);
        if (now == nullptr)
            return;
        LibraryItem after = *now;
        const ItemWords words = dialog->words();
        after.name = words.name;
        after.folder = words.folder;
        after.note = words.note;
        m_edits.update(after, tr("Edit %1").arg(now->name));
    });
    dialog->open();
}
