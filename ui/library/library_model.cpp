// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_model.h"

#include <QMimeData>

namespace {

QString mimeType()
{
    return QStringLiteral("application/x-insights-library-row");
}

} // namespace

LibraryModel::LibraryModel(const Library &library, const History &history, QObject *parent)
    : QAbstractItemModel(parent)
    , m_library(library)
    , m_history(history)
    , m_root(libraryRows(library, history, {}))
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
    std::unique_ptr<LibraryNode> next = libraryRows(m_library, m_history, m_search);
    if (next->hasShapeOf(*m_root)) {
        adopt(*m_root, *next, {});
        return;
    }
    beginResetModel();
    m_root = std::move(next);
    endResetModel();
}

void LibraryModel::adopt(LibraryNode &node, LibraryNode &other, const QModelIndex &index)
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

const LibraryNode &LibraryModel::node(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<const LibraryNode *>(index.internalPointer()) : *m_root;
}

LibraryPlace LibraryModel::place(const QModelIndex &index) const
{
    return index.isValid() ? node(index).place : LibraryPlace{};
}

QModelIndex LibraryModel::indexOf(const LibraryNode &node) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row, 0, const_cast<LibraryNode *>(&node));
}

QModelIndex LibraryModel::find(const LibraryPlace &place) const
{
    if (place.row == LibraryRow::Hint)
        return {};
    std::vector<const LibraryNode *> open{m_root.get()};
    while (!open.empty()) {
        const LibraryNode *next = open.back();
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
    const LibraryNode &shown = node(index);
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
        for (const LibraryNode *above = &shown; above->parent != nullptr; above = above->parent)
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
