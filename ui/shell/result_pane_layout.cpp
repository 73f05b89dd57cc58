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

#include <utility>

namespace {

constexpr int legendWidth = 280; // px: "United Kingdom" and its change fit
constexpr int legendBelowUnder = 880;

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

// Each keeps its own: cohorts are a table already, so theirs is folded until someone asks for it.
void ResultPane::foldTable(bool ofCohorts)
{
    if (m_tableOfCohorts == ofCohorts)
        return;
    m_tableOfCohorts = ofCohorts;
    m_table->setExpanded(std::exchange(m_otherTableOpen, m_table->isExpanded()));
}

bool ResultPane::isTableOpen() const
{
    return m_tableOfCohorts ? m_otherTableOpen : m_table->isExpanded();
}

void ResultPane::setTableOpen(bool open)
{
    m_table->setExpanded(open);
}

void ResultPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeSide();
}

void ResultPane::placeSide()
{
    if (m_sides->isHidden())
        return;
    const auto orientation = width() < legendBelowUnder ? Qt::Vertical : Qt::Horizontal;
    const bool isFirst = m_beside->sizes().value(1) == 0;
    if (orientation == m_beside->orientation() && !isFirst)
        return;
    m_beside->setOrientation(orientation);
    const int all = orientation == Qt::Horizontal ? width() : m_beside->height();
    const int legend = orientation == Qt::Horizontal ? legendWidth : std::min(200, all / 3);
    m_beside->setSizes({all - legend, legend});
}
