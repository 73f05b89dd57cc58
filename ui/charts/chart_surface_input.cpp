// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the mouse and the keys do to a chart.
#include "ui/charts/chart_surface.h"

#include "ui/charts/change_mark.h"
#include "ui/charts/series_at.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

static constexpr double leastDrag = 8; // px; shorter ones are clicks
static constexpr double wheelNotch = 120; // of QWheelEvent::angleDelta

bool ChartSurface::isDragging() const
{
    return m_pressed && m_pointer && std::abs(m_pressed->x() - m_pointer->x()) >= leastDrag
        && m_content.bucketCount() > 2;
}

int ChartSurface::seriesNear(const QPointF &position, int bucket) const
{
    return bucket < 0 ? -1 : seriesAt(m_content, m_picture.frame(), position, bucket);
}

void ChartSurface::setHoveredSeries(int series)
{
    if (m_hoveredSeries == series)
        return;
    m_hoveredSeries = series;
    update();
    Q_EMIT hoveredSeriesChanged(series);
}

void ChartSurface::hoverAt(const QPointF &position)
{
    m_pointer = position;
    if (m_pressed) {
        update();
        return;
    }
    const QRectF reach = plotArea().adjusted(-12, -12, 12, 24);
    if (m_content.seriesCount() == 0 || !reach.contains(position)) {
        hideHover();
        return;
    }
    const int bucket = m_content.nearestBucket(m_picture.frame().time(position.x()));
    setHoveredSeries(seriesNear(position, bucket));
    if (bucket == m_hoveredBucket)
        update(); // the card follows the pointer
    setHoveredBucket(bucket);
}

void ChartSurface::hideHover()
{
    m_pointer.reset();
    setHoveredSeries(-1);
    setHoveredBucket(-1);
}

void ChartSurface::mouseMoveEvent(QMouseEvent *event)
{
    hoverAt(event->position());
}

void ChartSurface::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && plotArea().adjusted(-12, -12, 12, 24).contains(event->position()))
        m_pressed = event->position();
}

void ChartSurface::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pointer = event->position();
    const bool dragged = isDragging();
    const bool clicked = m_pressed && !dragged;
    const double from = m_pressed ? std::min(m_pressed->x(), event->position().x()) : 0;
    const double to = m_pressed ? std::max(m_pressed->x(), event->position().x()) : 0;
    m_pressed.reset();
    if (dragged)
        setZoom(draggedSpan(from, to));
    hoverAt(event->position());
    update();
    if (clicked && m_hoveredBucket >= 0)
        click();
}

// Where a second click would show all, the first waits whether it comes.
void ChartSurface::click()
{
    const auto choose
        = [this, series = m_hoveredSeries, bucket = m_hoveredBucket] { Q_EMIT pointClicked(series, bucket); };
    if (!m_content.zoom)
        return choose();
    m_clickWaits = std::make_unique<QTimer>();
    m_clickWaits->setSingleShot(true);
    m_clickWaits->callOnTimeout(this, choose);
    m_clickWaits->start(QApplication::doubleClickInterval());
}

// Bars are taken whole.
TimeSpan ChartSurface::draggedSpan(double from, double to) const
{
    const TimeSpan span{m_picture.frame().time(from), m_picture.frame().time(to)};
    if (m_content.shape.form != ChartForm::Bar)
        return span;
    return {m_content.slot(m_content.nearestBucket(span.from)).from,
            m_content.slot(m_content.nearestBucket(span.to)).to};
}

void ChartSurface::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_clickWaits.reset();
    setZoom(std::nullopt);
}

void ChartSurface::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    const bool sideways = std::abs(turned.x()) > std::abs(turned.y());
    if (event->modifiers().testFlag(Qt::ControlModifier) && turned.y() != 0) {
        zoomAround(event->position().x(), std::pow(0.8, turned.y() / wheelNotch));
    } else if (m_content.zoom && (sideways || event->modifiers().testFlag(Qt::ShiftModifier))) {
        panBy(-(sideways ? turned.x() : turned.y()) / wheelNotch * 60);
    } else {
        event->ignore();
        return;
    }
    hoverAt(event->position());
    event->accept();
}

void ChartSurface::leaveEvent(QEvent *)
{
    if (!m_pressed)
        hideHover();
}

// Keeps the time under `x` where it is; `factor` is the new length of the span by the old.
void ChartSurface::zoomAround(double x, double factor)
{
    if (m_content.bucketCount() < 3)
        return;
    const PlotFrame &frame = m_picture.frame();
    const TimeSpan span = m_content.span();
    const auto center = double(frame.time(std::clamp(x, frame.plot.left(), frame.plot.right())));
    setZoom(TimeSpan{std::llround(center - (center - double(span.from)) * factor),
                     std::llround(center + (double(span.to) - center) * factor)});
}

