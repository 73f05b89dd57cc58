// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A question under way: what can be done meanwhile, and what it costs.
#include "query/check.h"
#include "session/row_estimate.h"
#include "ui/builder/builder_panel.h"
#include "ui/shell/actions.h"
#include "ui/shell/board_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/result_pane.h"
#include "ui/text/number_text.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

void MainWindow::ask()
{
    updateNotice();
    showEstimate();
    showRunning();
    const bool hasPlace = !m_catalog.projectId().empty() || !m_catalog.listsProjects();
    if (m_holdsBack || m_service.state != ServiceStatus::State::Ready || !hasPlace || !hasEvents(m_draft.spec()))
        return;
    forgetOpenedAnswer();
    // While a question is being typed it may be no question: the form says so at the field, the last answer stays.
    if (check(m_draft.spec()).empty())
        m_controller.run(m_draft.spec(), comparedRange(m_draft.draft(), m_catalog.projectTime()));
    else
        m_controller.cancel();
}

void MainWindow::showEstimate()
{
    const double rows = mostRows(m_draft.spec(), m_catalog);
    m_builder->setEstimate(rows > 0 ? tr("Reads at most %1 rows").arg(compactNumber(rows)) : QString());
}

void MainWindow::showRunning()
{
    const bool isAsking = std::holds_alternative<Loading>(m_controller.state());
    showStatus();
    showChart();
    if (!isAsking)
        showRunButton(false);
    m_actions->cancel->setEnabled(isAsking);
    const bool isAtQuestion = m_pages->currentWidget() == m_centre;
    const bool canAsk = hasEvents(m_draft.spec()) && isAtQuestion;
    for (QAction *action : {m_actions->showBuilder, m_actions->showTable, m_actions->showLegend, m_actions->showSpec,
                            m_actions->addEvent, m_actions->addFilter, m_actions->formatSpec})
        action->setEnabled(isAtQuestion);
    m_actions->pasteSpec->setEnabled(isAtQuestion || m_pages->currentWidget() == m_board);
    m_run->setEnabled(canAsk);
    for (QAction *action :
         {m_actions->run, m_actions->saveQuestion, m_actions->saveQuestionAs, m_actions->saveQuestionFile})
        action->setEnabled(canAsk);
    m_copyAs->setEnabled(canAsk);
    for (QAction *copy : m_copyAs->menu()->actions())
        copy->setEnabled(canAsk);
    isAsking ? m_clock->start() : m_clock->stop();
    const bool hasAnswer = m_result->shownAnswer() && isAtQuestion; // what one sees is what is taken away
    for (QAction *action : {m_actions->exportAnswer, m_actions->exportCsv, m_actions->copyChart, m_actions->copyTable})
        action->setEnabled(hasAnswer);
    if (m_board != nullptr && m_pages->currentWidget() == m_board)
        m_actions->exportAnswer->setEnabled(true);
}

// Of what is in sight.
void MainWindow::showStatus()
{
    if (m_board != nullptr && m_pages->currentWidget() == m_board)
        m_status->showBoard(m_board->status());
    else
        m_status->showState(m_controller.state());
}

// One place for both: Run while there is nothing under way, Cancel while there is.
void MainWindow::showRunButton(bool isAsking)
{
    m_run->setText(isAsking ? tr("Cancel") : tr("Run"));
    m_run->setToolTip((isAsking ? m_actions->cancel : m_actions->run)->toolTip());
    Theme::setIconBeside(*m_run,
                         m_theme.icon(isAsking ? QStringLiteral("stop") : QStringLiteral("play"),
                                      isAsking ? Role::Text : Role::OnAccent));
    m_run->setProperty("accent", !isAsking);
    Theme::repolish(m_run);
}
