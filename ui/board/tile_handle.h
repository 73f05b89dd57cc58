// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class Theme;

// Lies over a tile while its board is edited: dragged it moves, by its lower right corner it grows. Arrow keys move by a
// cell, with Shift they grow; Del removes, F2 renames.
class TileHandle : public QWidget
{
    Q_OBJECT
public:
    TileHandle(const Theme &theme, QWidget *parent);

    void setName(const QString &name);

Q_SIGNALS:
    void moved(); // by the mouse, to where it is
    void stepped(const QPoint &move, const QSize &growth); // cells
    void removeWanted();
    void renameWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool isAtCorner(const QPoint &at) const;

    const Theme &m_theme;
    QPoint m_pressedAt; // on the screen
    QRect m_before;
    bool m_isGrowing = false;
    bool m_isDragged = false;
};
