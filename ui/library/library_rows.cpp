// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_rows.h"

#include "ui/library/library_words.h"

#include <QCoreApplication>

bool isSection(LibraryRow row)
{
    return row == LibraryRow::Boards || row == LibraryRow::Questions || row == LibraryRow::History;
}

LibraryNode &LibraryNode::add(LibraryNode child)
{
    child.parent = this;
    child.row = int(children.size());
    children.push_back(std::make_unique<LibraryNode>(std::move(child)));
    return *children.back();
}

bool LibraryNode::hasShapeOf(const LibraryNode &other) const
{
    if (place != other.place || children.size() != other.children.size())
        return false;
    for (std::size_t i = 0; i < children.size(); ++i)
        if (!children[i]->hasShapeOf(*other.children[i]))
            return false;
    return true;
}

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LibraryModel)
};

void addBoards(LibraryNode &root, const Library &library, const QString &search)
{
    LibraryNode &section = root.add({.place = {LibraryRow::Boards}, .name = Text::tr("Boards")});
    for (const LibraryItem *item : library.items(search))
        if (const explorer::v1::Board *board = boardIn(*item))
            section.add({.place = {LibraryRow::Board, item->id},
                         .name = item->name,
                         .aside = QString::number(board->tiles_size()),
                         .icon = QStringLiteral("board"),
                         .toolTip = itemToolTip(*item)});
    if (section.children.empty())
        section.add({.name = search.isEmpty() ? Text::tr("No board yet") : Text::tr("No board has these words")});
}

void addQuestions(LibraryNode &root, const Library &library, const QString &search)
{
    LibraryNode &section = root.add({.place = {LibraryRow::Questions}, .name = Text::tr("Questions")});
    std::map<QString, LibraryNode *> folders{{QString(), &section}};
    const std::vector<const LibraryItem *> items = library.items(search);
    std::map<QString, int> counts;
    for (const LibraryItem *item : items)
        if (questionIn(*item))
            for (QString folder = item->folder; !folder.isEmpty(); folder = parentFolder(folder))
                ++counts[folder];
    for (const QString &folder : library.folders()) // those above come first
        if (counts.contains(folder))
            folders[folder] = &folders.at(parentFolder(folder))
                                   ->add({.place = {LibraryRow::Folder, 0, folder},
                                          .name = folder.section(u'/', -1),
                                          .aside = QString::number(counts.at(folder)),
                                          .icon = QStringLiteral("folder")});
    for (const LibraryItem *item : items)
        if (const explorer::v1::Question *question = questionIn(*item))
            folders.at(item->folder)
                ->add({.place = {LibraryRow::Question, item->id, item->folder},
                       .name = item->name,
                       .icon = questionIcon(question->query()),
                       .toolTip = itemToolTip(*item)});
    if (section.children.empty())
        section.add(
            {.name = search.isEmpty() ? Text::tr("Ctrl+S saves a question") : Text::tr("No question has these words")});
}

void addHistory(LibraryNode &root, const History &history, const QString &search)
{
    LibraryNode &section = root.add({.place = {LibraryRow::History}, .name = Text::tr("History")});
    const QDateTime now = QDateTime::currentDateTime();
    for (const HistoryEntry *entry : history.entries(search)) {
        section.add({.place = {LibraryRow::Asked, entry->id},
                     .name = entry->words,
                     .aside = shortMoment(entry->askedAt, now),
                     .icon = questionIcon(entry->question.query()),
                     .toolTip = entryToolTip(*entry)});
        if (search.isEmpty() && section.children.size() == mostAsked)
            break;
    }
    if (section.children.empty())
        section.add(
            {.name = search.isEmpty() ? Text::tr("Nothing asked yet") : Text::tr("Nothing asked has these words")});
}

} // namespace

std::unique_ptr<LibraryNode> libraryRows(const Library &library, const History &history, const QString &search)
{
    auto root = std::make_unique<LibraryNode>();
    addBoards(*root, library, search);
    addQuestions(*root, library, search);
    addHistory(*root, history, search);
    return root;
}
