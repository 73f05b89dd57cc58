// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/bucket_text.h"
#include "ui/theme/theme.h"

#include "query/answer_frames.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

// An answer as rows of buckets and columns of series, read in place. Sorting moves only row numbers; newest first at
// the start. Qt::EditRole gives the plain number (or ms) behind a text.
class AnswerTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit AnswerTableModel(const Theme &theme, QObject *parent = nullptr);

    void setAnswer(std::shared_ptr<const AnswerFrames> answer, const std::vector<QString> &seriesNames,
                   insights::v1::Granularity granularity);
    int bucketAt(int row) const { return m_order[std::size_t(row)]; }
    const BucketText &buckets() const { return m_buckets; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    bool isUnfinished(int bucket) const { return bucket >= m_firstUnfinished; }
    double value(int bucket, int column) const;
    void reorder(int column, Qt::SortOrder order);

    const Theme &m_theme;
    std::shared_ptr<const AnswerFrames> m_answer;
    std::vector<QString> m_names;
    BucketText m_buckets;
    int m_firstUnfinished = 0;
    std::vector<int> m_order; // bucket of each row
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};
