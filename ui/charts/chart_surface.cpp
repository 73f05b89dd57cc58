// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_surface.h"

#include "ui/charts/crosshair.h"

#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace {

constexpr double dimmedOpacity = 0.6;
constexpr double othersOpacity = 0.3;

} // namespace

ChartSurface::ChartSurface(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_showAll(new QPushButton(tr("Show all"), this))
    , m_askRange(new QPushButton(tr("Ask for this range"), this))
{
    setObjectName(QStringLiteral("chart"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    createButtons();
    connect(&theme, &Theme::changed, this, &ChartSurface::redraw);
    take({});
}

void ChartSurface::createButtons()
{
    m_showAll->setObjectName(QStringLiteral("chartShowAll"));
    m_showAll->setAccessibleName(tr("Show all the time of the answer"));
    m_askRange->setObjectName(QStringLiteral("chartAskRange"));
    m_askRange->setAccessibleName(tr("Ask for the time that is shown"));
    for (QPushButton *button : {m_showAll, m_askRange}) {
        button->setProperty("quiet", true);
        button->setCursor(Qt::PointingHandCursor);
        button->hide();
    }
    connect(m_showAll, &QPushButton::clicked, this, [this] { setZoom(std::nullopt); });
    connect(m_askRange, &QPushButton::clicked, this, &ChartSurface::askForZoom);
}

void ChartSurface::showButtons(bool shown)
{
    m_showAll->setVisible(shown);
    m_askRange->setVisible(shown);
}

// All buckets that the zoom shows a part of.
void ChartSurface::askForZoom()
{
    if (!m_content.zoom)
        return;
    const auto &times = m_content.answer->timestamps;
    const auto after = std::upper_bound(times.begin(), times.end(), m_content.zoom->from);
    const auto first = after == times.begin() ? after : after - 1;
    const auto past = std::lower_bound(first, times.end(), m_content.zoom->to);
    const std::int64_t to = past == times.end() ? m_content.slot(int(times.size()) - 1).to : *past;
    Q_EMIT rangeWanted({*first, to});
}

void ChartSurface::setShape(const ChartShape &shape)
{
    if (m_content.shape == shape)
        return;
    m_content.shape = shape;
    m_content.refreshDrawn();
    redraw();
}

void ChartSurface::setCompared(std::shared_ptr<const ComparedSeries> compared)
{
    if (m_content.compared == compared)
        return;
    m_content.compared = std::move(compared);
    m_content.refreshDrawn();
    redraw();
}

void ChartSurface::take(ChartContent content)
{
    const bool wasZoomed = m_content.zoom.has_value();
    content.shape = m_content.shape;
    m_content = std::move(content);
    m_content.refreshDrawn();
    m_highlighted = -1;
    m_pressed.reset();
    hideHover();
    showButtons(false);
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
    if (m_content.isStacked())
        m_content.refreshDrawn();
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
        const TimeSpan whole = m_content.wholeSpan();
        zoom->from = std::max(zoom->from, whole.from);
        zoom->to = std::min(zoom->to, whole.to);
        const std::int64_t least = 2 * (times[1] - times[0]);
        if (zoom->to - zoom->from < std::min(least, whole.to - whole.from))
            return;
        if (zoom->from == whole.from && zoom->to == whole.to)
            zoom.reset();
    }
    m_content.zoom = zoom;
    showButtons(zoom.has_value());
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

void ChartSurface::resizeEvent(QResizeEvent *)
{
    int right = width() - 12;
    for (QPushButton *button : {m_showAll, m_askRange}) {
        button->adjustSize();
        button->move(right - button->width(), 2);
        right -= button->width() + 4;
    }
    redraw();
}
