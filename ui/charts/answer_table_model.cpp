// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/answer_table_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

AnswerTableModel::AnswerTableModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void AnswerTableModel::setTable(AnswerTablePtr table)
{
    beginResetModel();
    m_table = std::move(table);
    m_order.clear();
    if (m_table) {
        m_order.resize(std::size_t(m_table->rowCount()));
        if (m_sortColumn < 0 || m_sortColumn >= m_table->columnCount()
            || m_table->columnName(m_sortColumn) != m_sortName) {
            m_sortColumn = m_table->startsDescending() ? 0 : -1;
            m_sortOrder = Qt::DescendingOrder;
            m_sortName = m_sortColumn == 0 ? m_table->columnName(0) : QString();
        }
        reorder();
    }
    endResetModel();
}

int AnswerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int AnswerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_table ? 0 : m_table->columnCount();
}

QVariant AnswerTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_table)
        return {};
    const int row = rowAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return m_table->text(row, column);
    case Qt::EditRole: return m_table->number(row, column);
    case Qt::DecorationRole: {
        const auto look = column == 0 ? m_table->look(row, m_theme) : std::nullopt;
        return look ? QVariant(look->color) : QVariant();
    }
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (m_table->isText(column) ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ForegroundRole:
        return m_table->isUnfinished(row, column) ? QVariant(m_theme.color(Role::Text3)) : QVariant();
    case BarRole: return m_table->bar(row, column);
    case TotalRole: return m_table->isTotal(row);
    default: return {};
    }
}

QVariant AnswerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole: return m_table->columnName(section);
    case Qt::ToolTipRole: return section > 0 ? m_table->columnName(section).toHtmlEscaped() : QString();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (m_table->isText(section) ? Qt::AlignLeft : Qt::AlignRight));
    default: return {};
    }
}

QStringList AnswerTableModel::plainCells(int row, int firstColumn, int lastColumn) const
{
    QStringList cells;
    for (int column = firstColumn; column <= lastColumn; ++column) {
        if (m_table->isText(column)) {
            cells.append(m_table->text(rowAt(row), column));
            continue;
        }
        const double number = m_table->number(rowAt(row), column);
        cells.append(std::isnan(number) ? QString() : QString::number(number, 'g', QLocale::FloatingPointShortest));
    }
    return cells;
}

bool AnswerTableModel::comesBefore(int left, int right) const
{
    if (m_table->isTotal(left) != m_table->isTotal(right))
        return m_table->isTotal(right);
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    const double first = m_table->number(left, m_sortColumn);
    const double second = m_table->number(right, m_sortColumn);
    if (std::isnan(first) && std::isnan(second) && m_table->isText(m_sortColumn)) {
        const int order
            = QString::localeAwareCompare(m_table->text(left, m_sortColumn), m_table->text(right, m_sortColumn));
        return ascending ? order < 0 : order > 0;
    }
    if (std::isnan(first) || std::isnan(second))
        return !std::isnan(first) && std::isnan(second);
    return ascending ? first < second : first > second;
}

void AnswerTableModel::reorder()
{
    std::iota(m_order.begin(), m_order.end(), 0);
    if (m_sortColumn >= 0)
        std::stable_sort(m_order.begin(), m_order.end(),
                         [this](int left, int right) { return comesBefore(left, right); });
}

void AnswerTableModel::sort(int column, Qt::SortOrder order)
{
    if (column >= columnCount())
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> rows;
    for (const QModelIndex &index : before)
        rows.push_back(rowAt(index.row()));
    m_sortColumn = column;
    m_sortOrder = order;
    m_sortName = column >= 0 ? m_table->columnName(column) : QString();
    reorder();

    if (!before.isEmpty()) {
        std::vector<int> placeOf(m_order.size());
        for (std::size_t row = 0; row < m_order.size(); ++row)
            placeOf[std::size_t(m_order[row])] = int(row);
        QModelIndexList after;
        for (qsizetype i = 0; i < before.size(); ++i)
            after.append(index(placeOf[std::size_t(rows[std::size_t(i)])], before[i].column()));
        changePersistentIndexList(before, after);
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}
