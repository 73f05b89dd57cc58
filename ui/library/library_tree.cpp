// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_tree.h"

#include "ui/library/library_delegate.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>

namespace {

constexpr int mostUnfolded = 40; // rows

}

LibraryTree::LibraryTree(const Theme &theme, LibraryModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("libraryTree"));
    setAccessibleName(tr("Library"));
    setModel(&model);
    auto *delegate = new LibraryDelegate(theme, this);
    setItemDelegate(delegate);
    setHeaderHidden(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setItemsExpandable(true);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setStyleSheet(QStringLiteral("QTreeView { background: transparent; }"));
    connect(delegate, &LibraryDelegate::editingBegan, &model, [&model] { model.setHeld(true); });
    connect(delegate, &LibraryDelegate::editingEnded, &model, [&model] { model.setHeld(false); });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_before = currentPlace(); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        unfold();
        setCurrentIndex(m_model.find(m_before));
    });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_folded.insert(m_model.place(index).folder); });
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_folded.remove(m_model.place(index).folder); });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    unfold();
}

LibraryPlace LibraryTree::currentPlace() const
{
    return m_model.place(currentIndex());
}

void LibraryTree::setCurrentPlace(const LibraryPlace &place)
{
    setCurrentIndex(m_model.find(place));
}

// At first: of a large library one wants to see the folders, and the history below them.
void LibraryTree::foldMany()
{
    const QModelIndex questions = m_model.find({LibraryRow::Questions, 0, {}});
    std::vector<QModelIndex> open{questions};
    QSet<QString> folders;
    int rows = 0;
    while (!open.empty()) {
        const QModelIndex parent = open.back();
        open.pop_back();
        for (int row = 0; row < m_model.rowCount(parent); ++row) {
            const QModelIndex child = m_model.index(row, 0, parent);
            ++rows;
            if (m_model.place(child).row != LibraryRow::Folder)
                continue;
            folders.insert(m_model.place(child).folder);
            open.push_back(child);
        }
    }
    if (folders.isEmpty() || !std::exchange(m_isNew, false))
        return;
    if (rows > mostUnfolded)
        m_folded = folders;
}

// All that was not folded by hand; a search shows what it found.
void LibraryTree::unfold()
{
    foldMany();
    const QSet<QString> folded = m_folded;
    expandAll();
    if (!m_model.search().isEmpty()) {
        m_folded = folded;
        return;
    }
    for (const QString &folder : folded)
        collapse(m_model.find({LibraryRow::Folder, 0, folder}));
    m_folded = folded;
}

void LibraryTree::open(const QModelIndex &index)
{
    const LibraryPlace place = m_model.place(index);
    if (place.row == LibraryRow::Folder)
        setExpanded(index, !isExpanded(index));
    else if (place.row == LibraryRow::Board || place.row == LibraryRow::Question || place.row == LibraryRow::Asked)
        Q_EMIT opened(place);
}

void LibraryTree::drawBranches(QPainter *, const QRect &, const QModelIndex &) const { }

void LibraryTree::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint at = isByKey ? visualRect(currentIndex()).center() : viewport()->mapFromGlobal(event->globalPos());
    Q_EMIT menuWanted(m_model.place(isByKey ? currentIndex() : indexAt(at)), viewport()->mapToGlobal(at));
}

void LibraryTree::keyPressEvent(QKeyEvent *event)
{
    const LibraryPlace place = currentPlace();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isSection(place.row))
            Q_EMIT plusClicked(place.row);
        else
            open(currentIndex());
        return;
    case Qt::Key_Delete: Q_EMIT removeWanted(place); return;
    case Qt::Key_Left:
        if (isSection(place.row)) // stays open
            return;
        break;
    default: break;
    }
    QTreeView::keyPressEvent(event);
}

void LibraryTree::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isClick = state() == QAbstractItemView::NoState || state() == QAbstractItemView::DragSelectingState;
    QTreeView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || !isClick)
        return;
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid() || index != currentIndex())
        return;
    const LibraryRow row = m_model.place(index).row;
    if (!isSection(row))
        open(index);
    else if (LibraryDelegate::plusRect(visualRect(index)).adjusted(-4, -4, 4, 4).contains(event->position().toPoint()))
        Q_EMIT plusClicked(row);
}
