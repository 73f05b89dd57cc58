// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The chart from the menu and the palette: the same choices as beside it.
#include "session/question_kind.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/result_pane.h"

#include <QAction>
#include <QSplitter>
#include <QStackedWidget>

using namespace insights::v1;

namespace {

struct FormAction
{
    QAction *action;
    Visualization visualization;
    bool stackedBars;
};

std::vector<FormAction> formActions(const Actions &actions)
{
    return {{actions.asLines, VISUALIZATION_LINE, false},  {actions.asAreas, VISUALIZATION_AREA, false},
            {actions.asBars, VISUALIZATION_BAR, false},    {actions.asStackedBars, VISUALIZATION_BAR, true},
            {actions.asTable, VISUALIZATION_TABLE, false}, {actions.asNumber, VISUALIZATION_KPI, false}};
}

std::vector<std::pair<QAction *, ScaleKind>> scaleActions(const Actions &actions)
{
    return {{actions.scaleLinear, ScaleKind::Linear},
            {actions.scaleLog, ScaleKind::Log},
            {actions.scalePercent, ScaleKind::Percent}};
}

std::vector<std::pair<QAction *, Compare>> compareActions(const Actions &actions)
{
    return {{actions.compareNothing, Compare::Nothing},
            {actions.comparePreviousPeriod, Compare::PreviousPeriod},
            {actions.compareSameWeekdays, Compare::SameWeekdaysBefore},
            {actions.comparePreviousYear, Compare::PreviousYear}};
}

void place(QAction *action, bool isEnabled, bool isChecked)
{
    action->setEnabled(isEnabled);
    action->setChecked(isChecked);
}

} // namespace

void MainWindow::connectChart()
{
    // A choice that changes nothing leaves its mark where it was.
    const auto onChoice = [this](QAction *action, auto &&choose) {
        connect(action, &QAction::triggered, this, [this, choose] {
            choose();
            showChart();
        });
    };
    for (const FormAction &form : formActions(*m_actions))
        onChoice(form.action, [this, form] { m_result->chooseForm(form.visualization, form.stackedBars); });
    for (const auto &[action, scale] : scaleActions(*m_actions))
        onChoice(action, [this, scale = scale] { m_result->chooseScale(scale); });
    for (const auto &[action, compare] : compareActions(*m_actions))
        onChoice(action, [this, compare = compare] {
            Draft draft = m_draft.draft();
            draft.compare = compare;
            m_draft.edit(draft, tr("Change comparison"));
        });
    connect(m_actions->showAllTime, &QAction::triggered, m_result, &ResultPane::showAllTime);
    connect(m_actions->askRange, &QAction::triggered, m_result, &ResultPane::askForRangeInSight);
    connect(m_actions->showAllSeries, &QAction::triggered, this, [this] { m_result->setAllSeriesHidden(false); });
    connect(m_actions->hideAllSeries, &QAction::triggered, this, [this] { m_result->setAllSeriesHidden(true); });
    connect(m_result, &ResultPane::chartChanged, this, &MainWindow::showChart);
    connect(&m_draft, &DraftQuery::changed, this, &MainWindow::showChart);
}

void MainWindow::showChart()
{
    const bool isAtQuestion = m_pages->currentWidget() == m_centre;
    const ChartState chart = isAtQuestion ? m_result->chartState() : ChartState();
    for (const FormAction &form : formActions(*m_actions)) {
        const bool isBar = form.visualization == VISUALIZATION_BAR;
        place(form.action, chart.hasForms,
              chart.hasForms && chart.visualization == form.visualization
                  && (!isBar || chart.stackedBars == form.stackedBars));
    }
    for (const auto &[action, scale] : scaleActions(*m_actions))
        place(action, chart.hasScale && (scale != ScaleKind::Log || chart.mayLog),
              chart.hasScale && chart.scale == scale);
    const bool isTrend = isAtQuestion && kindOf(m_draft.spec()) == QuestionKind::Trend;
    for (const auto &[action, compare] : compareActions(*m_actions))
        place(action, isTrend, isTrend && m_draft.draft().compare == compare);
    m_actions->showAllTime->setEnabled(chart.isZoomed);
    m_actions->askRange->setEnabled(chart.isZoomed);
    m_actions->showAllSeries->setEnabled(chart.hidden > 0);
    m_actions->hideAllSeries->setEnabled(chart.hidden < chart.series);
}
