// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_surface.h"

#include "ui/charts/crosshair.h"

#include <QPainter>
#include <QPushButton>

namespace {

constexpr double dimmedOpacity = 0.6;
constexpr double othersOpacity = 0.3;

} // namespace

ChartSurface::ChartSurface(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_showAll(new QPushButton(tr("Show all"), this))
{
    setObjectName(QStringLiteral("chart"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    m_showAll->setObjectName(QStringLiteral("chartShowAll"));
    m_showAll->setAccessibleName(tr("Show all the time of the answer"));
    m_showAll->setProperty("quiet", true);
    m_showAll->setCursor(Qt::PointingHandCursor);
    m_showAll->hide();
    connect(m_showAll, &QPushButton::clicked, this, [this] { setZoom(std::nullopt); });
    connect(&theme, &Theme::changed, this, &ChartSurface::redraw);
    take({});
}

void ChartSurface::take(ChartContent content)
{
    const bool wasZoomed = m_content.zoom.has_value();
    m_content = std::move(content);
    m_highlighted = -1;
    m_pressed.reset();
    hideHover();
    m_showAll->hide();
    setAccessibleName(m_content.text.name.isEmpty() ? tr("Chart") : m_content.text.name);
    setAccessibleDescription(chartSummary(m_content));
    if (wasZoomed)
        Q_EMIT zoomChanged(std::nullopt);
    redraw();
}

void ChartSurface::setAnswer(std::shared_ptr<const AnswerFrames> answer, const ChartText &text,
                             insights::v1::Granularity granularity)
{
    take(chartContent(std::move(answer), text, granularity));
}

void ChartSurface::clear()
{
    if (!m_content.answer || m_content.seriesCount() == 0)
        return;
    AnswerFrames axisOnly;
    axisOnly.timestamps = m_content.answer->timestamps;
    axisOnly.info = m_content.answer->info;
    take(chartContent(std::make_shared<const AnswerFrames>(std::move(axisOnly)), {}, m_content.buckets.granularity()));
}

void ChartSurface::setDimmed(bool dimmed)
{
    if (m_dimmed == dimmed)
        return;
    m_dimmed = dimmed;
    update();
}

void ChartSurface::setHiddenSeries(const std::set<int> &hidden)
{
    if (m_content.hidden == hidden)
        return;
    m_content.hidden = hidden;
    redraw();
}

void ChartSurface::setHighlightedSeries(int series)
{
    if (m_highlighted == series)
        return;
    m_highlighted = series;
    update();
}

void ChartSurface::setZoom(std::optional<TimeSpan> zoom)
{
    if (m_content.bucketCount() < 2 || m_content.zoom == zoom)
        return;
    const auto &times = m_content.answer->timestamps;
    if (zoom) {
        zoom->from = std::max(zoom->from, times.front());
        zoom->to = std::min(zoom->to, times.back());
        const std::int64_t least = 2 * (times[1] - times[0]);
        if (zoom->to - zoom->from < std::min(least, times.back() - times.front()))
            return;
        if (zoom->from == times.front() && zoom->to == times.back())
            zoom.reset();
    }
    m_content.zoom = zoom;
    m_showAll->setVisible(zoom.has_value());
    redraw();
    Q_EMIT zoomChanged(zoom);
}

void ChartSurface::setHoveredBucket(int bucket)
{
    bucket = std::clamp(bucket, -1, std::max(0, m_content.unfinished.drawnEnd) - 1);
    if (m_hoveredBucket == bucket)
        return;
    m_hoveredBucket = bucket;
    update();
    Q_EMIT hoveredBucketChanged(bucket);
}

QRectF ChartSurface::plotArea() const
{
    return m_cacheIsOld ? plotFrame(m_content, m_theme, size()).plot : m_picture.frame().plot;
}

LineRoute ChartSurface::route() const
{
    return m_picture.route();
}

QSize ChartSurface::sizeHint() const
{
    return {800, 480};
}

QSize ChartSurface::minimumSizeHint() const
{
    return {240, 160};
}

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
    m_lines = QPixmap(pixels);
    m_lines.setDevicePixelRatio(dpr);
    m_lines.fill(Qt::transparent);
    m_picture.layOut(m_content, m_theme, size());
    QPainter framePainter(&m_frame);
    m_picture.paintFrame(framePainter, m_theme);
    QPainter linePainter(&m_lines);
    m_picture.paintLines(linePainter, m_content, m_theme, dpr, false);
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
    painter.drawPixmap(0, 0, m_lines);
    painter.setOpacity(whole);
    if (highlights)
        m_picture.paintHighlighted(painter, m_content, m_theme, m_highlighted);

    const HoverCard card = hoverCard(m_content, m_hoveredBucket, m_hoveredSeries);
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

void ChartSurface::resizeEvent(QResizeEvent *)
{
    m_showAll->adjustSize();
    m_showAll->move(width() - m_showAll->width() - 12, 2);
    redraw();
}
