// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/heat_geometry.h"

#include <QAbstractScrollArea>

#include <optional>

// The cells of a retention answer. Scrolls in both directions; the names of periods, means, dates and sizes stay. In a
// tile it shows what has room instead.
//
// Mouse: hover shows a card, a click lists the users. Keys: arrows walk the cells, Home and End go to the ends of the
// row, with Ctrl to the first and last cohort, Page Up and Page Down by a view; Return lists the users, Escape hides
// the card.
class HeatView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    // Both outlive the view.
    HeatView(const RetentionContent &content, const Theme &theme, QWidget *parent = nullptr);

    void redraw(); // the content is another; forgets the current cell when it is gone
    void setFit(HeatFit fit);
    void setHome(); // scrolled to the first cell, none current
    const std::optional<HeatPlace> &current() const { return m_current; }
    void setCurrent(const std::optional<HeatPlace> &current);
    const HeatGeometry &geometry() const { return m_geometry; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(const std::optional<HeatPlace> &current);
    void usersWanted(const HeatPlace &place);

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
    void layOut();
    void hoverAt(const QPointF &position);
    void hideHover();
    std::optional<HeatPlace> moved(int key, Qt::KeyboardModifiers modifiers) const;
    HeatPlace inside(HeatPlace place) const;
    void reveal(const HeatPlace &place);
    void announce();
    void list(const HeatPlace &place);

    const RetentionContent &m_content;
    const Theme &m_theme;
    HeatFit m_fit = HeatFit::Scrolled;
    HeatGeometry m_geometry;
    std::optional<HeatPlace> m_current;
    std::optional<QPointF> m_pointer; // nothing while the keyboard leads
    std::optional<HeatPlace> m_pressed;
    bool m_showsFocus = false; // reached by the keyboard
};
