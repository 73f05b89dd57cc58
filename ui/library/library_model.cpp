// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_model.h"

#include "session/question_words.h"
#include "ui/library/library_words.h"

#include <QMimeData>

#include <vector>

struct LibraryModel::Node
{
    LibraryPlace place;
    QString name;
    QString aside;
    QString icon;
    QString toolTip;
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;

    Node &add(Node child)
    {
        child.parent = this;
        child.row = int(children.size());
        children.push_back(std::make_unique<Node>(std::move(child)));
        return *children.back();
    }

    bool hasShapeOf(const Node &other) const
    {
        if (place != other.place || children.size() != other.children.size())
            return false;
        for (std::size_t i = 0; i < children.size(); ++i)
            if (!children[i]->hasShapeOf(*other.children[i]))
                return false;
        return true;
    }
};

namespace {

QString mimeType()
{
    return QStringLiteral("application/x-insights-library-row");
}

} // namespace

bool isSection(LibraryRow row)
{
    return row == LibraryRow::Boards || row == LibraryRow::Questions || row == LibraryRow::History;
}

LibraryModel::LibraryModel(const Library &library, const History &history, QObject *parent)
    : QAbstractItemModel(parent)
    , m_library(library)
    , m_history(history)
    , m_root(built())
{
    m_late.setSingleShot(true);
    m_late.setInterval(0);
    connect(&m_late, &QTimer::timeout, this, &LibraryModel::refresh);
    const auto later = [this] { m_late.start(); };
    connect(&m_library, &Library::loaded, this, later);
    connect(&m_library, &Library::changed, this, later);
    connect(&m_history, &History::loaded, this, later);
    connect(&m_history, &History::changed, this, later);
}

LibraryModel::~LibraryModel() = default;

void LibraryModel::setSearch(const QString &search)
{
    if (std::exchange(m_search, search) != search)
        refresh();
}

void LibraryModel::setHeld(bool held)
{
    if (std::exchange(m_isHeld, held) && !held)
        m_late.start();
}

// The rows that are there stay the same ones as long as none comes or goes.
void LibraryModel::refresh()
{
    if (m_isHeld)
        return;
    m_late.stop();
    std::unique_ptr<Node> next = built();
    if (next->hasShapeOf(*m_root)) {
        adopt(*m_root, *next, {});
        return;
    }
    beginResetModel();
    m_root = std::move(next);
    endResetModel();
}

void LibraryModel::adopt(Node &node, Node &other, const QModelIndex &index)
{
    node.name = other.name;
    node.aside = other.aside;
    node.icon = other.icon;
    node.toolTip = other.toolTip;
    for (std::size_t i = 0; i < node.children.size(); ++i)
        adopt(*node.children[i], *other.children[i], this->index(int(i), 0, index));
    if (!node.children.empty())
        Q_EMIT dataChanged(this->index(0, 0, index), this->index(int(node.children.size()) - 1, 0, index));
}

std::unique_ptr<LibraryModel::Node> LibraryModel::built() const
{
    auto root = std::make_unique<Node>();
    addBoards(*root);
    addQuestions(*root);
    addHistory(*root);
    return root;
}

void LibraryModel::addBoards(Node &root) const
{
    Node &section = root.add({.place = {LibraryRow::Boards}, .name = tr("Boards")});
    for (const LibraryItem *item : m_library.items(m_search))
        if (const explorer::v1::Board *board = boardIn(*item))
            section.add({.place = {LibraryRow::Board, item->id},
                         .name = item->name,
                         .aside = QString::number(board->tiles_size()),
                         .icon = QStringLiteral("board"),
                         .toolTip = itemToolTip(*item)});
    if (section.children.empty())
        section.add({.name = m_search.isEmpty() ? tr("No board yet") : tr("No board has these words")});
}

void LibraryModel::addQuestions(Node &root) const
{
    Node &section = root.add({.place = {LibraryRow::Questions}, .name = tr("Questions")});
    std::map<QString, Node *> folders{{QString(), &section}};
    const std::vector<const LibraryItem *> items = m_library.items(m_search);
    std::map<QString, int> counts;
    for (const LibraryItem *item : items)
        if (questionIn(*item))
            for (QString folder = item->folder; !folder.isEmpty(); folder = parentFolder(folder))
                ++counts[folder];
    for (const QString &folder : m_library.folders()) // those above come first
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
        section.add({.name = m_search.isEmpty() ? tr("Ctrl+S saves a question") : tr("No question has these words")});
}

