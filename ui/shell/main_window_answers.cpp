// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Answer files in the window: seen at once, with and without a service, and asked anew where their project is.
#include "query/answer_document.h"
#include "session/kept_answer.h"
#include "session/question_document.h"
#include "ui/shell/library_room.h"
#include "ui/shell/main_window.h"
#include "ui/shell/recent_files.h"
#include "ui/shell/result_pane.h"
#include "ui/shell/working_file.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

void MainWindow::openAnswerFile(const QString &path)
{
    m_fileError.clear();
    m_pendingSpecFile.clear();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_fileError = tr("%1 cannot be read: %2.").arg(path, file.errorString());
    } else {
        auto read = readAnswerFile(file.readAll().toStdString());
        if (const auto *errors = std::get_if<JsonErrors>(&read)) {
            tellBadFile(path, *errors);
        } else {
            m_recent->add(path);
            bringAnswer({std::make_shared<const explorer::v1::Answer>(std::get<explorer::v1::Answer>(std::move(read))),
                         QFileInfo(path).fileName()});
        }
    }
    updateNotice();
}

bool MainWindow::knowsProject(const std::string &id) const
{
    return std::ranges::any_of(m_catalog.projects(), [&](const auto &project) { return project.id() == id; });
}

// A file without a project is of any.
bool MainWindow::isHere(const OpenedAnswer &opened) const
{
    const std::string &project = opened.document->project();
    return m_knowsProjects && !m_catalog.projectId().empty() && (project.empty() || project == m_catalog.projectId());
}

void MainWindow::bringAnswer(const OpenedAnswer &opened)
{
    const std::string &project = opened.document->project();
    if (m_board != nullptr)
        closeBoard();
    if (m_library != nullptr)
        m_library->letGo();
    m_file->letGo();
    if (m_knowsProjects && project != m_catalog.projectId() && knowsProject(project))
        openProject(QString::fromStdString(project));
    showOpenedAnswer(opened);
}

void MainWindow::showOpenedAnswer(const OpenedAnswer &opened)
{
    if (m_catalog.projectId().empty()) // there is no other zone to read its times in
        adoptZoneOf(opened.document->response().info());
    m_holdsBack = true; // until the answer of the file is there
    m_draft.open(draftOf(opened.document->question()), tr("Open %1").arg(opened.name));
    m_holdsBack = false;
    m_opened = opened;
    m_controller.clear(); // what was asked before, and how that failed
    m_controller.showKept(answeredOf(*opened.document), besidesOf(*opened.document));
    showElsewhere();
    if (isHere(opened))
        ask();
    updateNotice();
    showRunning(); // what is there to be taken away
}

// Where it is known that the project of the answer is not.
void MainWindow::showElsewhere()
{
    const bool isElsewhere = m_opened && m_knowsProjects && !isHere(*m_opened);
    m_result->setElsewhere(isElsewhere ? QString::fromStdString(m_opened->document->project()) : QString());
    showOpenName();
}

void MainWindow::forgetOpenedAnswer()
{
    m_opened.reset();
    showElsewhere();
}
