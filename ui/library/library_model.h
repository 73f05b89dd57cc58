// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/library_rows.h"

#include <QAbstractItemModel>
#include <QTimer>

// Boards, saved questions in their folders and the history as one tree. Names are edited in place.
class LibraryModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { AsideRole = Qt::UserRole, IconRole, DepthRole };

    LibraryModel(const Library &library, const History &history, QObject *parent = nullptr);
    ~LibraryModel() override;

    void setSearch(const QString &search);
    const QString &search() const { return m_search; }
    // While a name is typed nothing moves; what changed meanwhile shows after that.
    void setHeld(bool held);
    LibraryPlace place(const QModelIndex &index) const;
    QModelIndex find(const LibraryPlace &place) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }

Q_SIGNALS:
    // By hand; whoever edits the library does it, and can undo it.
    void renameWanted(const LibraryPlace &place, const QString &name);
    void moveWanted(const LibraryPlace &place, const QString &folder);
    void addToBoardWanted(qint64 question, qint64 board);

private:
    void refresh();
    void adopt(LibraryNode &node, LibraryNode &other, const QModelIndex &index);
    QModelIndex indexOf(const LibraryNode &node) const;
    const LibraryNode &node(const QModelIndex &index) const;

    const Library &m_library;
    const History &m_history;
    QString m_search;
    std::unique_ptr<LibraryNode> m_root; // with the search
    QTimer m_late; // several changes are one
    bool m_isHeld = false;
};
