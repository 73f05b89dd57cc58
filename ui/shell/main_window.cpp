// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "query/check.h"
#include "query/spec_json.h"
#include "ui/builder/builder_panel.h"
#include "ui/shell/actions.h"
#include "ui/shell/notices.h"
#include "ui/shell/result_pane.h"
#include "ui/text/number_text.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QTimer>
#include <QUndoStack>

namespace {

constexpr int cancelAfterMs = 200;

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

MainWindow::MainWindow(Theme &theme, DraftQuery &draft, Catalog &catalog, QueryController &controller, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_draft(draft)
    , m_catalog(catalog)
    , m_controller(controller)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Insights Explorer"));
    createWidgets();
    arrange();
    createMenus();
    connectSignals();
    restore();
    setService({ServiceStatus::State::Starting, tr("Local service"), {}});
    showRunning();
    m_result->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectSignals()
{
    connect(m_actions->openSpec, &QAction::triggered, this, &MainWindow::chooseSpecFile);
    connect(m_actions->exportChart, &QAction::triggered, this, &MainWindow::exportChart);
    connect(m_actions->exportCsv, &QAction::triggered, this, &MainWindow::exportCsv);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->copySpec, &QAction::triggered, this, &MainWindow::copySpec);
    connect(m_actions->copyTable, &QAction::triggered, this, &MainWindow::copyTable);
    connect(m_actions->addEvent, &QAction::triggered, m_builder, &BuilderPanel::addEvent);
    connect(m_actions->addFilter, &QAction::triggered, m_builder, &BuilderPanel::addFilter);
    connect(m_actions->run, &QAction::triggered, this, &MainWindow::ask);
    connect(m_actions->cancel, &QAction::triggered, &m_controller, &QueryController::cancel);
    connect(m_actions->showBuilder, &QAction::toggled, m_builder, &QWidget::setVisible);
    connect(m_actions->showTable, &QAction::toggled, m_result, &ResultPane::setTableOpen);
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(*this); });
    const auto themeAction = [this](QAction *action, SchemeChoice choice) {
        connect(action, &QAction::triggered, this, [this, choice] { m_theme.apply(*qApp, choice); });
    };
    themeAction(m_actions->themeSystem, SchemeChoice::System);
    themeAction(m_actions->themeLight, SchemeChoice::Light);
    themeAction(m_actions->themeDark, SchemeChoice::Dark);

    connect(m_run, &QPushButton::clicked, this, [this] {
        const bool isAsking = std::holds_alternative<Loading>(m_controller.state());
        (isAsking ? m_actions->cancel : m_actions->run)->trigger();
    });
    connect(&m_theme, &Theme::changed, this, [this] { m_status->showService(m_service); });
    connect(m_project, &QComboBox::activated, this,
            [this](int index) { openProject(m_project->itemData(index).toString()); });
    connect(&m_catalog, &Catalog::projectsChanged, this, &MainWindow::showProjects);
    connect(&m_catalog, &Catalog::eventsChanged, this, &MainWindow::startQuestion);
    connect(&m_catalog, &Catalog::failed, this, [this](const Failure &failure) {
        setService({ServiceStatus::State::Failed, m_service.name, text(failure.message)});
    });
    connect(&m_draft, &DraftQuery::changed, this, &MainWindow::ask);
    connect(&m_draft.undoStack(), &QUndoStack::indexChanged, this, [this] { // an edit goes on from a file that was none
        m_fileError.clear();
        updateNotice();
    });
    connect(&m_controller, &QueryController::stateChanged, this, &MainWindow::showRunning);
    connect(m_clock, &QTimer::timeout, this, [this] {
        if (const auto *loading = std::get_if<Loading>(&m_controller.state())) {
            m_status->showElapsed(loading->since.elapsed());
            if (loading->since.elapsed() >= cancelAfterMs) // answers come sooner: the button would only flicker
                showRunButton(true);
        }
    });

    connect(m_result, &ResultPane::noticeButtonClicked, this, &MainWindow::clickNotice);
    connect(m_result, &ResultPane::retryClicked, this, [this] {
        const auto *failed = std::get_if<Failed>(&m_controller.state());
        if (failed != nullptr && failed->failure.kind == Failure::Kind::Unreachable)
            Q_EMIT reconnectWanted();
        ask();
    });
    connect(m_result, &ResultPane::cancelClicked, &m_controller, &QueryController::cancel);
    connect(m_result, &ResultPane::undoClicked, m_actions->undo, &QAction::trigger);
    connect(m_result, &ResultPane::filterDropped, this, &MainWindow::dropFilter);
    connect(m_result, &ResultPane::raiseLimitClicked, this, &MainWindow::raiseLimit);
    connect(m_result, &ResultPane::smallerClicked, this, &MainWindow::askForSevenDays);
    connect(m_result, &ResultPane::copyTableClicked, this, &MainWindow::copyTable);
    connect(m_result, &ResultPane::exportCsvClicked, this, &MainWindow::exportCsv);
    connect(m_result, &ResultPane::visualizationChosen, this, [this](insights::v1::Visualization visualization) {
        insights::v1::QuerySpec spec = m_draft.spec();
        spec.set_visualization(visualization);
        m_draft.editSpec(spec, tr("Change chart"));
    });
    connect(m_result, &ResultPane::rangeChosen, this, [this](const insights::v1::TimeRange &range) {
        insights::v1::QuerySpec spec = m_draft.spec();
        *spec.mutable_time_range() = range;
        m_draft.editSpec(spec, tr("Ask for this range"));
    });
    connect(m_result, &ResultPane::usersWanted, this, &MainWindow::showUsers);
    connect(m_result, &ResultPane::tableOpenChanged, m_actions->showTable, &QAction::setChecked);
    connect(m_result, &ResultPane::said, m_status, &StatusLine::say);
}

