// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What leaves the window: the spec, the numbers, the picture.
#include "query/answer_rows.h"
#include "query/answer_text.h"
#include "query/check.h"
#include "query/snippets.h"
#include "session/question_words.h"
#include "ui/charts/sheet_file.h"
#include "ui/shell/actions.h"
#include "ui/shell/answer_sheet.h"
#include "ui/shell/board_page.h"
#include "ui/shell/library_room.h"
#include "ui/shell/main_window.h"
#include "ui/shell/result_pane.h"
#include "ui/shell/users_dialog.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QSaveFile>

namespace {

constexpr QSize pictureSize(1280, 720);
constexpr qreal pictureScale = 2;
constexpr int raisedLimit = 25; // the step between the usual number of groups and the most
constexpr std::int64_t halfADay = 43'200'000; // ms

QString fileName(const insights::v1::QuerySpec &spec, const QString &ending)
{
    QString name;
    for (const QChar c : plainText(questionWords(spec)))
        name += c.isLetterOrNumber() || c == u'_' ? c : u' ';
    return name.simplified().replace(u' ', u'-').left(80) + ending;
}

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
}

void MainWindow::copyAs(SnippetKind kind, const QString &sentence)
{
    SnippetPlace place = m_snippetPlace;
    place.project = m_catalog.projectId();
    QGuiApplication::clipboard()->setText(QString::fromStdString(snippet(kind, m_draft.spec(), place)));
    m_status->say(sentence);
}

void MainWindow::copyTable()
{
    if (const AnsweredPtr &answer = m_result->shownAnswer()) {
        QGuiApplication::clipboard()->setText(QString::fromStdString(answerCsv(*answer->frames, '\t')));
        const auto rows = int(rowCount(*answer->frames));
        m_status->say(rows == 1 ? tr("Copied 1 row.") : tr("Copied %1 rows.").arg(QLocale().toString(rows)));
    }
}

void MainWindow::exportChart()
{
    const AnsweredPtr answer = m_result->shownAnswer();
    if (!answer)
        return;
    QString path = QFileDialog::getSaveFileName(
        this, tr("Export chart"), fileName(answer->spec, QStringLiteral(".png")), tr("Charts (*.png *.svg *.pdf)"));
    if (path.isEmpty())
        return;
    if (!isSheetFile(path))
        path += QStringLiteral(".png");
    const QString error
        = writeSheet(path, pictureSize, pictureScale, answerSheet(*answer, m_result->sheetBody()), m_theme);
    m_status->say(error.isEmpty() ? tr("Exported %1.").arg(path) : tr("%1 was not written: %2.").arg(path, error));
}

void MainWindow::exportCsv()
{
    const AnsweredPtr answer = m_result->shownAnswer();
    if (!answer)
        return;
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export CSV"), fileName(answer->spec, QStringLiteral(".csv")), tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray bytes = QByteArray::fromStdString(answerCsv(*answer->frames));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    m_status->say(isWritten ? tr("Exported %1.").arg(path)
                            : tr("%1 was not written: %2.").arg(path, file.errorString()));
}

void MainWindow::dropFilter(int filter)
{
    insights::v1::QuerySpec spec = m_draft.spec();
    spec.mutable_filters()->DeleteSubrange(filter, 1);
    m_draft.editSpec(spec, tr("Remove filter"));
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

void MainWindow::showUsers(const catalog::v1::ListUsersRequest &request)
{
    if (!m_users)
        m_users = new UsersDialog(m_theme, m_catalog, this);
    m_users->ask(request);
    m_users->show();
    m_users->raise();
    m_users->activateWindow();
}
