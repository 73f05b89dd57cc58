// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What comes into the window: specs and events, chosen, dropped or opened before.
#include "query/spec_json.h"
#include "session/file_import.h"
#include "session/question_file.h"
#include "session/question_words.h"
#include "ui/import/file_kind.h"
#include "ui/import/import_page.h"
#include "ui/shell/actions.h"
#include "ui/shell/library_room.h"
#include "ui/shell/main_window.h"
#include "ui/shell/recent_files.h"
#include "ui/shell/status_line.h"
#include "ui/shell/welcome_page.h"
#include "ui/shell/working_file.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QStackedWidget>

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString eventPatterns()
{
    return QStringLiteral("*.csv *.tsv *.ndjson *.jsonl *.json *.parquet *.gz");
}

} // namespace

void MainWindow::connectFiles()
{
    setAcceptDrops(true);
    connect(m_actions->openSpec, &QAction::triggered, this, &MainWindow::chooseSpecFile);
    connect(m_actions->importEvents, &QAction::triggered, this, [this] {
        importFiles(QFileDialog::getOpenFileNames(this, tr("Import events"), {},
                                                  tr("Events (%1);;All files (*)").arg(eventPatterns())));
    });
    connect(m_actions->makeDemo, &QAction::triggered, this, &MainWindow::demoWanted);
    connect(m_actions->clearRecent, &QAction::triggered, m_recent, &RecentFiles::clear);
    connect(m_welcome, &WelcomePage::demoWanted, this, &MainWindow::demoWanted);
    connect(m_welcome, &WelcomePage::fileWanted, this, &MainWindow::chooseFile);
    connect(m_welcome, &WelcomePage::pathWanted, this, [this](const QString &path) { openFiles({path}); });
    connect(m_actions->saveQuestionFile, &QAction::triggered, this,
            [this] { m_file->saveAs(fileNameOf(plainText(questionWords(m_draft.spec())))); });
    connect(m_file, &WorkingFile::changed, this, &MainWindow::showOpenName);
    connect(m_file, &WorkingFile::said, m_status, &StatusLine::say);
    connect(m_file, &WorkingFile::saved, this, [this](const QString &path) {
        m_recent->add(path);
        if (m_library != nullptr) // the next save goes to the file
            m_library->letGo();
    });
    connect(m_recent, &RecentFiles::changed, this, &MainWindow::showRecentFiles);
    showRecentFiles();
}

void MainWindow::offerImport(FileImport &import)
{
    m_import = &import;
    m_importPage = new ImportPage(m_theme, import);
    m_importPage->setProjects(m_catalog.projects());
    m_pages->addWidget(m_importPage);
    setTakesEvents(true);
    connect(&import, &FileImport::stateChanged, this, &MainWindow::showPage);
    connect(m_importPage, &ImportPage::reconnectWanted, this, &MainWindow::reconnectWanted);
    connect(m_importPage, &ImportPage::projectWanted, this, &MainWindow::openNewProject);
}

void MainWindow::setTakesEvents(bool takes)
{
    m_takesEvents = takes;
    m_welcome->setTakesEvents(takes);
    m_actions->importEvents->setVisible(takes);
    m_actions->makeDemo->setVisible(takes);
}

void MainWindow::showDemo(const QString &text, bool isRunning)
{
    m_welcome->setDemoText(text);
    m_welcome->setDemoEnabled(!isRunning);
    m_actions->makeDemo->setEnabled(!isRunning);
    m_status->say(text);
    m_isMakingDemo = isRunning;
    withdrawStopQuestion();
}

void MainWindow::openNewProject(const QString &project)
{
    m_wantedProject = project;
    m_controller.clear(); // what it said of the project may be true no more
    m_catalog.loadProjects();
}

void MainWindow::showRecentFiles()
{
    m_recentMenu->clear();
    for (const QString &path : m_recent->paths()) {
        QAction *action = m_recentMenu->addAction(QFileInfo(path).fileName().replace(u'&', QStringLiteral("&&")));
        action->setToolTip(path.toHtmlEscaped());
        connect(action, &QAction::triggered, this, [this, path] { openFiles({path}); });
    }
    m_recentMenu->addSeparator();
    m_recentMenu->addAction(m_actions->clearRecent);
    m_recentMenu->setEnabled(!m_recent->paths().isEmpty());
    m_actions->clearRecent->setEnabled(!m_recent->paths().isEmpty());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->source() == nullptr && !localFiles(event->mimeData()).isEmpty()) // not the chart of this window
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openFiles(localFiles(event->mimeData()));
}

void MainWindow::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a file"), {},
        tr("Events, query specs and answer files (%1 *.insight);;All files (*)").arg(eventPatterns()));
    if (!path.isEmpty())
        openFiles({path});
}

void MainWindow::openFiles(const QStringList &paths)
{
    if (m_board != nullptr && !paths.isEmpty() && paths.first().endsWith(QLatin1String(boardFileSuffix))) {
        openBoardFile(paths.first());
        return;
    }
    QStringList events;
    for (const QString &path : paths)
        if (kindOfFile(path) == FileKind::Events)
            events << QFileInfo(path).absoluteFilePath();
    if (!events.isEmpty())
        importFiles(events);
    else if (!paths.isEmpty() && kindOfFile(paths.first()) == FileKind::Answer)
        openAnswerFile(paths.first());
    else if (!paths.isEmpty())
        openSpecFile(paths.first());
}

void MainWindow::importFiles(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    if (!m_takesEvents) {
        m_status->say(
            tr("%1 takes no files: events are imported into the service of this machine only.").arg(m_service.name));
        return;
    }
    if (m_service.state != ServiceStatus::State::Ready) {
        m_pendingEventFiles = paths;
        return;
    }
    if (std::holds_alternative<Importing>(m_import->state())) {
        m_status->say(tr("One import at a time: wait for this one or cancel it."));
        return;
    }
    for (const QString &path : paths)
        m_recent->add(path);
    m_importPage->open(paths);
}

void MainWindow::chooseSpecFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open question or answer"), {},
                                                      tr("Query specs and answer files (*.json *.insight)"));
    if (path.isEmpty())
        return;
    if (kindOfFile(path) == FileKind::Answer)
        openAnswerFile(path);
    else
        openSpecFile(path);
}

void MainWindow::tellBadFile(const QString &path, const JsonErrors &errors)
{
    m_fileError = path + u':' + text(toText(errors.front()));
    if (errors.size() > 1)
        m_fileError += tr(" (and %n more)", nullptr, static_cast<int>(errors.size()) - 1);
}

void MainWindow::openSpecFile(const QString &path)
{
    if (m_catalog.projectId().empty()) {
        m_pendingSpecFile = path;
        return;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_fileError = tr("%1 cannot be read: %2.").arg(path, file.errorString());
    } else {
        const QByteArray contents = file.readAll();
        const auto read = readSpecJson(contents.toStdString(), m_catalog.projectTime().calendar());
        if (const auto *errors = std::get_if<JsonErrors>(&read)) {
            tellBadFile(path, *errors);
            showBadSpec(QString::fromUtf8(contents));
        } else {
            Draft draft;
            draft.spec = std::get<insights::v1::QuerySpec>(read);
            draft.automaticGranularity = false;
            if (m_library != nullptr)
                m_library->letGo();
            m_draft.open(draft, tr("Open %1").arg(path.section(u'/', -1)));
            m_file->opened(path, contents);
            m_recent->add(path);
        }
    }
    updateNotice();
}
