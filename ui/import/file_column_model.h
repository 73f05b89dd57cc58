// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/import_models.h"

// The columns of a file: what they hold and what they become.
class FileColumnModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, TypeColumn, FirstColumn, FilledColumn, BecomesColumn, PropertyColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    // As the columns are seen with `map`.
    void setPreview(const datasets::v1::PreviewResponse &preview, const datasets::v1::ColumnMap &map);
    void setEditable(bool editable); // what columns become, other than parts of an event

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void mapChosen(const datasets::v1::ColumnMap &map);

private:
    QString textOf(const datasets::v1::PreviewColumn &column, int section) const;
    double shareOf(const datasets::v1::PreviewColumn &column) const;

    datasets::v1::PreviewResponse m_preview;
    datasets::v1::ColumnMap m_map;
    bool m_isEditable = true;
};
