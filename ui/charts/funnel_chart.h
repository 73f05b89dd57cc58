// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/fact_card.h"
#include "ui/charts/funnel_frame.h"

#include <QAbstractScrollArea>
#include <QPixmap>

// The answer of a funnel as bars per step. Holds a cached picture and paints what is hovered over it. Scrolls sideways
// where the steps have no room; in a tile its bars lie then.
//
// Mouse: hover shows a bar; a click asks for its users, on the grey over it for those who were lost. Keys: Left and
// Right (Up and Down where they lie) move along the bars, Page Up and Page Down along the steps of a group, Home and End to the first and last;
// Return asks for the users, Shift+Return for those who were lost; Escape lets go.
class FunnelChart : public QAbstractScrollArea
{
    Q_OBJECT
public:
    // `theme` outlives the chart.
    explicit FunnelChart(const Theme &theme, QWidget *parent = nullptr);

    void setContent(const FunnelContent &content);
    void setCompared(const FunnelContent &content); // the same numbers, held against those of another time
    void clear(); // the grid stays
    void setFit(FunnelFit fit);
    const FunnelContent &content() const { return m_content; }

    void setDimmed(bool dimmed); // drawn at 60 %: an answer that a newer one is about to replace
    void setHiddenGroups(const std::set<int> &hidden);
    void setHighlightedGroup(int group); // the others at 30 %; -1 for none

    std::optional<FunnelBar> hovered() const { return m_hovered; }
    FunnelFrame frame() const;
    FactCard card(const FunnelBar &bar) const;

    QSize sizeHint() const override { return {800, 480}; }
    QSize minimumSizeHint() const override { return {240, 240}; }

Q_SIGNALS:
    void hoveredGroupChanged(int group); // -1 for none
    void usersWanted(const catalog::v1::FunnelPlace &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void redraw(); // the cached picture is out of date
    void updateScrollBar();
    void setHovered(std::optional<FunnelBar> bar);
    void askForUsers(const FunnelBar &bar, bool dropped);
    bool moveBy(int key);
    void announce(const FunnelBar &bar);
    void paintHovered(QPainter &painter, const FunnelFrame &frame) const;

    const Theme &m_theme;
    FunnelContent m_content;
    QPixmap m_picture;
    FunnelFit m_fit = FunnelFit::Scrolled;
    bool m_pictureIsOld = true;
    bool m_dimmed = false;
    bool m_showsFocus = false; // reached by the keyboard
    int m_highlighted = -1;
    std::optional<FunnelBar> m_hovered;
    std::optional<FunnelBar> m_pressed;
    double m_pointerY = 0;
};