void ChartSurface::panBy(double px)
{
    const TimeSpan span = m_content.span();
    const TimeSpan whole = m_content.wholeSpan();
    std::int64_t shift = std::llround(px / m_picture.frame().plot.width() * double(span.to - span.from));
    shift = std::clamp(shift, whole.from - span.from, whole.to - span.to);
    setZoom(TimeSpan{span.from + shift, span.to + shift});
}

bool ChartSurface::moveCrosshair(int key)
{
    const ChartContent::Buckets shown = m_content.visibleBuckets();
    if (shown.count() == 0 || m_content.seriesCount() == 0)
        return false;
    int bucket = m_hoveredBucket;
    switch (key) {
    case Qt::Key_Left: bucket = bucket < 0 ? shown.last - 1 : std::max(0, bucket - 1); break;
    case Qt::Key_Right:
        bucket = bucket < 0 ? shown.first : std::min(m_content.unfinished.drawnEnd - 1, bucket + 1);
        break;
    case Qt::Key_Home: bucket = 0; break;
    case Qt::Key_End: bucket = m_content.unfinished.drawnEnd - 1; break;
    default: return false;
    }
    m_pointer.reset();
    setHoveredSeries(-1);
    setHoveredBucket(bucket);
    const std::int64_t time = m_content.answer->timestamps[std::size_t(bucket)];
    if (const TimeSpan span = m_content.span(); m_content.zoom && (time < span.from || time > span.to))
        panBy(m_picture.frame().x(time) - m_picture.frame().plot.center().x());
    announceBucket();
    return true;
}

// Up and down the rows of the tooltip.
bool ChartSurface::moveAmongSeries(int key)
{
    if ((key != Qt::Key_Up && key != Qt::Key_Down) || m_hoveredBucket < 0)
        return false;
    const std::vector<HoverRow> rows = hoverCard(m_content, m_hoveredBucket, m_hoveredSeries).rows;
    if (rows.empty())
        return false;
    const auto at = std::find_if(rows.begin(), rows.end(), [](const HoverRow &row) { return row.isNear; });
    int place = at == rows.end() ? -1 : int(at - rows.begin());
    place += key == Qt::Key_Down ? 1 : place < 0 ? int(rows.size()) : -1;
    setHoveredSeries(rows[std::size_t(std::clamp(place, 0, int(rows.size()) - 1))].series);
    announceBucket();
    return true;
}

bool ChartSurface::zoomByKey(int key)
{
    const PlotFrame &frame = m_picture.frame();
    const double x = m_hoveredBucket >= 0 ? frame.x(m_content.answer->timestamps[std::size_t(m_hoveredBucket)])
                                          : frame.plot.center().x();
    if (key == Qt::Key_Plus || key == Qt::Key_Equal)
        zoomAround(x, 0.5);
    else if (key == Qt::Key_Minus)
        zoomAround(x, 2);
    else if (key == Qt::Key_0)
        setZoom(std::nullopt);
    else
        return false;
    return true;
}

void ChartSurface::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_hoveredBucket >= 0) {
        m_pressed.reset();
        hideHover();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_hoveredBucket >= 0) {
        Q_EMIT pointClicked(m_hoveredSeries, m_hoveredBucket);
        return;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)
        || !(moveCrosshair(event->key()) || moveAmongSeries(event->key()) || zoomByKey(event->key())))
        QWidget::keyPressEvent(event);
}

// Screen readers hear what the crosshair shows.
void ChartSurface::announceBucket()
{
    const HoverCard card = hoverCard(m_content, m_hoveredBucket, m_hoveredSeries);
    QStringList words{card.title};
    for (const HoverRow &row : card.rows)
        if (row.isNear)
            words.append(row.name);
    if (!card.note.isEmpty())
        words.append(card.note);
    for (const HoverRow &row : card.rows)
        words.append(row.change
                         ? tr("%1 %2, %3", "series, value, change").arg(row.name, row.value, spokenChange(*row.change))
                         : tr("%1 %2", "series, value").arg(row.name, row.value));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void ChartSurface::focusInEvent(QFocusEvent *event)
{
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
}

void ChartSurface::focusOutEvent(QFocusEvent *)
{
    m_showsFocus = false;
    if (!m_pointer)
        hideHover();
    setAccessibleDescription(chartSummary(m_content));
    update();
}
