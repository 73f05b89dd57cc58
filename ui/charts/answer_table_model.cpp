// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/answer_table_model.h"

#include "ui/text/number_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

AnswerTableModel::AnswerTableModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void AnswerTableModel::setAnswer(std::shared_ptr<const AnswerFrames> answer, const std::vector<QString> &seriesNames,
                                 insights::v1::Granularity granularity)
{
    beginResetModel();
    m_answer = std::move(answer);
    m_names = seriesNames;
    m_order.clear();
    if (m_answer) {
        m_buckets = BucketText(m_answer->info, granularity);
        m_firstUnfinished = int(m_answer->firstUnfinished());
        m_order.resize(m_answer->timestamps.size());
        std::iota(m_order.begin(), m_order.end(), 0);
        if (m_sortColumn > int(m_answer->series.size())) {
            m_sortColumn = 0;
            m_sortOrder = Qt::DescendingOrder;
        }
        reorder(m_sortColumn, m_sortOrder);
    }
    endResetModel();
}

int AnswerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int AnswerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_answer ? 0 : int(m_answer->series.size()) + 1;
}

double AnswerTableModel::value(int bucket, int column) const
{
    return m_answer->series[std::size_t(column) - 1].values[std::size_t(bucket)];
}

QVariant AnswerTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_answer)
        return {};
    const int bucket = bucketAt(index.row());
    const bool isTime = index.column() == 0;
    const std::int64_t time = m_answer->timestamps[std::size_t(bucket)];
    switch (role) {
    case Qt::DisplayRole:
        if (!isTime)
            return fullNumber(value(bucket, index.column()));
        return isUnfinished(bucket) ? tr("%1 · unfinished").arg(m_buckets.row(time)) : m_buckets.row(time);
    case Qt::EditRole: return isTime ? QVariant(qint64(time)) : QVariant(value(bucket, index.column()));
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (isTime ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ForegroundRole: return isUnfinished(bucket) ? QVariant(m_theme.color(Role::Text3)) : QVariant();
    default: return {};
    }
}

QVariant AnswerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    const auto series = std::size_t(section) - 1;
    switch (role) {
    case Qt::DisplayRole:
        return section == 0 ? m_buckets.columnName() : series < m_names.size() ? m_names[series] : QString();
    case Qt::ToolTipRole: return section > 0 && series < m_names.size() ? m_names[series].toHtmlEscaped() : QString();
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    default: return {};
    }
}

void AnswerTableModel::reorder(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    const bool ascending = order == Qt::AscendingOrder;
    if (column == 0) {
        std::sort(m_order.begin(), m_order.end(),
                  [&](int left, int right) { return ascending ? left < right : left > right; });
        return;
    }
    std::stable_sort(m_order.begin(), m_order.end(), [&](int left, int right) {
        const double first = value(left, column);
        const double second = value(right, column);
        if (std::isnan(first) || std::isnan(second)) // no number comes last
            return !std::isnan(first) && std::isnan(second);
        return ascending ? first < second : first > second;
    });
}

void AnswerTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> buckets;
    for (const QModelIndex &index : before)
        buckets.push_back(bucketAt(index.row()));
    reorder(column, order);

    if (!before.isEmpty()) {
        std::vector<int> rowOf(m_order.size());
        for (std::size_t row = 0; row < m_order.size(); ++row)
            rowOf[std::size_t(m_order[row])] = int(row);
        QModelIndexList after;
        for (qsizetype i = 0; i < before.size(); ++i)
            after.append(index(rowOf[std::size_t(buckets[std::size_t(i)])], before[i].column()));
        changePersistentIndexList(before, after);
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}
