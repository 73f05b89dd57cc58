// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/fuzzy.h"

#include <QAbstractListModel>

// The rows of a completion list: what matches, and last, what was typed itself when nothing has exactly that name.
class CompletionModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { CountRole = Qt::UserRole, PositionsRole, NoteRole, IsTypedRole };
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<Suggestion> rows, const QString &typed);
    QString name(int row) const; // what choosing the row gives

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    bool isTypedRow(int row) const { return row == int(m_rows.size()); }
    QVariant typedRow(int role) const;

    std::vector<Suggestion> m_rows;
    QString m_typed; // empty when there is no row for it
};
