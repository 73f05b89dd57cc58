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
bool isPart(datasets::v1::ColumnRole role); // of an event, not a property

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
