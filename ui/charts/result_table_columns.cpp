// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How wide the columns of a table of numbers are.
#include "ui/charts/answer_table_model.h"
#include "ui/charts/column_header.h"
#include "ui/charts/result_table.h"

#include <QTableView>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {

constexpr int namesMeasured = 100;
constexpr int numbersMeasured = 12;
constexpr int narrowestColumn = 88;
constexpr int widestColumn = 220;
constexpr int narrowestName = 120;
constexpr int widestName = 400;

// The row whose number is likely the longest of a column.
int largestRow(const AnswerTable &table, int column)
{
    int largest = 0;
    for (int row = 1; row < table.rowCount(); ++row)
        if (std::abs(table.number(row, column)) > std::abs(table.number(largest, column)))
            largest = row;
    return largest;
}

} // namespace

void ResultTable::measureColumns()
{
    m_needed.clear();
    m_least.clear();
    const AnswerTable &table = *m_model->table();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const bool isText = table.isText(column);
        const int name = m_columns->widthFor(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        int width = 0;
        const int rows = std::min(table.rowCount(), isText ? namesMeasured : numbersMeasured);
        for (int row = 0; row < rows; ++row)
            width = std::max(width, m_columns->widthFor(table.text(row, column)));
        if (!isText)
            width = std::max(width, m_columns->widthFor(table.text(largestRow(table, column), column)));
        m_least.push_back(std::clamp(width, narrowestColumn, isText ? narrowestName : widestColumn));
        width = std::max(width, std::min(name, widestColumn));
        m_needed.push_back(isText ? std::clamp(width, narrowestName, widestName)
                                  : std::clamp(width, narrowestColumn, widestColumn));
    }
}

// With names cut where all have room only so.
bool ResultTable::squeezeColumns(int room)
{
    const int needed = std::accumulate(m_needed.begin(), m_needed.end(), 0);
    const int least = std::accumulate(m_least.begin(), m_least.end(), 0);
    if (needed <= room || least > room)
        return false;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int own = m_least[std::size_t(column)];
        const int more = m_needed[std::size_t(column)] - own;
        m_view->setColumnWidth(column, own + more * (room - least) / (needed - least));
    }
    return true;
}

// As wide as their contents need; columns of numbers alike where there is room for that, and then as wide as there is
// room.
void ResultTable::fitColumns()
{
    if (m_model->columnCount() == 0)
        return;
    int room = m_view->viewport()->width();
    if (squeezeColumns(room))
        return;
    std::vector<int> numbers;
    std::vector<int> widths;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int needed = m_needed[std::size_t(column)];
        if (m_model->table()->isText(column)) {
            m_view->setColumnWidth(column, needed);
            room -= needed;
        } else {
            numbers.push_back(column);
            widths.push_back(needed);
        }
    }
    if (numbers.empty())
        return;
    const int each = room / int(widths.size());
    const int spare = (room - std::accumulate(widths.begin(), widths.end(), 0)) / int(widths.size());
    if (each >= *std::max_element(widths.begin(), widths.end()))
        widths.assign(widths.size(), each);
    else
        std::for_each(widths.begin(), widths.end(), [&](int &width) { width += std::max(0, spare); });
    for (std::size_t i = 0; i < numbers.size(); ++i)
        m_view->setColumnWidth(numbers[i], widths[i]);
}
