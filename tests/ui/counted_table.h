// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/answer_table.h"

#include <utility>

// A table that counts the texts and numbers it is asked for.
class CountedTable final : public AnswerTable
{
public:
    explicit CountedTable(AnswerTablePtr table)
        : m_table(std::move(table))
    {
    }

    mutable qint64 texts = 0;
    mutable qint64 numbers = 0;

    int rowCount() const override { return m_table->rowCount(); }
    int columnCount() const override { return m_table->columnCount(); }
    QString columnName(int column) const override { return m_table->columnName(column); }
    QString text(int row, int column) const override
    {
        ++texts;
        return m_table->text(row, column);
    }
    double number(int row, int column) const override
    {
        ++numbers;
        return m_table->number(row, column);
    }
    bool isText(int column) const override { return m_table->isText(column); }
    bool isUnfinished(int row, int column) const override { return m_table->isUnfinished(row, column); }
    bool isTotal(int row) const override { return m_table->isTotal(row); }
    std::optional<SeriesLook> look(int row, const Theme &theme) const override { return m_table->look(row, theme); }
    double bar(int row, int column) const override { return m_table->bar(row, column); }
    bool hasBars() const override { return m_table->hasBars(); }
    QString sizeText() const override { return m_table->sizeText(); }
    bool startsDescending() const override { return m_table->startsDescending(); }

private:
    const AnswerTablePtr m_table;
};
