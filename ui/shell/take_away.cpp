// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What leaves the window: the spec, the numbers, the picture.
#include "query/answer_rows.h"
#include "query/answer_text.h"
#include "query/check.h"
#include "query/snippets.h"
#include "session/question_document.h"
#include "ui/shell/actions.h"
#include "ui/shell/answer_sheet.h"
#include "ui/shell/board_page.h"
#include "ui/shell/chart_mime.h"
#include "ui/shell/export_button.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/library_room.h"
#include "ui/shell/main_window.h"
#include "ui/shell/result_pane.h"
#include "ui/shell/users_dialog.h"
#include "ui/spec/spec_panel.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDrag>
#include <QFileDialog>
#include <QGuiApplication>
#include <QStackedWidget>
#include <QTemporaryDir>

namespace {

constexpr int raisedLimit = 25; // the step between the usual number of groups and the most
constexpr std::int64_t halfADay = 43'200'000; // ms

} // namespace

void MainWindow::setSnippetPlace(const SnippetPlace &place)
{
    m_snippetPlace = place;
    if (m_library != nullptr) {
        m_library->setServer(place.address);
        m_board->setServer(place.address);
    }
}

void MainWindow::connectCopies()
{
    const auto connectCopy = [this](QAction *action, SnippetKind kind, const QString &sentence) {
        connect(action, &QAction::triggered, this, [this, kind, sentence] { copyAs(kind, sentence); });
    };
    connectCopy(m_actions->copySpec, SnippetKind::Spec, tr("Copied the query spec."));
    connectCopy(m_actions->copyGrpcurl, SnippetKind::Grpcurl, tr("Copied the gRPC request for grpcurl."));
    connectCopy(m_actions->copyTypeScript, SnippetKind::TypeScript, tr("Copied the question as TypeScript."));
    connectCopy(m_actions->copyPython, SnippetKind::Python, tr("Copied the question as Python."));
    connectCopy(m_actions->copyCpp, SnippetKind::Cpp, tr("Copied the question as C++."));
    connectCopy(m_actions->copyCommandLine, SnippetKind::CommandLine, tr("Copied the insights-explorer command line."));
    connect(m_actions->copyTable, &QAction::triggered, this, &MainWindow::copyTable);
    connect(m_actions->copyChart, &QAction::triggered, this, &MainWindow::copyChart);
    connect(m_export, &ExportButton::dragged, this, &MainWindow::dragChart);
}

void MainWindow::copyAs(SnippetKind kind, const QString &sentence)
{
    SnippetPlace place = m_snippetPlace;
    place.project = m_catalog.projectId();
    QGuiApplication::clipboard()->setText(QString::fromStdString(snippet(kind, m_draft.spec(), place)));
    m_status->say(m_spec->isInStep() ? sentence
                                     : tr("%1 It is of the last valid spec, not of what is typed.").arg(sentence));
}

void MainWindow::copyTable()
{
    if (const AnsweredPtr &answer = m_result->shownAnswer()) {
        QGuiApplication::clipboard()->setText(QString::fromStdString(answerCsv(*answer->frames, '\t')));
        const auto rows = int(rowCount(*answer->frames));
        m_status->say(rows == 1 ? tr("Copied 1 row.") : tr("Copied %1 rows.").arg(QLocale().toString(rows)));
    }
}

std::optional<AnswerExport> MainWindow::outgoing() const
{
    const AnsweredPtr answer = m_result->shownAnswer();
    if (!answer)
        return std::nullopt;
    const bool isLast = answer == m_controller.lastAnswer();
    const bool isElsewhere = m_opened && answer->isKept;
    const std::string project = isElsewhere ? m_opened->document->project() : m_catalog.projectId();
    return AnswerExport{answer,
                        answeredQuestion(m_draft.draft(), answer->spec),
                        isLast ? m_controller.besides() : Besides(),
                        project,
                        isElsewhere ? QString::fromStdString(project) : m_project->currentText(),
                        m_result->sheetBody()};
}

void MainWindow::copyChart()
{
    if (std::optional<AnswerExport> chart = outgoing()) {
        QGuiApplication::clipboard()->setMimeData(new ChartMime(*std::move(chart), ExportDialog::storedLook(m_theme)));
        m_status->say(tr("Copied the chart, as picture and as table."));
    }
}

void MainWindow::dragChart()
{
    const std::optional<AnswerExport> chart = outgoing();
    if (!chart)
        return;
    if (!m_dragged)
        m_dragged = std::make_unique<QTemporaryDir>();
    if (QDrag *drag = chartDrag(this, *chart, ExportDialog::storedLook(m_theme), *m_dragged))
        drag->exec(Qt::CopyAction);
    else
        m_status->say(tr("The chart was not written to %1.").arg(m_dragged->path()));
}

void MainWindow::exportAnswer()
{
    if (m_board != nullptr && m_pages->currentWidget() == m_board) {
        exportBoard();
        return;
    }
    const std::optional<AnswerExport> answer = outgoing();
    if (!answer)
        return;
    auto *dialog = new ExportDialog(m_theme, *answer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::written, this,
            [this](const QString &path) { m_status->say(tr("Exported %1.").arg(path)); });
    dialog->open();
}

void MainWindow::exportCsv()
{
    const std::optional<AnswerExport> answer = outgoing();
    if (!answer)
        return;
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export CSV"), exportFileName(answer->answered->spec, ExportFormat::Csv), tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    const QString problem = writeExport(path, *answer, ExportFormat::Csv, {});
    m_status->say(problem.isEmpty() ? tr("Exported %1.").arg(path) : tr("%1 was not written: %2.").arg(path, problem));
}

void MainWindow::dropFilter(int filter)
{
    insights::v1::QuerySpec spec = m_draft.spec();
    if (filter < spec.filters_size())
        spec.mutable_filters()->DeleteSubrange(filter, 1);
    else
        spec.clear_filters();
    m_draft.editSpec(spec, filter < m_draft.spec().filters_size() ? tr("Remove filter") : tr("Remove all filters"));
}

void MainWindow::raiseLimit()
{
    insights::v1::QuerySpec spec = m_draft.spec();
    spec.set_breakdown_limit(breakdownLimitOf(spec) < raisedLimit ? raisedLimit : maximumBreakdownLimit);
    m_draft.editSpec(spec, tr("Raise the limit"));
}

void MainWindow::askForSevenDays()
{
    Draft draft = m_draft.draft();
    draft.time = {};
    // From the middle of the day back to its start, so that a week with a change of clocks is whole days too.
    const std::int64_t middle = milliseconds(draft.spec.time_range().end()) - 13 * halfADay;
    *draft.spec.mutable_time_range()->mutable_start()
        = timestamp(m_catalog.projectTime().calendar().bucketStart(middle, insights::v1::GRANULARITY_DAY));
    m_draft.edit(draft, tr("Ask for 7 days"));
}

void MainWindow::askForPreset(TimePreset preset)
{
    Draft draft = m_draft.draft();
    draft.time.preset = preset;
    m_draft.edit(draft, tr("Ask for %1").arg(timePresetName(preset)));
}

void MainWindow::showUsers(const catalog::v1::ListUsersRequest &request)
{
    if (!m_users)
        m_users = new UsersDialog(m_theme, m_catalog, this);
    m_users->ask(request);
    m_users->show();
    m_users->raise();
    m_users->activateWindow();
}
