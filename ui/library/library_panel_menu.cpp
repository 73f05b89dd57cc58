// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done with a row of the library.
#include "ui/library/library_panel.h"
#include "ui/library/library_tree.h"
#include "ui/library/library_words.h"

#include <QMenu>

namespace {

QString menuText(const QString &name)
{
    return QString(name).replace(u'&', QStringLiteral("&&"));
}

} // namespace

void LibraryPanel::showMenu(const LibraryPlace &place, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("libraryMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    switch (place.row) {
    case LibraryRow::Board:
    case LibraryRow::Question: fillItemMenu(*menu, place); break;
    case LibraryRow::Folder:
        menu->addAction(tr("Rename"), this, [this, place] { m_tree->edit(m_model.find(place)); })
            ->setShortcut(Qt::Key_F2);
        addMoveMenu(*menu, place);
        break;
    case LibraryRow::Asked:
        menu->addAction(tr("Open"), this, [this, place] { Q_EMIT opened(place); });
        menu->addAction(tr("Remove from the history"), this, [this, place] { remove(place); })
            ->setShortcut(Qt::Key_Delete);
        break;
    case LibraryRow::History: menu->addAction(tr("Clear the history"), this, [this] { m_history.clear(); }); break;
    default:
        menu->addAction(tr("Save this question…"), this, &LibraryPanel::saveQuestionWanted);
        menu->addAction(tr("New board…"), this, &LibraryPanel::newBoardWanted);
        break;
    }
    menu->popup(at);
}

void LibraryPanel::fillItemMenu(QMenu &menu, const LibraryPlace &place)
{
    const auto say = [&menu](const QString &text, auto does) { return menu.addAction(text, &menu, does); };
    say(tr("Open"), [this, place] { Q_EMIT opened(place); });
    if (place.row == LibraryRow::Question)
        addBoardMenu(menu, place);
    menu.addSeparator();
    say(tr("Rename"), [this, place] { m_tree->edit(m_model.find(place)); })->setShortcut(Qt::Key_F2);
    say(tr("Name and note…"), [this, place] { askForWords(place.id); });
    if (place.row == LibraryRow::Question)
        addMoveMenu(menu, place);
    say(tr("Duplicate"), [this, place] { m_edits.duplicate(place.id); });
    say(tr("Save as a file…"), [this, place] { Q_EMIT fileWanted(place.id); });
    menu.addSeparator();
    say(tr("Remove"), [this, place] { remove(place); })->setShortcut(Qt::Key_Delete);
}

void LibraryPanel::addMoveMenu(QMenu &menu, const LibraryPlace &place)
{
    QMenu *folders = menu.addMenu(tr("Move to folder"));
    folders->addAction(tr("No folder"), this, [this, place] { move(place, {}); });
    for (const QString &folder : m_library.folders()) {
        const bool isInIt = place.row == LibraryRow::Folder && (folder + u'/').startsWith(place.folder + u'/');
        if (!isInIt)
            folders->addAction(menuText(folder), this, [this, place, folder] { move(place, folder); });
    }
    if (place.row == LibraryRow::Question)
        folders->addAction(tr("New folder…"), this, [this, place] { askForWords(place.id); });
}

void LibraryPanel::addBoardMenu(QMenu &menu, const LibraryPlace &place)
{
    QMenu *boards = menu.addMenu(tr("Add to board"));
    for (const LibraryItem *item : m_library.items())
        if (boardIn(*item))
            boards->addAction(menuText(item->name), this,
                              [this, place, board = item->id] { Q_EMIT addToBoardWanted(place.id, board); });
    boards->addAction(tr("New board"), this, [this, place] { Q_EMIT addToBoardWanted(place.id, 0); });
}
