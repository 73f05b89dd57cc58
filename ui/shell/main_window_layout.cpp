// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window is made of and where it stands.
#include "ui/builder/builder_panel.h"
#include "ui/builder/elided_combo.h"
#include "ui/shell/actions.h"
#include "ui/shell/drawer.h"
#include "ui/shell/export_button.h"
#include "ui/shell/main_window.h"
#include "ui/shell/palette.h"
#include "ui/shell/recent_files.h"
#include "ui/shell/result_pane.h"
#include "ui/shell/search_button.h"
#include "ui/shell/welcome_page.h"
#include "ui/shell/working_file.h"
#include "ui/spec/spec_panel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QUndoGroup>

namespace {

constexpr int builderWidth = 320;
constexpr int clockMs = 100;
constexpr int searchStretch = 1000; // against 1 beside it
constexpr QSize titleBarAllowance(8, 40); // what a window manager draws around a window

} // namespace

void MainWindow::createWidgets()
{
    m_undo = new QUndoGroup(this);
    m_undo->addStack(&m_draft.undoStack());
    m_undo->setActiveStack(&m_draft.undoStack());
    m_actions = new Actions(m_theme, *m_undo, this);
    m_toolBar = new QToolBar(tr("Tools"), this);
    m_toolBar->setObjectName(QStringLiteral("tools"));
    m_project = new ElidedCombo;
    m_project->setObjectName(QStringLiteral("project"));
    m_project->setAccessibleName(tr("Project"));
    m_project->setMinimumWidth(196);
    m_project->setIconSize(Theme::iconBeside);
    m_project->setPlaceholderText(tr("No project yet"));
    m_project->setEnabled(false);
    m_run = new QPushButton;
    m_run->setObjectName(QStringLiteral("runButton"));
    m_copyAs = new QToolButton;
    m_copyAs->setObjectName(QStringLiteral("copyAs"));
    m_export = new ExportButton(m_actions->exportAnswer);
    m_export->setToolTip(tr("%1\nDrag it away to take the chart as a file").arg(m_actions->exportAnswer->toolTip()));
    m_builder = new BuilderPanel(m_draft, m_catalog, m_theme);
    m_builder->setObjectName(QStringLiteral("builder"));
    m_result = new ResultPane(m_theme, m_controller, m_draft);
    m_spec = new SpecPanel(m_draft, m_theme);
    m_spec->hide();
    m_centre = new QSplitter(Qt::Horizontal);
    m_centre->setObjectName(QStringLiteral("centre"));
    m_search = new SearchButton(m_theme, tr("Find actions, events, properties"),
                                m_actions->find->shortcut().toString(QKeySequence::NativeText));
    m_palette = new Palette(m_theme, this);
    m_recent = new RecentFiles(this);
    m_file = new WorkingFile(m_draft, this);
    m_welcome = new WelcomePage(m_theme, *m_recent);
    m_pages = new QStackedWidget;
    m_status = new StatusLine(m_theme);
    m_clock = new QTimer(this);
    m_clock->setInterval(clockMs);
}

void MainWindow::arrange()
{
    m_toolBar->setMovable(false);
    m_toolBar->setFixedHeight(44);
    m_toolBar->setIconSize(Theme::iconAlone);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->addWidget(m_project);
    m_toolBar->addSeparator();
    m_toolBar->addAction(m_actions->undo);
    m_toolBar->addAction(m_actions->redo);
    m_toolBar->addSeparator();
    m_toolBar->addWidget(m_run);
    m_toolBar->addSeparator();
    m_toolBar->addAction(m_actions->saveQuestion);
    m_toolBar->addWidget(m_copyAs);
    m_toolBar->addWidget(m_export);
    auto *middle = new QWidget; // the search takes what the buttons leave, up to its usual width
    middle->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *middleRow = new QHBoxLayout(middle);
    middleRow->setContentsMargins(8, 0, 8, 0);
    middleRow->addStretch(1);
    middleRow->addWidget(m_search, searchStretch);
    middleRow->addStretch(1);
    m_toolBar->addWidget(middle);
    m_toolBar->addAction(m_actions->showLibrary);
    m_toolBar->addAction(m_actions->showBuilder);
    m_toolBar->addAction(m_actions->showTable);
    m_toolBar->addAction(m_actions->showSpec);
    for (QAction *action : {m_actions->undo, m_actions->redo, m_actions->showBuilder, m_actions->showTable})
        if (auto *button = qobject_cast<QToolButton *>(m_toolBar->widgetForAction(action))) {
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
            button->setAccessibleName(action->text().remove(u'&'));
        }
    for (QWidget *button : {m_toolBar->widgetForAction(m_actions->saveQuestion), static_cast<QWidget *>(m_copyAs),
                            static_cast<QWidget *>(m_export), m_toolBar->widgetForAction(m_actions->showLibrary),
                            m_toolBar->widgetForAction(m_actions->showSpec)})
        button->setProperty("named", true); // see showToolNames()
    addToolBar(m_toolBar);
    setContextMenuPolicy(Qt::NoContextMenu);

    m_centre->setHandleWidth(1);
    m_centre->addWidget(m_builder);
    m_centre->addWidget(m_result);
    m_centre->addWidget(m_spec);
    m_centre->setChildrenCollapsible(false);
    m_centre->setStretchFactor(1, 1);
    m_centre->setSizes({builderWidth, 1120, SpecPanel::usualWidth});
    for (QWidget *page : {static_cast<QWidget *>(m_centre), static_cast<QWidget *>(m_welcome)})
        m_pages->addWidget(page);
    m_drawer = new Drawer(*m_centre);
    setCentralWidget(m_pages);
    connect(m_search, &QPushButton::clicked, m_actions->find, &QAction::trigger);
    setStatusBar(m_status);
    setMinimumSize(800, 560);
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - titleBarAllowance));
}