void MainWindow::restore()
{
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_centre->restoreState(settings.value(QStringLiteral("window/centre")).toByteArray());
    m_actions->showBuilder->setChecked(settings.value(QStringLiteral("window/builder"), true).toBool());
    m_actions->showTable->setChecked(settings.value(QStringLiteral("window/table"), true).toBool());
    ChartShape shape;
    shape.stackedBars = settings.value(QStringLiteral("chart/stackedBars"), true).toBool();
    shape.scale = ScaleKind(settings.value(QStringLiteral("chart/scale")).toInt());
    m_result->setChartShape(shape);
    m_preferredProject = settings.value(QStringLiteral("project")).toString();
    const SchemeChoice choice = m_theme.choice();
    (choice == SchemeChoice::Light      ? m_actions->themeLight
         : choice == SchemeChoice::Dark ? m_actions->themeDark
                                        : m_actions->themeSystem)
        ->setChecked(true);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/centre"), m_centre->saveState());
    settings.setValue(QStringLiteral("window/builder"), m_actions->showBuilder->isChecked());
    settings.setValue(QStringLiteral("window/table"), m_actions->showTable->isChecked());
    settings.setValue(QStringLiteral("chart/stackedBars"), m_result->chartShape().stackedBars);
    settings.setValue(QStringLiteral("chart/scale"), int(m_result->chartShape().scale));
    settings.setValue(QStringLiteral("theme"), int(m_theme.choice()));
    if (!m_catalog.projectId().empty())
        settings.setValue(QStringLiteral("project"), text(m_catalog.projectId()));
    event->accept();
}

void MainWindow::setService(const ServiceStatus &status)
{
    m_service = status;
    m_status->showService(status);
    if (status.state == ServiceStatus::State::Ready)
        m_catalog.loadProjects();
    updateNotice();
}

void MainWindow::preferProject(const QString &project)
{
    if (!project.isEmpty())
        m_preferredProject = project;
}

void MainWindow::showProjects()
{
    m_project->clear();
    for (const auto &project : m_catalog.projects())
        m_project->addItem(m_theme.icon(QStringLiteral("folder")), text(project.name()), text(project.id()));
    m_project->setEnabled(m_project->count() > 0);
    updateNotice();
    if (m_project->count() == 0)
        return;
    const QString wanted = m_catalog.projectId().empty() ? m_preferredProject : text(m_catalog.projectId());
    const int known = m_project->findData(wanted);
    m_project->setCurrentIndex(known < 0 ? 0 : known);
    openProject(m_project->currentData().toString());
}

void MainWindow::openProject(const QString &id)
{
    if (id.toStdString() != m_catalog.projectId()) {
        m_controller.clear();
        m_draft.reset({});
    }
    m_catalog.open(id.toStdString());
    const ProjectTime place = m_catalog.projectTime();
    m_draft.setPlace(place);
    m_result->setPlace(place);
    m_status->showZone(text(place.timezone));
    if (!m_pendingSpecFile.isEmpty())
        openSpecFile(std::exchange(m_pendingSpecFile, {}));
}

