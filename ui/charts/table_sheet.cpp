// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/table_sheet.h"

#include "ui/charts/bucket_text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {

constexpr double padding = 4; // with that of the cells 16, as the title has
constexpr double rowHeight = 24;
constexpr double cellPadding = 12;
constexpr double widestText = 360;
constexpr double leastText = 88; // with its padding
constexpr double widestNumber = 200;

QFont fontOf(const Theme &theme, bool isStrong)
{
    QFont font = theme.font(Type::Table);
    font.setWeight(isStrong ? QFont::DemiBold : font.weight());
    return font;
}

class TablePainter
{
public:
    TablePainter(QPainter &painter, const QSizeF &size, const AnswerTable &table, const Theme &theme)
        : m_painter(painter)
        , m_table(table)
        , m_theme(theme)
        , m_size(size)
    {
        const int room = std::max(1, int((size.height() - padding) / rowHeight) - 1);
        m_rows = table.rowCount() <= room ? table.rowCount() : room - 1; // the last line says what is left out
        measure();
    }

    void paint()
    {
        m_painter.fillRect(QRectF(QPointF(0, 0), m_size), m_theme.color(Role::Surface));
        for (int row = -1; row < m_rows; ++row)
            paintRow(row);
        QStringList left;
        if (const int rows = m_table.rowCount() - m_rows; rows > 0)
            left.append(rows == 1 ? BucketText::tr("1 more row")
                                  : BucketText::tr("%1 more rows").arg(QLocale().toString(rows)));
        if (const int columns = m_table.columnCount() - int(m_widths.size()); columns > 0)
            left.append(columns == 1 ? BucketText::tr("1 more column")
                                     : BucketText::tr("%1 more columns").arg(QLocale().toString(columns)));
        if (left.isEmpty())
            return;
        m_painter.setFont(fontOf(m_theme, false));
        m_painter.setPen(m_theme.color(Role::Text3));
        m_painter.drawText(QRectF(padding + cellPadding, top(m_rows), m_size.width(), rowHeight),
                           Qt::AlignLeft | Qt::AlignVCenter,
                           BucketText::tr("and %1").arg(left.join(QStringLiteral(", "))));
    }

private:
    double top(int row) const { return (row + 1) * rowHeight; }

    void measure()
    {
        double left = m_size.width() - 2 * padding;
        for (const double width : widthsOfAll(left)) {
            if (!m_widths.empty() && width > left)
                break;
            m_widths.push_back(width);
            left -= width;
        }
        const double spare = std::max(0.0, left) / double(std::max<std::size_t>(1, m_widths.size()));
        for (double &width : m_widths) {
            const double more = &width == &m_widths.back() ? left : std::min(std::floor(spare), widestNumber);
            width += std::max(0.0, more);
            left -= more;
        }
    }

    // As wide as the cells want; where that is too much, text is cut so that its numbers find room.
    std::vector<double> widthsOfAll(double room) const
    {
        const QFontMetricsF metrics(fontOf(m_theme, true));
        std::vector<double> widths;
        for (int column = 0; column < m_table.columnCount(); ++column) {
            double width = metrics.horizontalAdvance(m_table.columnName(column));
            for (int row = 0; row < m_rows; ++row)
                width = std::max(width, metrics.horizontalAdvance(m_table.text(row, column)));
            width = std::min(width + 1, m_table.isText(column) ? widestText : widestNumber) + 2 * cellPadding;
            widths.push_back(std::ceil(width));
        }
        double over = std::accumulate(widths.begin(), widths.end(), -room);
        for (int column = 0; column < m_table.columnCount() && over > 0; ++column) {
            double &width = widths[std::size_t(column)];
            if (!m_table.isText(column) || width <= leastText)
                continue;
            const double cut = std::min(over, width - leastText);
            width -= cut;
            over -= cut;
        }
        return widths;
    }

    void paintRow(int row)
    {
        double x = padding;
        for (int column = 0; column < int(m_widths.size()); ++column) {
            const QRectF cell(x, top(row), m_widths[std::size_t(column)], rowHeight);
            paintCell(row, column, cell);
            x += cell.width();
        }
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.setPen(QPen(m_theme.color(Role::Line), 1));
        const double y = top(row) + rowHeight - 0.5;
        m_painter.drawLine(QPointF(padding, y), QPointF(x, y));
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    void paintCell(int row, int column, const QRectF &cell)
    {
        QRectF box = cell.adjusted(cellPadding, 0, -cellPadding, 0);
        if (row >= 0) {
            if (const double share = m_table.bar(row, column); share > 0) {
                QRectF bar = cell.adjusted(cellPadding / 2, 3, -cellPadding / 2, -4);
                bar.setLeft(bar.right() - bar.width() * share);
                m_painter.fillRect(bar, m_theme.color(Role::InfoBg));
            }
            if (const auto look = column == 0 ? m_table.look(row, m_theme) : std::nullopt) {
                m_painter.fillRect(QRectF(box.left(), box.center().y() - 4, 8, 8), look->color);
                box.setLeft(box.left() + 16);
            }
        }
        const bool isFaint = row >= 0 && m_table.isUnfinished(row, column);
        m_painter.setFont(fontOf(m_theme, row >= 0 && m_table.isTotal(row)));
        m_painter.setPen(m_theme.color(row < 0 ? Role::Text2 : isFaint ? Role::Text3 : Role::Text));
        const QString text = row < 0 ? m_table.columnName(column) : m_table.text(row, column);
        m_painter.drawText(box, int((m_table.isText(column) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter),
                           QFontMetricsF(m_painter.font()).elidedText(text, Qt::ElideMiddle, box.width()));
    }

    QPainter &m_painter;
    const AnswerTable &m_table;
    const Theme &m_theme;
    QSizeF m_size;
    int m_rows = 0;
    std::vector<double> m_widths; // of the columns that have room
};

} // namespace

SheetBody tableSheetBody(const AnswerTablePtr &table)
{
    return {[table](QPainter &painter, const QSizeF &size, const Theme &theme) {
                TablePainter(painter, size, *table, theme).paint();
            },
            table->sizeText()};
}
