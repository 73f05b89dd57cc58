// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the parts of the pane stand, and what is folded.
#include "ui/charts/loading_overlay.h"
#include "ui/charts/result_table.h"
#include "ui/shell/question_header.h"
#include "ui/shell/result_pane.h"

#include <QFrame>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace {

QFrame *rule()
{
    auto *line = new QFrame;
    line->setProperty("rule", true);
    line->setFixedHeight(1);
    return line;
}

} // namespace

void ResultPane::arrange()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *stage = new QVBoxLayout(m_stage);
    stage->setContentsMargins(0, 0, 0, 0);
    stage->addWidget(m_charts);
    m_loading->raise();
    m_state->raise();

    m_beside->addWidget(m_stage);
    m_beside->addWidget(m_sides);
    m_beside->setStretchFactor(0, 1);
    m_beside->setStretchFactor(1, 0);
    m_beside->setCollapsible(0, false);
    m_beside->setHandleWidth(1);
    m_beside->installEventFilter(this);
    m_sides->setMinimumSize(160, 80);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(rule());
    column->addWidget(m_specNote);
    column->addWidget(m_note);
    column->addWidget(m_beside, 1);
    column->addWidget(rule());
    column->addWidget(m_table);
}

// Each keeps its own.
YieldingPart &ResultPane::tableOfView()
{
    return m_view == m_views.at(AnswerKind::Retention) ? m_tableOfCohorts : m_tableOfOthers;
}

void ResultPane::setWanted(bool table, bool legend)
{
    m_tableOfOthers = YieldingPart(table);
    m_legend = YieldingPart(legend);
    makeRoom();
}

void ResultPane::setTableOpen(bool open)
{
    tableOfView().choose(open);
    makeRoom();
}

void ResultPane::setLegendShown(bool shown)
{
    m_legend.choose(shown);
    makeRoom();
}

void ResultPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void ResultPane::makeRoom()
{
    const bool hasLegend = m_view->side() != nullptr;
    RoomAround room = roomAround(size(), window()->size(), hasLegend);
    m_legend.setRoom(room.legend != LegendPlace::Nowhere);
    if (hasLegend && !m_legend.isShown())
        room = roomAround(size(), window()->size(), false);
    for (YieldingPart *table : {&m_tableOfOthers, &m_tableOfCohorts})
        table->setRoom(room.tableRows > 0);
    m_sides->setVisible(hasLegend && m_legend.isShown());
    if (m_sides->isVisibleTo(this))
        placeLegend(room.legend == LegendPlace::Beside ? Qt::Horizontal : Qt::Vertical);
    m_table->setRows(std::max(room.tableRows, leastTableRows));
    m_table->setExpanded(tableOfView().isShown());
    Q_EMIT tableOpenChanged(m_table->isExpanded());
    Q_EMIT legendShownChanged(m_legend.isShown());
}

void ResultPane::placeLegend(Qt::Orientation orientation)
{
    const bool isFirst = m_beside->sizes().value(1) == 0;
    if (orientation == m_beside->orientation() && !isFirst)
        return;
    m_beside->setOrientation(orientation);
    m_isLegendDragged = false;
    if (orientation == Qt::Horizontal)
        m_beside->setSizes({width() - legendWidth, legendWidth});
    else
        fitLegendBelow();
}

// As high as its rows need, of what the chart can spare.
void ResultPane::fitLegendBelow()
{
    const int all = m_beside->height();
    const int spare = std::max(leastLegendHeight, all - leastChartHeight(window()->height()));
    const int height = std::min(m_sides->currentWidget()->sizeHint().height(), spare);
    m_beside->setSizes({all - height, height});
}

bool ResultPane::eventFilter(QObject *watched, QEvent *event)
{
    const bool mayFit = event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
    if (watched == m_beside && mayFit && m_beside->orientation() == Qt::Vertical && m_sides->isVisibleTo(this)
        && !m_isLegendDragged)
        fitLegendBelow();
    return QWidget::eventFilter(watched, event);
}