// A project that was just opened starts with the question most would ask first.
void MainWindow::startQuestion()
{
    showEstimate();
    if (m_draft.spec().events_size() > 0) {
        // A service that came back: the question still stands.
        if (!std::holds_alternative<Ready>(m_controller.state())
            && !std::holds_alternative<Loading>(m_controller.state()))
            ask();
        return;
    }
    if (m_catalog.events().empty()) {
        updateNotice();
        return;
    }
    Draft draft;
    draft.spec.add_events()->set_name(m_catalog.events().front().name());
    draft.spec.set_aggregation(insights::v1::AGGREGATION_UNIQUE_USERS);
    draft.time.preset = presetFor(m_catalog.projectTime(), QDateTime::currentMSecsSinceEpoch());
    m_draft.reset(draft);
}

void MainWindow::ask()
{
    updateNotice();
    showEstimate();
    showRunning();
    if (m_service.state != ServiceStatus::State::Ready || m_draft.spec().events_size() == 0)
        return;
    // While a question is being typed it may be no question: the form says so at the field, the last answer stays.
    if (check(m_draft.spec()).empty())
        m_controller.run(m_draft.spec(), comparedRange(m_draft.draft(), m_catalog.projectTime()));
    else
        m_controller.cancel();
}

// An upper bound known before asking: all events of the chosen names, whatever the time and the filters.
void MainWindow::showEstimate()
{
    double rows = 0;
    for (const auto &selector : m_draft.spec().events())
        if (const auto *event = m_catalog.event(selector.name()))
            rows += double(event->count());
    m_builder->setEstimate(rows > 0 ? tr("Reads at most %1 rows").arg(compactNumber(rows)) : QString());
}

void MainWindow::showRunning()
{
    const bool isAsking = std::holds_alternative<Loading>(m_controller.state());
    m_status->showState(m_controller.state());
    if (!isAsking)
        showRunButton(false);
    m_actions->cancel->setEnabled(isAsking);
    const bool hasQuestion = m_draft.spec().events_size() > 0;
    m_run->setEnabled(hasQuestion);
    m_actions->run->setEnabled(hasQuestion);
    m_actions->copySpec->setEnabled(hasQuestion);
    isAsking ? m_clock->start() : m_clock->stop();
    const bool hasAnswer = std::holds_alternative<Ready>(m_controller.state());
    for (QAction *action : {m_actions->exportChart, m_actions->exportCsv, m_actions->copyTable})
        action->setEnabled(hasAnswer);
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

void MainWindow::updateNotice()
{
    using State = ServiceStatus::State;
    Notice notice = Notice::None;
    if (!m_fileError.isEmpty())
        notice = Notice::BadFile;
    else if (m_service.state == State::Starting)
        notice = Notice::Starting;
    else if (m_service.state == State::Failed)
        notice = Notice::NoService;
    else if (m_catalog.projects().empty() && m_catalog.projectId().empty())
        notice = Notice::NoProject;
    else if (m_draft.spec().events_size() == 0)
        notice = Notice::NoEvent;

    m_notice = notice;
    switch (notice) {
    case Notice::None: m_result->hideNotice(); break;
    case Notice::Starting: m_result->showNotice(startingNotice(m_service.name, m_service.reason)); break;
    case Notice::NoService: m_result->showNotice(noServiceNotice(m_service.reason)); break;
    case Notice::NoProject: m_result->showNotice(noProjectNotice()); break;
    case Notice::NoEvent: m_result->showNotice(noEventNotice()); break;
    case Notice::BadFile: m_result->showNotice(badFileNotice(m_fileError)); break;
    }
}

void MainWindow::clickNotice(int)
{
    switch (m_notice) {
    case Notice::NoService: Q_EMIT reconnectWanted(); break;
    case Notice::NoProject: Q_EMIT demoWanted(); break;
    case Notice::BadFile:
        m_fileError.clear();
        updateNotice();
        break;
    default: break;
    }
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
        const auto read = readSpecJson(file.readAll().toStdString(), m_catalog.projectTime().calendar());
        if (const auto *errors = std::get_if<JsonErrors>(&read)) {
            m_fileError = path + u':' + text(toText(errors->front()));
            if (errors->size() > 1)
                m_fileError += tr(" (and %n more)", nullptr, static_cast<int>(errors->size()) - 1);
        } else {
            Draft draft;
            draft.spec = std::get<insights::v1::QuerySpec>(read);
            draft.automaticGranularity = false;
            m_draft.edit(draft, tr("Open %1").arg(path.section(u'/', -1)));
        }
    }
    updateNotice();
}
