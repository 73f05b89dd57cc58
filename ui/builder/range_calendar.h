// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/range_dates.h"

#include <QWidget>

class Theme;

// A month of days in which a span is picked: by two clicks, by pulling, or with the arrow keys and Space. Page Up and
// Page Down change the month.
class RangeCalendar : public QWidget
{
    Q_OBJECT
public:
    explicit RangeCalendar(const Theme &theme, QWidget *parent = nullptr);

    void setWeekStart(WeekStart weekStart);
    void setSpan(const DateSpan &span); // shows its last month; forgets a half-picked one
    void setToday(QDate today);
    QDate month() const { return m_month; } // its first day
    void showMonth(QDate month);
    QRect cellOf(QDate day) const; // empty when the day is not shown
    QSize sizeHint() const override;

Q_SIGNALS:
    void spanPicked(const DateSpan &span);
    void monthChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QDate firstShown() const;
    QDate dayAt(QPoint point) const;
    DateSpan shownSpan() const;
    void moveCursor(QDate day);
    void pick(QDate day);
    void paintHeads(QPainter &painter) const;
    void paintDay(QPainter &painter, QDate day) const;

    const Theme &m_theme;
    WeekStart m_weekStart = WeekStart::Sunday;
    QDate m_month;
    QDate m_today;
    QDate m_cursor; // of the keyboard
    QDate m_hovered;
    QDate m_anchor; // the first day of a half-picked span; null otherwise
    DateSpan m_span;
};
