// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_sheet.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace {

constexpr int columns = 12;
constexpr double margin = 16;
constexpr double gap = 12;
constexpr double padding = 16; // of a tile
constexpr double radius = 6;
constexpr double usualRow = 60;
constexpr double headTop = 10;
constexpr double titleHeight = 20;
constexpr double factsHeight = 16;

int rowsOf(const std::vector<BoardTile> &tiles)
{
    int rows = 1;
    for (const BoardTile &tile : tiles)
        rows = std::max(rows, tile.cells.bottom() + 1);
    return rows;
}

class TilePainter
{
public:
    TilePainter(QPainter &painter, const QRectF &place, const BoardTile &tile, const Theme &theme)
        : m_painter(painter)
        , m_place(place)
        , m_tile(tile)
        , m_theme(theme)
    {
    }

    void paint()
    {
        const QRectF frame = m_place.adjusted(0.5, 0.5, -0.5, -0.5);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.color(Role::Surface));
        m_painter.drawRoundedRect(frame, radius, radius);
        double y = m_place.top() + headTop;
        y = line(m_tile.title, m_theme.font(Type::Label), Role::Text, y, titleHeight);
        y = line(m_tile.facts, m_theme.font(Type::Caption), Role::Text2, y, factsHeight);
        const QSizeF left(m_place.width(), m_place.bottom() - y - gap / 2);
        if (m_tile.body && left.height() > 0) {
            m_painter.save();
            m_painter.translate(m_place.left(), y + gap / 2);
            m_tile.body->paint(m_painter, {left.width(), left.height() - gap / 2}, m_theme);
            m_painter.restore();
        } else {
            m_painter.setFont(m_theme.font(Type::Table));
            m_painter.setPen(m_theme.color(Role::Text2));
            const QRectF words(m_place.left() + padding, y, m_place.width() - 2 * padding, left.height());
            m_painter.drawText(words, int(Qt::AlignCenter) | Qt::TextWordWrap, m_tile.problem);
        }
        m_painter.setPen(QPen(m_theme.color(Role::Line), 1)); // last: a body fills its whole width
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(frame, radius, radius);
    }

private:
    double line(const QString &text, const QFont &font, Role role, double y, double height)
    {
        if (text.isEmpty())
            return y;
        m_painter.setFont(font);
        m_painter.setPen(m_theme.color(role));
        const QRectF box(m_place.left() + padding, y, m_place.width() - 2 * padding, height);
        m_painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                           QFontMetricsF(font).elidedText(text, Qt::ElideRight, box.width()));
        return y + height;
    }

    QPainter &m_painter;
    const QRectF m_place;
    const BoardTile &m_tile;
    const Theme &m_theme;
};

QString summaryOf(const std::vector<BoardTile> &tiles)
{
    QStringList words;
    for (const BoardTile &tile : tiles)
        words << QStringLiteral("%1: %2").arg(tile.title, tile.body ? tile.body->summary : tile.problem);
    return words.join(u'\n');
}

} // namespace

std::vector<QRectF> tilePlaces(const std::vector<BoardTile> &tiles, const QSizeF &size)
{
    const int rows = rowsOf(tiles);
    const double column = (size.width() - 2 * margin + gap) / columns; // with its gap
    const double row = (size.height() - 2 * margin + gap) / rows;
    std::vector<QRectF> places;
    for (const BoardTile &tile : tiles) {
        const QRectF place(margin + tile.cells.x() * column, margin + tile.cells.y() * row,
                           tile.cells.width() * column - gap, tile.cells.height() * row - gap);
        places.push_back({place.topLeft(), QSizeF(std::max(0.0, place.width()), std::max(0.0, place.height()))});
    }
    return places;
}

int boardHeight(const std::vector<BoardTile> &tiles)
{
    return int(2 * margin + rowsOf(tiles) * (usualRow + gap) - gap);
}

SheetBody boardSheetBody(const std::vector<BoardTile> &tiles)
{
    return {[tiles](QPainter &painter, const QSizeF &size, const Theme &theme) {
                const std::vector<QRectF> places = tilePlaces(tiles, size);
                for (std::size_t i = 0; i < tiles.size(); ++i)
                    TilePainter(painter, places[i], tiles[i], theme).paint();
            },
            summaryOf(tiles)};
}
