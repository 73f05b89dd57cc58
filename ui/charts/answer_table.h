// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/answer_frames.h"
#include "ui/theme/theme.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

// An answer as rows and columns for tables: names of groups or times, and numbers. Rows are in the order of the answer.
class AnswerTable
{
public:
    virtual ~AnswerTable() = default;

    virtual int rowCount() const = 0;
    virtual int columnCount() const = 0;
    virtual QString columnName(int column) const = 0;
    virtual QString text(int row, int column) const = 0;
    // What a column is sorted by, and copied as where it is no text; NaN for none: then texts are compared.
    virtual double number(int row, int column) const = 0;
    virtual bool isText(int column) const { return column == 0; } // at the left, copied as it is written
    virtual bool isUnfinished(int row, int column) const = 0; // written fainter
    virtual bool isTotal(int) const { return false; } // set stronger, after the others however they are sorted
    // The colour that the row has in the chart.
    virtual std::optional<SeriesLook> look(int, const Theme &) const { return {}; }
    // How much of a bar to paint behind a number, 0 to 1.
    virtual double bar(int, int) const { return 0; }
    virtual bool hasBars() const { return false; }
    virtual QString sizeText() const = 0; // "31 days × 6 columns"
    virtual bool startsDescending() const { return false; } // by the first column; in the order of the answer otherwise
};
using AnswerTablePtr = std::shared_ptr<const AnswerTable>;

// Buckets by series, newest first; reads the answer in place.
AnswerTablePtr seriesTable(std::shared_ptr<const AnswerFrames> answer, const std::vector<QString> &seriesNames,
                           insights::v1::Granularity granularity);

struct TableCell
{
    QString text;
    double number = 0;
    bool isUnfinished = false;
};

// A table that is written out: of kinds whose answers are small.
class CellTable : public AnswerTable
{
public:
    struct Column
    {
        QString name;
        bool isText = false;
        bool hasBars = false;
    };
    struct Row
    {
        std::vector<TableCell> cells; // one per column
        int hue = -1; // a colour of the categorical scale; -1 for none
        bool isOthers = false;
        bool isTotal = false;
    };
    // `rowsText` is "12 cohorts".
    CellTable(std::vector<Column> columns, std::vector<Row> rows, const QString &rowsText);

    int rowCount() const override { return int(m_rows.size()); }
    int columnCount() const override { return int(m_columns.size()); }
    QString columnName(int column) const override;
    QString text(int row, int column) const override { return cell(row, column).text; }
    double number(int row, int column) const override { return cell(row, column).number; }
    bool isText(int column) const override { return m_columns[std::size_t(column)].isText; }
    bool isUnfinished(int row, int column) const override { return cell(row, column).isUnfinished; }
    bool isTotal(int row) const override { return m_rows[std::size_t(row)].isTotal; }
    std::optional<SeriesLook> look(int row, const Theme &theme) const override;
    double bar(int row, int column) const override;
    bool hasBars() const override;
    QString sizeText() const override;

private:
    const TableCell &cell(int row, int column) const;

    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
    std::vector<double> m_highest; // number of each column with bars
    QString m_rowsText;
};

TableCell textCell(const QString &text);
TableCell countCell(double count);
TableCell rateCell(double rate);
