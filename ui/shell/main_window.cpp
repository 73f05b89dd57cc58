// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "session/file_import.h"
#include "session/question_kind.h"
#include "ui/builder/builder_panel.h"
#include "ui/shell/actions.h"
#include "ui/shell/drawer.h"
#include "ui/shell/library_room.h"
#include "ui/shell/notices.h"
#include "ui/shell/palette.h"
#include "ui/shell/result_pane.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
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
    // Before the pane: what is sought again by itself is not told as a failure.
    connect(&m_controller, &QueryController::stateChanged, this, &MainWindow::watchService);
    createWidgets();
    arrange();
    createMenus();
    connectSignals();
    connectFiles();
    connectCopies();
    connectSpec();
    connectChart();
    restore();
    m_preferredProject = QSettings().value(m_lastProjectKey).toString();
    setService({ServiceStatus::State::Starting, tr("Local service"), {}});
    showRunning();
    m_result->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectSignals()
{
    connect(m_actions->exportAnswer, &QAction::triggered, this, &MainWindow::exportAnswer);
    connect(m_actions->exportCsv, &QAction::triggered, this, &MainWindow::exportCsv);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->find, &QAction::triggered, this, &MainWindow::openPalette);
    connect(m_palette, &Palette::chosen, this, &MainWindow::takePaletteEntry);
    for (QAction *adding : {m_actions->addEvent, m_actions->addFilter})
        connect(adding, &QAction::triggered, this, [this] { m_actions->showBuilder->setChecked(true); });
    connect(m_actions->addEvent, &QAction::triggered, m_builder, &BuilderPanel::addEvent);
    connect(m_actions->addFilter, &QAction::triggered, m_builder, &BuilderPanel::addFilter);
    const auto kindAction = [this](QAction *action, QuestionKind kind) {
        connect(action, &QAction::triggered, this,
                [this, action, kind] { m_draft.edit(switchedTo(m_draft.draft(), kind), action->text().remove(u'&')); });
    };
    kindAction(m_actions->asTrend, QuestionKind::Trend);
    kindAction(m_actions->asFunnel, QuestionKind::Funnel);
    kindAction(m_actions->asRetention, QuestionKind::Retention);
    connect(m_actions->run, &QAction::triggered, this, &MainWindow::ask);
    connect(m_actions->cancel, &QAction::triggered, &m_controller, &QueryController::cancel);
    connect(m_actions->showBuilder, &QAction::toggled, this, [this](bool shown) {
        m_form.choose(shown);
        placeBuilder();
    });
    connect(m_drawer, &Drawer::closeRequested, m_actions->showBuilder,
            [this] { m_actions->showBuilder->setChecked(false); });
    connect(m_actions->showTable, &QAction::toggled, m_result, &ResultPane::setTableOpen);
    connect(m_actions->showLegend, &QAction::toggled, m_result, &ResultPane::setLegendShown);
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
    connect(m_project, &QComboBox::activated, this,
            [this](int index) { openProject(m_project->itemData(index).toString()); });
    connect(&m_catalog, &Catalog::projectsChanged, this, &MainWindow::showProjects);
    connect(&m_catalog, &Catalog::eventsChanged, this, [this] {
        startQuestion();
        m_result->setSought(false);
    });
    connect(&m_catalog, &Catalog::failed, this, [this](const Failure &failure) {
        setService({ServiceStatus::State::Failed, m_service.name, text(failure.message)});
    });
    connect(&m_draft, &DraftQuery::changed, this, &MainWindow::forgetOpenedAnswer);
    connect(&m_draft, &DraftQuery::changed, this, &MainWindow::ask);
    connect(&m_draft.undoStack(), &QUndoStack::indexChanged, this, [this] { // an edit goes on from a file that was none
        m_fileError.clear();
        updateNotice();
    });
    connect(&m_controller, &QueryController::stateChanged, this, &MainWindow::showRunning);
    connect(&m_controller, &QueryController::stateChanged, this, &MainWindow::adoptZone);
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
        if (m_service.state == ServiceStatus::State::Failed
            || (failed != nullptr && failed->failure.kind == Failure::Kind::Unreachable))
            Q_EMIT reconnectWanted();
        ask();
    });
    connect(m_result, &ResultPane::cancelClicked, &m_controller, &QueryController::cancel);
    connect(m_result, &ResultPane::undoClicked, m_actions->undo, &QAction::trigger);
    connect(m_result, &ResultPane::filterDropped, this, &MainWindow::dropFilter);
    connect(m_result, &ResultPane::raiseLimitClicked, this, &MainWindow::raiseLimit);
    connect(m_result, &ResultPane::smallerClicked, this, &MainWindow::askForSevenDays);
    connect(m_result, &ResultPane::presetChosen, this, &MainWindow::askForPreset);
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
    connect(m_result, &ResultPane::legendShownChanged, m_actions->showLegend, &QAction::setChecked);
    connect(m_result, &ResultPane::said, m_status, &StatusLine::say);
}

void MainWindow::setService(const ServiceStatus &status)
{
    m_service = status;
    m_status->showService(status);
    const bool isGone = status.state == ServiceStatus::State::Failed;
    m_result->setSought(!isGone && (status.state == ServiceStatus::State::Starting || m_controller.lastAnswer()));
    m_result->setOutage(isGone ? std::optional(Failure{Failure::Kind::Unreachable, {}, status.reason.toStdString(), {}})
                               : std::nullopt);
    if (m_library != nullptr)
        m_library->setOffline(isGone);
    if (status.state == ServiceStatus::State::Ready) {
        m_catalog.loadProjects();
        if (m_takesEvents)
            m_import->lookAgain();
        if (!m_pendingEventFiles.isEmpty())
            importFiles(std::exchange(m_pendingEventFiles, {}));
    }
    updateNotice();
}

// A service that has answered and is gone is sought once by itself; after that it is for the analyst to say.
void MainWindow::watchService()
{
    const auto *failed = std::get_if<Failed>(&m_controller.state());
    heedService(std::holds_alternative<Ready>(m_controller.state()), failed != nullptr ? &failed->failure : nullptr);
}

void MainWindow::heedService(bool hasAnswered, const Failure *failure)
{
    m_hasAnswered = m_hasAnswered || hasAnswered;
    if (failure == nullptr || failure->kind != Failure::Kind::Unreachable)
        return;
    if (std::exchange(m_hasAnswered, false)) {
        setService({ServiceStatus::State::Starting, m_service.name, {}});
        QMetaObject::invokeMethod(this, &MainWindow::reconnectWanted, Qt::QueuedConnection);
    } else {
        m_status->showService({ServiceStatus::State::Failed, m_service.name, text(failure->message)});
    }
}