void LibraryModel::addHistory(Node &root) const
{
    Node &section = root.add({.place = {LibraryRow::History}, .name = tr("History")});
    const QDateTime now = QDateTime::currentDateTime();
    for (const HistoryEntry *entry : m_history.entries(m_search)) {
        section.add({.place = {LibraryRow::Asked, entry->id},
                     .name = entry->words,
                     .aside = shortMoment(entry->askedAt, now),
                     .icon = questionIcon(entry->question.query()),
                     .toolTip = entryToolTip(*entry)});
        if (m_search.isEmpty() && section.children.size() == mostAsked)
            break;
    }
    if (section.children.empty())
        section.add({.name = m_search.isEmpty() ? tr("Nothing asked yet") : tr("Nothing asked has these words")});
}

const LibraryModel::Node &LibraryModel::node(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<const Node *>(index.internalPointer()) : *m_root;
}

LibraryPlace LibraryModel::place(const QModelIndex &index) const
{
    return index.isValid() ? node(index).place : LibraryPlace{};
}

QModelIndex LibraryModel::indexOf(const Node &node) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row, 0, const_cast<Node *>(&node));
}

QModelIndex LibraryModel::find(const LibraryPlace &place) const
{
    if (place.row == LibraryRow::Hint)
        return {};
    std::vector<const Node *> open{m_root.get()};
    while (!open.empty()) {
        const Node *next = open.back();
        open.pop_back();
        if (next->place == place)
            return indexOf(*next);
        for (const auto &child : next->children)
            open.push_back(child.get());
    }
    return {};
}

QModelIndex LibraryModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return indexOf(*node(parent).children[std::size_t(row)]);
}

QModelIndex LibraryModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(*node(index).parent) : QModelIndex();
}

int LibraryModel::rowCount(const QModelIndex &parent) const
{
    return int(node(parent).children.size());
}

int LibraryModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant LibraryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &shown = node(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return shown.name;
    case Qt::ToolTipRole: return shown.toolTip;
    case Qt::AccessibleTextRole:
        return shown.aside.isEmpty() ? shown.name : QStringLiteral("%1, %2").arg(shown.name, shown.aside);
    case AsideRole: return shown.aside;
    case IconRole: return shown.icon;
    case DepthRole: {
        int depth = -1;
        for (const Node *above = &shown; above->parent != nullptr; above = above->parent)
            ++depth;
        return depth;
    }
    default: return {};
    }
}

bool LibraryModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable) || name.isEmpty() || name == node(index).name)
        return false;
    Q_EMIT renameWanted(place(index), name);
    return true;
}

Qt::ItemFlags LibraryModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    switch (place(index).row) {
    case LibraryRow::Boards: return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    case LibraryRow::Questions: return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled;
    case LibraryRow::History: return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    case LibraryRow::Board:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDropEnabled;
    case LibraryRow::Folder:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled
            | Qt::ItemIsDropEnabled;
    case LibraryRow::Question:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled
            | Qt::ItemNeverHasChildren;
    case LibraryRow::Asked: return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    case LibraryRow::Hint: break;
    }
    return Qt::ItemNeverHasChildren;
}

QStringList LibraryModel::mimeTypes() const
{
    return {mimeType()};
}

QMimeData *LibraryModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    const LibraryPlace dragged = place(indexes.first());
    auto *data = new QMimeData;
    const QString text = dragged.row == LibraryRow::Folder ? u'/' + dragged.folder : QString::number(dragged.id);
    data->setData(mimeType(), text.toUtf8());
    return data;
}

bool LibraryModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    if (!data->hasFormat(mimeType()) || !(flags(parent) & Qt::ItemIsDropEnabled))
        return false;
    const QString dragged = QString::fromUtf8(data->data(mimeType()));
    if (!dragged.startsWith(u'/'))
        return true;
    const LibraryPlace target = place(parent); // no folder goes into itself, nor onto a board
    return target.row != LibraryRow::Board && !(target.folder + u'/').startsWith(dragged.mid(1) + u'/');
}

bool LibraryModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QString dragged = QString::fromUtf8(data->data(mimeType()));
    const LibraryPlace target = place(parent);
    if (target.row == LibraryRow::Board)
        Q_EMIT addToBoardWanted(dragged.toLongLong(), target.id);
    else if (dragged.startsWith(u'/'))
        Q_EMIT moveWanted({LibraryRow::Folder, 0, dragged.mid(1)}, target.folder);
    else
        Q_EMIT moveWanted({LibraryRow::Question, dragged.toLongLong(), {}}, target.folder);
    return false; // the rows follow the library
}
