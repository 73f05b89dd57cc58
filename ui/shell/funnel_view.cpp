// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/funnel_view.h"

#include "ui/charts/dim.h"
#include "ui/charts/funnel_chart.h"
#include "ui/charts/funnel_sheet.h"
#include "ui/charts/funnel_side.h"
#include "ui/charts/series_legend.h"
#include "ui/shell/answer_numbers.h"

FunnelView::FunnelView(const Theme &theme, QObject *parent)
    : AnswerView(parent)
    , m_chart(new FunnelChart(theme))
    , m_side(new FunnelSide(theme))
{
    connect(&m_side->legend(), &SeriesLegend::hiddenChanged, m_chart, &FunnelChart::setHiddenGroups);
    connect(&m_side->legend(), &SeriesLegend::highlightChanged, m_chart, &FunnelChart::setHighlightedGroup);
    connect(m_chart, &FunnelChart::hoveredGroupChanged, &m_side->legend(), &SeriesLegend::setHighlighted);
    connect(m_chart, &FunnelChart::usersWanted, this, [this](const catalog::v1::FunnelPlace &place) {
        catalog::v1::ListUsersRequest request;
        *request.mutable_funnel() = place;
        askForUsers(std::move(request));
    });
}

QWidget *FunnelView::chart()
{
    return m_chart;
}

QWidget *FunnelView::side()
{
    return m_side;
}

void FunnelView::showAnswer()
{
    const FunnelContent content = funnelContent(*answered());
    m_chart->setContent(content);
    m_side->setContent(content);
}

void FunnelView::showBesides()
{
    const FunnelContent content = funnelContent(*answered(), comparison());
    m_chart->setCompared(content);
    m_side->setContent(content);
}

void FunnelView::showEmpty(const Answered &answered)
{
    m_chart->clear();
    m_side->clear(funnelContent(answered).allName());
}

void FunnelView::showNothing()
{
    m_chart->clear();
    m_side->clear({});
}

void FunnelView::setDimmed(bool dimmed)
{
    m_chart->setDimmed(dimmed);
    dim(*m_side, dimmed);
}

void FunnelView::setCompact()
{
    m_chart->setFit(FunnelFit::Tile);
}

SheetBody FunnelView::sheetBody() const
{
    return funnelSheetBody(m_chart->content());
}
