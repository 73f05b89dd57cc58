// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/trend_view.h"

#include "ui/charts/chart_surface.h"
#include "ui/charts/series_legend.h"
#include "ui/charts/trend_sheet.h"
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
    connect(&m_theme, &Theme::changed, this, [this] {
        if (m_answered)
            m_legend->setContent(legendContent(*m_answered, m_theme));
    });
}

QWidget *TrendView::chart()
{
    return m_chart;
}

QWidget *TrendView::side()
{
    return m_legend;
}

void TrendView::setAnswer(const Answered &answered)
{
    m_answered = answered;
    m_chart->setAnswer(answered.frames, chartText(answered), answered.spec.granularity());
    m_legend->setContent(legendContent(answered, m_theme));
}

void TrendView::setEmpty(const Answered &answered)
{
    m_answered.reset();
    m_chart->setAnswer(answered.frames, chartText(answered), answered.spec.granularity());
    m_chart->clear(); // the bare grid of the same time, not a line at zero
    m_legend->clear(legendContent(answered, m_theme).title);
}

void TrendView::clear()
{
    m_answered.reset();
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