void MainWindow::createMenus()
{
    auto *copyAs = new QMenu(tr("Copy &as"), this);
    copyAs->addActions({m_actions->copySpec, m_actions->copyGrpcurl, m_actions->copyTypeScript, m_actions->copyPython,
                        m_actions->copyCpp, m_actions->copyCommandLine});
    m_copyAs->setMenu(copyAs);
    m_copyAs->setPopupMode(QToolButton::InstantPopup);
    m_copyAs->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copyAs->setIconSize(Theme::iconAlone);
    m_copyAs->setProperty("rightToLeft", isRightToLeft());
    m_copyAs->setText(tr("Copy as"));
    m_copyAs->setToolTip(tr("Copy the question, to ask it elsewhere"));
    m_copyAs->setIcon(m_actions->copySpec->icon());
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_actions->openSpec, m_actions->importEvents});
    m_recentMenu = file->addMenu(tr("&Recent files"));
    m_recentMenu->setToolTipsVisible(true);
    file->addAction(m_actions->makeDemo);
    file->addActions({m_actions->connectToServer, m_actions->editConnections});
    file->addSeparator();
    file->addActions({m_actions->saveQuestion, m_actions->saveQuestionAs, m_actions->saveQuestionFile});
    file->addSeparator();
    file->addActions({m_actions->exportAnswer, m_actions->exportCsv});
    file->addSeparator();
    file->addAction(m_actions->quit);
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_actions->undo, m_actions->redo});
    edit->addSeparator();
    edit->addMenu(copyAs);
    edit->addActions({m_actions->pasteSpec, m_actions->formatSpec, m_actions->copyChart, m_actions->copyTable});
    edit->addSeparator();
    edit->addAction(m_actions->find);
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addActions({m_actions->showLibrary, m_actions->showBuilder, m_actions->showTable, m_actions->showLegend,
                      m_actions->showSpec});
    view->addSeparator();
    QMenu *theme = view->addMenu(tr("&Theme"));
    theme->addActions({m_actions->themeSystem, m_actions->themeLight, m_actions->themeDark});
    QMenu *question = menuBar()->addMenu(tr("&Question"));
    question->addActions({m_actions->addEvent, m_actions->addFilter});
    question->addSeparator();
    question->addActions({m_actions->asTrend, m_actions->asFunnel, m_actions->asRetention});
    question->addSeparator();
    question->addActions({m_actions->run, m_actions->cancel});
    createChartMenu();
    m_libraryMenu = menuBar()->addMenu(tr("&Library"));
    m_libraryMenu->addActions({m_actions->saveQuestion, m_actions->saveQuestionAs, m_actions->newBoard});
    m_libraryMenu->addSeparator();
    m_libraryMenu->addAction(m_actions->showLibrary);
    m_libraryMenu->menuAction()->setVisible(false); // until there is one
    menuBar()->addMenu(tr("&Help"))->addAction(m_actions->about);
}

void MainWindow::createChartMenu()
{
    QMenu *chart = menuBar()->addMenu(tr("&Chart"));
    chart->addActions({m_actions->asLines, m_actions->asAreas, m_actions->asBars, m_actions->asStackedBars,
                       m_actions->asTable, m_actions->asNumber});
    chart->addSeparator();
    chart->addActions({m_actions->scaleLinear, m_actions->scaleLog, m_actions->scalePercent});
    chart->addSeparator();
    chart->addMenu(tr("&Compare"))
        ->addActions({m_actions->compareNothing, m_actions->comparePreviousPeriod, m_actions->compareSameWeekdays,
                      m_actions->comparePreviousYear});
    chart->addActions({m_actions->showAllTime, m_actions->askRange});
    chart->addSeparator();
    chart->addActions({m_actions->showLegend, m_actions->showAllSeries, m_actions->hideAllSeries});
    chart->addSeparator();
    chart->addActions({m_actions->copyChart, m_actions->copyTable, m_actions->exportAnswer});
}
