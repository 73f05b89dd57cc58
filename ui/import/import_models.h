// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <datasets/v1/datasets.pb.h>

// What the cells of the import page say of themselves besides their text.
enum ImportCellRole {
    ToneRole = Qt::UserRole, // an int(Role): the ink
    StrongRole, // bool
    ShareRole, // double from 0 to 1: a bar before the text
    BadRole, // bool: the line holds no event
    BelowRole // QString, of headers: the second line
};

QString partName(datasets::v1::ColumnRole role); // "Event name"

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

// The first lines of a file, with what keeps one from being an event.
class FileLineModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(const datasets::v1::PreviewResponse &preview, const datasets::v1::ColumnMap &map);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int firstValue() const { return m_hasProblems ? 2 : 1; } // behind the line's number and its problem
    const datasets::v1::PreviewColumn *columnAt(int section) const;

    datasets::v1::PreviewResponse m_preview;
    datasets::v1::ColumnMap m_map;
    bool m_hasProblems = false;
};

// The lines that were left out, each with its reason.
class BadLineModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    using BadLines = google::protobuf::RepeatedPtrField<datasets::v1::BadLine>;
    void setLines(const BadLines &lines, bool namesFiles);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    BadLines m_lines;
    bool m_namesFiles = false;
};
