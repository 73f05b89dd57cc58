// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class Theme;
class TileHandle;

// Tiles on a grid of 12 columns, its rows of one height. While it is edited a tile is moved and made larger by the mouse
// or the arrow keys; what becomes of the others is for whoever is told.
class BoardGrid : public QWidget
{
    Q_OBJECT
public:
    explicit BoardGrid(const Theme &theme, QWidget *parent = nullptr);

    // The tiles and their cells, in one order; the widgets become children. Those that are there stay what they are.
    struct Place
    {
        QWidget *tile = nullptr;
        QRect cells;
        QString name;
    };
    void setPlaces(const std::vector<Place> &places);
    void setEditing(bool editing);
    bool isEditing() const { return m_isEditing; }

    QRect rectOf(const QRect &cells) const; // px
    QRect cellsAt(const QRect &rect) const; // the nearest

Q_SIGNALS:
    void cellsChosen(int tile, const QRect &cells);
    void removeWanted(int tile);
    void renameWanted(int tile);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void showHandles();

    const Theme &m_theme;
    std::vector<Place> m_places;
    std::vector<TileHandle *> m_handles; // while it is edited
    bool m_isEditing = false;
};
