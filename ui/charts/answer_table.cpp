// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/answer_table.h"

#include "ui/charts/bucket_text.h"
#include "ui/text/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

QString columnsText(int count)
{
    return count == 1 ? BucketText::tr("1 column") : BucketText::tr("%1 columns").arg(QLocale().toString(count));
}

class SeriesTable : public AnswerTable
{
public:
    SeriesTable(std::shared_ptr<const AnswerFrames> answer, const std::vector<QString> &names,
                insights::v1::Granularity granularity)
        : m_answer(std::move(answer))
        , m_names(names)
        , m_buckets(m_answer->info, granularity)
        , m_firstUnfinished(int(m_answer->firstUnfinished()))
    {
    }

    int rowCount() const override { return int(m_answer->timestamps.size()); }
    int columnCount() const override { return int(m_answer->series.size()) + 1; }
    bool isUnfinished(int row, int) const override { return row >= m_firstUnfinished; }
    bool startsDescending() const override { return true; }

    QString columnName(int column) const override
    {
        if (column == 0)
            return m_buckets.columnName();
        const auto series = std::size_t(column) - 1;
        return series < m_names.size() ? m_names[series] : QString();
    }

    QString text(int row, int column) const override
    {
        if (column > 0)
            return fullNumber(number(row, column));
        const QString bucket = m_buckets.row(m_answer->timestamps[std::size_t(row)]);
        return isUnfinished(row, column) ? BucketText::tr("%1 · unfinished").arg(bucket) : bucket;
    }

    double number(int row, int column) const override
    {
        return column == 0 ? double(m_answer->timestamps[std::size_t(row)])
                           : m_answer->series[std::size_t(column) - 1].values[std::size_t(row)];
    }

    QString sizeText() const override
    {
        return BucketText::tr("%1 × %2", "days, columns")
            .arg(m_buckets.count(rowCount()), columnsText(columnCount() - 1));
    }

private:
    std::shared_ptr<const AnswerFrames> m_answer;
    std::vector<QString> m_names;
    BucketText m_buckets;
    int m_firstUnfinished;
};

} // namespace

AnswerTablePtr seriesTable(std::shared_ptr<const AnswerFrames> answer, const std::vector<QString> &seriesNames,
                           insights::v1::Granularity granularity)
{
    return std::make_shared<SeriesTable>(std::move(answer), seriesNames, granularity);
}

CellTable::CellTable(std::vector<Column> columns, std::vector<Row> rows, const QString &rowsText)
    : m_columns(std::move(columns))
    , m_rows(std::move(rows))
    , m_highest(m_columns.size(), 0)
    , m_rowsText(rowsText)
{
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        if (!m_columns[column].hasBars)
            continue;
        for (const Row &row : m_rows)
            m_highest[column] = std::max(m_highest[column], row.cells[column].number);
    }
}

const TableCell &CellTable::cell(int row, int column) const
{
    return m_rows[std::size_t(row)].cells[std::size_t(column)];
}

QString CellTable::columnName(int column) const
{
    return m_columns[std::size_t(column)].name;
}

std::optional<SeriesLook> CellTable::look(int row, const Theme &theme) const
{
    const Row &entry = m_rows[std::size_t(row)];
    if (entry.isOthers && entry.hue >= 0)
        return SeriesLook{theme.color(Role::Other), {}};
    return entry.hue >= 0 ? std::optional(theme.categorical(entry.hue)) : std::nullopt;
}

double CellTable::bar(int row, int column) const
{
    const double highest = m_highest[std::size_t(column)];
    return highest > 0 ? std::max(0.0, cell(row, column).number) / highest : 0;
}

bool CellTable::hasBars() const
{
    return std::any_of(m_columns.begin(), m_columns.end(), [](const Column &each) { return each.hasBars; });
}

QString CellTable::sizeText() const
{
    const auto numbers
        = std::count_if(m_columns.begin(), m_columns.end(), [](const Column &each) { return !each.isText; });
    return BucketText::tr("%1 × %2", "days, columns").arg(m_rowsText, columnsText(int(numbers)));
}

TableCell textCell(const QString &text)
{
    return {text, std::numeric_limits<double>::quiet_NaN()};
}

TableCell countCell(double count)
{
    return {fullNumber(count), count};
}

TableCell rateCell(double rate)
{
    return {rateText(rate), rate};
}
