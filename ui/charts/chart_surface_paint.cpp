// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a chart looks like: the cached picture, and what lies over it.
#include "ui/charts/chart_surface.h"

#include "ui/charts/crosshair.h"

#include <QPainter>

#include <algorithm>

static constexpr double dimmedOpacity = 0.6;
static constexpr double othersOpacity = 0.3;

void ChartSurface::redraw()
{
    m_cacheIsOld = true;
    update();
}

void ChartSurface::refreshCache()
{
    const qreal dpr = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * dpr).toSize();
    if (!m_cacheIsOld && m_frame.size() == pixels)
        return;
    m_frame = QPixmap(pixels);
    m_frame.setDevicePixelRatio(dpr);
    m_series = QPixmap(pixels);
    m_series.setDevicePixelRatio(dpr);
    m_series.fill(Qt::transparent);
    m_picture.layOut(m_content, m_theme, size());
    QPainter framePainter(&m_frame);
    m_picture.paintFrame(framePainter, m_theme);
    QPainter seriesPainter(&m_series);
    m_picture.paintSeries(seriesPainter, m_content, m_theme, dpr, false);
    m_cacheIsOld = false;
}

void ChartSurface::paintEvent(QPaintEvent *)
{
    refreshCache();
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Surface));
    const double whole = m_dimmed ? dimmedOpacity : 1;
    const bool highlights
        = m_highlighted >= 0 && m_highlighted < m_content.seriesCount() && m_content.isDrawn(m_highlighted);
    painter.setOpacity(whole);
    painter.drawPixmap(0, 0, m_frame);
    painter.setOpacity(highlights ? whole * othersOpacity : whole);
    painter.drawPixmap(0, 0, m_series);
    painter.setOpacity(whole);
    if (highlights)
        m_picture.paintHighlighted(painter, m_content, m_theme, m_highlighted);
    paintHoveredComparison(painter);

    HoverCard card = hoverCard(m_content, m_hoveredBucket, m_hoveredSeries);
    if (m_pointer)
        card.hint = m_hoveredSeries >= 0 || m_content.seriesCount() == 1 ? tr("Click lists the users · drag zooms")
                                                                         : tr("Drag zooms");
    if (isDragging()) {
        paintDrag(painter);
    } else if (m_hoveredBucket >= 0 && m_content.seriesCount() > 0) {
        paintHover(painter, card);
    } else {
        m_picture.paintTimeLabels(painter, m_theme);
    }
    if (m_showsFocus) {
        painter.setOpacity(1);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Role::Focus), 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

// Of many series only the one that is pointed at, here or in the legend, shows its other time.
void ChartSurface::paintHoveredComparison(QPainter &painter) const
{
    const int shown = m_content.seriesCount() - int(m_content.hidden.size());
    if (shown > mostComparedLines)
        m_picture.paintCompared(painter, m_content, m_theme, m_highlighted >= 0 ? m_highlighted : m_hoveredSeries);
}

void ChartSurface::paintHover(QPainter &painter, const HoverCard &card) const
{
    const PlotFrame &frame = m_picture.frame();
    const std::int64_t time = m_content.answer->timestamps[std::size_t(m_hoveredBucket)];
    const double x = frame.x(time);
    if (x < frame.plot.left() - 1 || x > frame.plot.right() + 1) { // zoomed away from it
        m_picture.paintTimeLabels(painter, m_theme);
        return;
    }
    const AxisPlate plate = axisPlate(m_content.buckets.plate(time), m_theme, frame, x);
    m_picture.paintTimeLabels(painter, m_theme, plate.place);
    paintCrosshair(painter, m_content, frame, card, m_hoveredBucket, m_theme);
    paintAxisPlate(painter, plate, m_theme);
    painter.setOpacity(1);
    const double y = m_pointer ? m_pointer->y() : frame.plot.top() + frame.plot.height() / 3;
    paintHoverCard(painter, card, hoverCardPlace(card, m_theme, frame, x, y), m_content, m_theme);
}

void ChartSurface::paintDrag(QPainter &painter) const
{
    const PlotFrame &frame = m_picture.frame();
    const double from = std::clamp(std::min(m_pressed->x(), m_pointer->x()), frame.plot.left(), frame.plot.right());
    const double to = std::clamp(std::max(m_pressed->x(), m_pointer->x()), frame.plot.left(), frame.plot.right());
    const auto nameAt = [&](double x) {
        const int bucket = m_content.nearestBucket(frame.time(x));
        return m_content.buckets.plate(m_content.answer->timestamps[std::size_t(bucket)]);
    };
    const AxisPlate plate
        = axisPlate(tr("%1 – %2", "from, to").arg(nameAt(from), nameAt(to)), m_theme, frame, (from + to) / 2);
    m_picture.paintTimeLabels(painter, m_theme, plate.place);
    paintBand(painter, frame, from, to, m_theme);
    paintAxisPlate(painter, plate, m_theme);
}
