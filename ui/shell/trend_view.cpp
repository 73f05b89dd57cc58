// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/trend_view.h"

#include "query/check.h"
#include "ui/charts/chart_surface.h"
#include "ui/charts/series_legend.h"
#include "ui/charts/trend_sheet.h"
#include "ui/shell/form_bar.h"
#include "ui/shell/trend_content.h"

TrendView::TrendView(const Theme &theme, QObject *parent)
    : AnswerView(parent)
    , m_theme(theme)
    , m_chart(new ChartSurface(theme))
    , m_legend(new SeriesLegend(theme))
{
    connect(m_legend, &SeriesLegend::hiddenChanged, m_chart, &ChartSurface::setHiddenSeries);
    connect(m_legend, &SeriesLegend::highlightChanged, m_chart, &ChartSurface::setHighlightedSeries);
    connect(m_chart, &ChartSurface::hoveredSeriesChanged, m_legend, &SeriesLegend::setHighlighted);
    connect(m_chart, &ChartSurface::pointClicked, this, &TrendView::askForUsersAt);
    connect(m_chart, &ChartSurface::rangeWanted, this, &TrendView::askForRange);
    connect(m_chart, &ChartSurface::zoomChanged, this, &TrendView::lookChanged);
    connect(m_legend, &SeriesLegend::hiddenChanged, this, &TrendView::lookChanged);
    connect(&m_theme, &Theme::changed, this, &TrendView::showLegend);
}

bool TrendView::isZoomed() const
{
    return m_chart->content().zoom.has_value();
}

void TrendView::showAllTime()
{
    m_chart->setZoom(std::nullopt);
}

void TrendView::askForRangeInSight()
{
    m_chart->askForZoom();
}

const std::set<int> &TrendView::hiddenSeries() const
{
    return m_legend->hidden();
}

void TrendView::setAllHidden(bool hidden)
{
    std::set<int> series;
    for (int i = 0; hidden && i < m_chart->content().seriesCount(); ++i)
        series.insert(i);
    m_legend->setHidden(series);
}

QWidget *TrendView::chart()
{
    return m_chart;
}

QWidget *TrendView::side()
{
    return m_legend;
}

void TrendView::showAnswer()
{
    setShape(m_chart->content().shape);
    m_chart->setAnswer(answered()->frames, chartText(*answered()), answered()->spec.granularity());
    showLegend();
}

void TrendView::showBesides()
{
    m_chart->setCompared(comparedSeries(*answered(), comparison()));
    showLegend();
}

void TrendView::showLegend()
{
    if (answered())
        m_legend->setContent(legendContent(*answered(), m_theme, comparison()));
}

void TrendView::setShape(const ChartShape &shape)
{
    ChartShape drawn = shape;
    if (answered())
        drawn.form = chartFormOf(answered()->spec.visualization());
    m_chart->setShape(drawn);
}

// The first and the last bucket may reach beyond what was asked.
void TrendView::askForRange(TimeSpan span)
{
    if (!answered())
        return;
    const auto &asked = answered()->spec.time_range();
    span.from = std::max(span.from, milliseconds(asked.start()));
    if (span.to > answered()->frames->timestamps.back())
        span.to = milliseconds(asked.end());
    Q_EMIT rangeWanted(span);
}

void TrendView::askForUsersAt(int series, int bucket)
{
    if (!answered())
        return;
    const AnswerFrames &answer = *answered()->frames;
    if (series < 0 && answer.series.size() > 1) // of several none is meant
        return;
    const SeriesFrame &frame = answer.series.at(std::size_t(std::max(0, series)));
    catalog::v1::ListUsersRequest request;
    auto &place = *request.mutable_series();
    place.set_event_index(frame.eventIndex);
    *place.mutable_timestamp() = timestamp(answer.timestamps.at(std::size_t(bucket)));
    if (frame.breakdown)
        place.set_breakdown(*frame.breakdown);
    place.set_is_others(frame.isOthers);
    askForUsers(std::move(request));
}

void TrendView::showEmpty(const Answered &answered)
{
    m_chart->setAnswer(answered.frames, chartText(answered), answered.spec.granularity());
    m_chart->clear(); // the bare grid of the same time, not a line at zero
    m_legend->clear(legendContent(answered, m_theme).title);
}

void TrendView::showNothing()
{
    m_chart->clear();
    m_legend->clear({});
}

void TrendView::setDimmed(bool dimmed)
{
    m_chart->setDimmed(dimmed);
    m_legend->setDimmed(dimmed);
}

SheetBody TrendView::sheetBody() const
{
    return trendSheetBody(m_chart->content());
}
