// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/import_table.h"

class QTableView;

// Cells of the table of columns: what can be changed looks like a field, and is edited in place by a click, by typing,
// by F2 or Return.
class ImportColumnDelegate : public ImportCellDelegate
{
    Q_OBJECT
public:
    using ImportCellDelegate::ImportCellDelegate;

    // Makes the cells of a table of FileColumnModel fields.
    static void install(const Theme &theme, QTableView &table, int rowHeight);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    QRect paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
