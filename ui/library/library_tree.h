// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/library_model.h"

#include <QSet>
#include <QTreeView>

class Theme;

// The tree of the library. A click or Enter opens what there is to open and folds what can be folded.
class LibraryTree : public QTreeView
{
    Q_OBJECT
public:
    LibraryTree(const Theme &theme, LibraryModel &model, QWidget *parent = nullptr);

    LibraryPlace currentPlace() const;
    void setCurrentPlace(const LibraryPlace &place);

Q_SIGNALS:
    void opened(const LibraryPlace &place);
    void plusClicked(LibraryRow section);
    void removeWanted(const LibraryPlace &place);
    void menuWanted(const LibraryPlace &place, const QPoint &at); // on the screen

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void unfold();
    void foldMany();
    void open(const QModelIndex &index);

    LibraryModel &m_model;
    bool m_isNew = true; // before there was a folder
    QSet<QString> m_folded; // folders; sections never are
    LibraryPlace m_before; // was the current one before the rows came anew
};
