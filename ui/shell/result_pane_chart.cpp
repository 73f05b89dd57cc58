// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the answer is looked at.
#include "ui/shell/form_bar.h"
#include "ui/shell/result_pane.h"
#include "ui/shell/trend_view.h"

void ResultPane::setChartShape(const ChartShape &shape)
{
    m_shape = shape;
    m_forms->setShape(shape);
    m_trend->setShape(shape);
    Q_EMIT chartChanged();
}

ChartState ResultPane::chartState() const
{
    ChartState state;
    if (!m_shown)
        return state;
    state.hasForms = hasForms(m_shown->spec);
    state.visualization = m_shown->spec.visualization();
    if (state.visualization == insights::v1::VISUALIZATION_UNSPECIFIED)
        state.visualization = insights::v1::VISUALIZATION_LINE;
    state.stackedBars = m_shape.stackedBars;
    if (m_view != m_trend)
        return state;
    ChartShape drawn = m_shape;
    drawn.form = chartFormOf(state.visualization);
    state.series = int(m_shown->frames->series.size());
    state.hasScale = true;
    state.mayLog = !drawn.isStacked(state.series);
    state.scale = drawn.scaleFor(state.series);
    state.isZoomed = m_trend->isZoomed();
    state.hidden = int(m_trend->hiddenSeries().size());
    return state;
}

void ResultPane::chooseForm(insights::v1::Visualization visualization, bool stackedBars)
{
    m_forms->chooseForm(visualization, stackedBars);
}

void ResultPane::chooseScale(ScaleKind scale)
{
    m_forms->chooseScale(scale);
}

void ResultPane::showAllTime()
{
    m_trend->showAllTime();
}

void ResultPane::askForRangeInSight()
{
    m_trend->askForRangeInSight();
}

void ResultPane::setAllSeriesHidden(bool hidden)
{
    m_trend->setAllHidden(hidden);
}
