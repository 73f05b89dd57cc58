// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/answer_table.h"

#include <QAbstractTableModel>

// An answer as rows and columns, read in place. Sorting moves only row numbers; no number comes last, a total after
// all. Qt::EditRole gives the plain number (or ms) behind a text.
class AnswerTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum DataRole { BarRole = Qt::UserRole, TotalRole };

    explicit AnswerTableModel(const Theme &theme, QObject *parent = nullptr);

    // A sort by a column that is there with the same name stays.
    void setTable(AnswerTablePtr table);
    const AnswerTable *table() const { return m_table.get(); }
    int sortColumn() const { return m_sortColumn; } // -1: in the order of the answer
    Qt::SortOrder sortOrder() const { return m_sortOrder; }
    // The row as a line for the clipboard.
    QStringList plainCells(int row, int firstColumn, int lastColumn) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    int rowAt(int row) const { return m_order[std::size_t(row)]; }
    bool comesBefore(int left, int right) const;
    void reorder();

    const Theme &m_theme;
    AnswerTablePtr m_table;
    std::vector<int> m_order; // row of the answer for each row shown
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    QString m_sortName; // of the sorted column
};
