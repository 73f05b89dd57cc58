// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_grid.h"

#include "ui/board/tile_handle.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr int columns = 12;
constexpr int margin = 16;
constexpr int gap = 12;
constexpr int rowHeight = 60;

} // namespace

BoardGrid::BoardGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("boardGrid"));
}

QRect BoardGrid::rectOf(const QRect &cells) const
{
    const double column = double(width() - 2 * margin + gap) / columns; // with its gap
    const int left = margin + int(std::lround(cells.x() * column));
    const int right = margin + int(std::lround((cells.x() + cells.width()) * column)) - gap;
    return {left, cells.y() * (rowHeight + gap), right - left, cells.height() * (rowHeight + gap) - gap};
}

QRect BoardGrid::cellsAt(const QRect &rect) const
{
    const double column = double(width() - 2 * margin + gap) / columns;
    const double row = rowHeight + gap;
    return {int(std::lround((rect.x() - margin) / column)), int(std::lround(rect.y() / row)),
            std::max(1, int(std::lround((rect.width() + gap) / column))),
            std::max(1, int(std::lround((rect.height() + gap) / row)))};
}

void BoardGrid::setPlaces(const std::vector<Place> &places)
{
    m_places = places;
    for (const Place &one : m_places) {
        one.tile->setParent(this);
        one.tile->show();
    }
    showHandles();
    place();
}

void BoardGrid::setEditing(bool editing)
{
    m_isEditing = editing;
    showHandles();
    place();
}

// One over each tile; the one that has the focus stays, whatever tile it is over by then.
void BoardGrid::showHandles()
{
    const std::size_t wanted = m_isEditing ? m_places.size() : 0;
    while (m_handles.size() > wanted) {
        m_handles.back()->deleteLater();
        m_handles.back()->hide();
        m_handles.pop_back();
    }
    while (m_handles.size() < wanted) {
        const int tile = int(m_handles.size());
        auto *handle = new TileHandle(m_theme, this);
        connect(handle, &TileHandle::moved, this, [this, tile, handle] {
            Q_EMIT cellsChosen(tile, cellsAt(handle->geometry()));
            place();
        });
        connect(handle, &TileHandle::stepped, this, [this, tile](const QPoint &move, const QSize &growth) {
            const QRect cells = m_places.at(std::size_t(tile)).cells;
            Q_EMIT cellsChosen(tile, QRect(cells.topLeft() + move, cells.size() + growth));
        });
        connect(handle, &TileHandle::removeWanted, this, [this, tile] { Q_EMIT removeWanted(tile); });
        connect(handle, &TileHandle::renameWanted, this, [this, tile] { Q_EMIT renameWanted(tile); });
        handle->show();
        m_handles.push_back(handle);
    }
    for (std::size_t i = 0; i < m_handles.size(); ++i) {
        m_handles[i]->setName(m_places[i].name);
        m_handles[i]->raise();
    }
}

void BoardGrid::place()
{
    int bottom = 0;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const QRect rect = rectOf(m_places[i].cells);
        m_places[i].tile->setGeometry(rect);
        if (i < m_handles.size())
            m_handles[i]->setGeometry(rect);
        bottom = std::max(bottom, rect.bottom() + 1);
    }
    setMinimumHeight(bottom + margin);
}

void BoardGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}
