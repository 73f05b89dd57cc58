// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/completion_model.h"

#include "ui/builder/controls.h"
#include "ui/text/number_text.h"

#include <algorithm>

void CompletionModel::setRows(std::vector<Suggestion> rows, const QString &typed)
{
    const bool isThere = std::any_of(rows.begin(), rows.end(),
                                     [&typed](const Suggestion &row) { return row.candidate.name == typed; });
    beginResetModel();
    m_rows = std::move(rows);
    m_typed = isThere ? QString() : typed;
    endResetModel();
}

QString CompletionModel::name(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    return isTypedRow(row) ? m_typed : m_rows[row].candidate.name;
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size()) + (m_typed.isEmpty() ? 0 : 1);
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (isTypedRow(index.row()))
        return typedRow(role);
    const Suggestion &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.candidate.name;
    case Qt::ToolTipRole: return plainToolTip(row.candidate.name);
    case Qt::AccessibleTextRole:
        return row.candidate.count > 0
            ? tr("%1, seen %2 times").arg(row.candidate.name, QString::number(row.candidate.count))
            : row.candidate.name;
    case CountRole: return row.candidate.count > 0 ? compactNumber(double(row.candidate.count)) : QString();
    case NoteRole: return row.candidate.note;
    case PositionsRole: return QVariant::fromValue(row.positions);
    case IsTypedRole: return false;
    default: return {};
    }
}

QVariant CompletionModel::typedRow(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return tr("Use “%1”").arg(m_typed);
    case IsTypedRole: return true;
    default: return {};
    }
}
