// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>

#include <vector>

class Theme;

// Swatches and names under a chart on a sheet, in rows, as many as have room and "and 14 more".
class SheetLegend
{
public:
    struct Entry
    {
        QString name;
        QColor color;
    };
    // At most a quarter of the height of `size`.
    SheetLegend(const std::vector<Entry> &entries, const QSizeF &size, const Theme &theme);

    double height() const { return m_height; } // 0 without entries
    void paint(QPainter &painter, double top, const Theme &theme) const;

private:
    struct Placed
    {
        QString text;
        QColor color; // invalid: the words about those left out
        QPointF place; // top left, from the legend's
    };
    QFont m_font;
    std::vector<Placed> m_placed;
    double m_height = 0;
};
