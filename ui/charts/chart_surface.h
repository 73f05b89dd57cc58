// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_content.h"
#include "ui/charts/chart_picture.h"
#include "ui/charts/chart_sheet.h"
#include "ui/charts/hover_card.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <memory>

class QPushButton;

// The answer of a trend as lines, areas or bars over time. Holds a cached picture and paints crosshair and tooltip over it, so that
// hovering costs the same for any number of points. Everything but the answer itself is O(pixels).
//
// Mouse: hover shows the bucket, a click chooses the series next to it there; a drag zooms into a range of time, a double click shows all again;
// Ctrl+wheel zooms, Shift+wheel moves. Keys: Left, Right, Home, End move the crosshair, Up and Down go through the
// series of the tooltip, Return chooses, Escape hides the crosshair; +, -, 0 zoom.
class ChartSurface : public QWidget
{
    Q_OBJECT
public:
    // `theme` outlives the surface.
    explicit ChartSurface(const Theme &theme, QWidget *parent = nullptr);

    // A new answer shows all its series and all its time. text.series has one name per series of the answer.
    void setAnswer(std::shared_ptr<const AnswerFrames> answer, const ChartText &text,
                   insights::v1::Granularity granularity);
    // No answer: the grid stays, with the time axis of the answer before.
    void clear();
    const ChartContent &content() const { return m_content; }

    // How answers are drawn from now on.
    void setShape(const ChartShape &shape);
    // What the answer is held against; a new answer has nothing until this is called.
    void setCompared(std::shared_ptr<const ComparedSeries> compared);

    void setDimmed(bool dimmed); // drawn at 60 %: an answer that a newer one is about to replace
    void setHiddenSeries(const std::set<int> &hidden);
    void setHighlightedSeries(int series); // the others at 30 %; -1 for none
    int highlightedSeries() const { return m_highlighted; }

    // Shows a part of the answer's time; nothing shows all.
    void setZoom(std::optional<TimeSpan> zoom);
    void askForZoom(); // says rangeWanted() of the zoom, where there is one

    int hoveredBucket() const { return m_hoveredBucket; }
    int hoveredSeries() const { return m_hoveredSeries; }
    void setHoveredBucket(int bucket); // -1 hides the crosshair

    QRectF plotArea() const;
    LineRoute route() const; // how the lines were drawn last; None for other forms

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void hoveredBucketChanged(int bucket); // -1 for none
    void hoveredSeriesChanged(int series); // the one next to the pointer; -1 for none
    void zoomChanged(std::optional<TimeSpan> zoom);
    void pointClicked(int series, int bucket); // series -1: the keys chose a bucket alone, or none has a number
    void rangeWanted(TimeSpan span); // the zoom as a question of its own, in whole buckets; `to` is exclusive

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void createButtons();
    void showButtons(bool shown);
    bool moveAmongSeries(int key);
    void redraw(); // the cached picture is out of date
    void refreshCache();
    void take(ChartContent content);
    void hoverAt(const QPointF &position);
    void hideHover();
    void click();
    void setHoveredSeries(int series);
    int seriesNear(const QPointF &position, int bucket) const;
    bool moveCrosshair(int key);
    bool zoomByKey(int key);
    void announceBucket();
    TimeSpan draggedSpan(double from, double to) const; // px
    void zoomAround(double x, double factor);
    void panBy(double px);
    void paintHover(QPainter &painter, const HoverCard &card) const;
    void paintHoveredComparison(QPainter &painter) const;
    void paintDrag(QPainter &painter) const;
    bool isDragging() const;

    const Theme &m_theme;
    QPushButton *m_showAll; // there while zoomed, and so is the next
    QPushButton *m_askRange;
    ChartContent m_content;
    ChartPicture m_picture;
    QPixmap m_frame; // ground, grid, texts
    QPixmap m_series; // on nothing
    bool m_cacheIsOld = true;
    bool m_dimmed = false;
    bool m_showsFocus = false; // reached by the keyboard
    int m_highlighted = -1;
    int m_hoveredBucket = -1;
    int m_hoveredSeries = -1;
    std::optional<QPointF> m_pointer; // nothing while the keyboard leads
    std::optional<QPointF> m_pressed;
    std::unique_ptr<QTimer> m_clickWaits; // for a second one
};
