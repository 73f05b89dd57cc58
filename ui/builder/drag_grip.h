// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class Theme;

// The dots at the left of a row: press and pull moves it, Esc lets it go back.
class DragGrip : public QWidget
{
    Q_OBJECT
public:
    explicit DragGrip(const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void dragStarted();
    void draggedTo(int y); // of the screen
    void dragEnded(bool drops);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void end(bool drops);

    const Theme &m_theme;
    bool m_isDragging = false;
};
