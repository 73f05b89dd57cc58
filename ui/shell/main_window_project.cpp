// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which project is open, and what stands in the place of an answer while there is none.
#include <google/protobuf/util/message_differencer.h>

#include "query/check.h"
#include "query/question.h"
#include "session/file_import.h"
#include "ui/builder/builder_panel.h"
#include "ui/import/import_page.h"
#include "ui/shell/board_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/notices.h"
#include "ui/shell/result_pane.h"
#include "ui/shell/welcome_page.h"
#include "ui/spec/spec_panel.h"

#include <QComboBox>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>

using google::protobuf::util::MessageDifferencer;

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

void MainWindow::preferProject(const QString &project)
{
    if (!project.isEmpty())
        m_preferredProject = project;
}

void MainWindow::showProjects()
{
    m_knowsProjects = m_service.state == ServiceStatus::State::Ready;
    m_project->clear();
    if (!m_catalog.listsProjects())
        m_project->addItem(m_theme.icon(QStringLiteral("folder")),
                           m_preferredProject.isEmpty() ? tr("No project") : m_preferredProject, m_preferredProject);
    for (const auto &project : m_catalog.projects())
        m_project->addItem(m_theme.icon(QStringLiteral("folder")), text(project.name()), text(project.id()));
    m_project->setEnabled(m_project->count() > 0);
    if (m_importPage != nullptr)
        m_importPage->setProjects(m_catalog.projects());
    updateNotice();
    showElsewhere();
    if (m_project->count() == 0) {
        if (m_knowsProjects) // nothing comes that ends it
            m_result->setSought(false);
        return;
    }
    const bool isMade = m_project->findData(m_wantedProject) >= 0;
    if (isMade)
        forgetOpenedAnswer();
    const std::optional<OpenedAnswer> opened = m_opened; // another project takes it away
    const bool isOpenedKnown = opened && knowsProject(opened->document->project());
    const QString last = isOpenedKnown  ? text(opened->document->project())
        : m_catalog.projectId().empty() ? m_preferredProject
                                        : text(m_catalog.projectId());
    const int known = m_project->findData(isMade ? std::exchange(m_wantedProject, {}) : last);
    m_project->setCurrentIndex(known < 0 ? 0 : known);
    openProject(m_project->currentData().toString());
    if (opened && (isOpenedKnown || !m_opened))
        showOpenedAnswer(*opened);
}

void MainWindow::openProject(const QString &id)
{
    if (id.toStdString() != m_catalog.projectId()) {
        m_controller.clear();
        m_draft.reset({});
    }
    m_catalog.open(id.toStdString());
    if (const int index = m_project->findData(id); index >= 0)
        m_project->setCurrentIndex(index);
    QSettings().setValue(m_lastProjectKey, id);
    const ProjectTime place = m_catalog.projectTime();
    m_draft.setPlace(place);
    m_status->showZone(text(place.timezone));
    if (!m_pendingSpecFile.isEmpty())
        openSpecFile(std::exchange(m_pendingSpecFile, {}));
}

// A project that was just opened starts with the question most would ask first.
void MainWindow::startQuestion()
{
    showEstimate();
    if (m_opened && !isHere(*m_opened))
        return;
    if (hasEvents(m_draft.spec())) {
        // A service that came back: the question still stands, and may have been edited meanwhile.
        const auto *ready = std::get_if<Ready>(&m_controller.state());
        const bool isAnswered = ready != nullptr && !ready->answer->isKept
            && MessageDifferencer::Equals(ready->answer->spec, m_draft.spec());
        if (!isAnswered && !std::holds_alternative<Loading>(m_controller.state()))
            ask();
        return;
    }
    const bool isTyped = !m_catalog.listsProjects(); // names are, and the form is ready for them
    if (m_catalog.events().empty() && m_form.isShown() && m_result->isAncestorOf(focusWidget()))
        m_builder->focusFirst();
    if ((m_catalog.events().empty() && !isTyped) || (isTyped && m_draft.spec().has_time_range())) {
        updateNotice();
        return;
    }
    Draft draft;
    if (!m_catalog.events().empty())
        draft.spec.add_events()->set_name(m_catalog.events().front().name());
    draft.spec.set_aggregation(insights::v1::AGGREGATION_UNIQUE_USERS);
    draft.time.preset = presetFor(m_catalog.projectTime(), QDateTime::currentMSecsSinceEpoch());
    m_draft.reset(draft);
}

void MainWindow::updateNotice()
{
    using State = ServiceStatus::State;
    Notice notice = Notice::None;
    QString problem;
    const bool hasAnswer = m_controller.lastAnswer() != nullptr; // it stays, under a note or waiting

    if (!m_fileError.isEmpty())
        notice = Notice::BadFile;
    else if (m_service.state == State::Failed && !hasAnswer)
        notice = Notice::NoService;
    else if ((m_service.state == State::Starting || !m_knowsProjects) && !hasAnswer)
        notice = Notice::Starting;
    else if (m_catalog.listsProjects() && m_catalog.projects().empty() && m_catalog.projectId().empty()
             && !hasAnswer) // of a file
        notice = Notice::NoProject;
    else if (!hasEvents(m_draft.spec()))
        notice = Notice::NoEvent;
    else if (const Violations problems = check(m_draft.spec()); !problems.empty() && !hasAnswer) {
        notice = Notice::BadQuestion; // with an answer the form says it, and the answer stays
        problem = text(problems.front().field + " " + problems.front().description);
    }

    m_notice = notice;
    switch (notice) {
    case Notice::None:
    case Notice::NoProject: m_result->hideNotice(); break; // that has a page of its own
    case Notice::Starting: m_result->showNotice(startingNotice(m_service.name, m_service.reason)); break;
    case Notice::NoService: m_result->showNotice(noServiceNotice(m_service.reason, m_connections != nullptr)); break;
    case Notice::NoEvent: m_result->showNotice(noEventNotice()); break;
    case Notice::BadQuestion: m_result->showNotice(badQuestionNotice(problem)); break;
    case Notice::BadFile: m_result->showNotice(badFileNotice(m_fileError)); break;
    }
    showPage();
}

// The question and its answer, unless there is nothing to ask about or a file is being brought in.
void MainWindow::showPage()
{
    QWidget *page = m_notice == Notice::NoProject ? static_cast<QWidget *>(m_welcome) : m_centre;
    if (m_board != nullptr && m_board->shown() != 0)
        page = m_board;
    if (m_import != nullptr && !std::holds_alternative<NoFile>(m_import->state()))
        page = m_importPage;
    if (page == m_pages->currentWidget())
        return;
    m_pages->setCurrentWidget(page);
    if (page == m_centre)
        m_result->setFocus();
    showRunning();
}

void MainWindow::clickNotice(int button)
{
    switch (m_notice) {
    case Notice::NoService:
        if (button == 0)
            Q_EMIT reconnectWanted();
        else
            openConnections(false);
        break;
    case Notice::BadFile:
        m_fileError.clear();
        m_spec->returnToDraft();
        updateNotice();
        break;
    default: break;
    }
}
