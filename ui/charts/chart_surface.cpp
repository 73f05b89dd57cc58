// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_surface.h"

#include <QPushButton>

#include <algorithm>

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
    const std::int64_t to = past == times.end() ? 2 * times.back() - times[times.size() - 2] : *past;
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
    m_clickWaits.reset();
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
    if (m_content.isStacked() || m_content.scale() == ScaleKind::Log) // it counts what it cannot show
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
