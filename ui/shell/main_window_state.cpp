// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window looks from one time to the next, and what it gives up when it is small.
#include "session/file_import.h"
#include "ui/builder/builder_panel.h"
#include "ui/shell/actions.h"
#include "ui/shell/drawer.h"
#include "ui/shell/library_room.h"
#include "ui/shell/main_window.h"
#include "ui/shell/notices.h"
#include "ui/shell/result_pane.h"
#include "ui/spec/spec_panel.h"

#include <QAction>
#include <QCloseEvent>
#include <QMessageBox>
#include <QSettings>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>

namespace {

constexpr int leastWidthForToolNames = 1160;

QString splitterKey(const QSplitter &splitter)
{
    return QStringLiteral("window/splitter/") + splitter.objectName();
}

} // namespace

void MainWindow::restore()
{
    const QSettings settings;
    restoreState(settings.value(QStringLiteral("window/state")).toByteArray());
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    for (auto *splitter : findChildren<QSplitter *>())
        if (!splitter->objectName().isEmpty())
            splitter->restoreState(settings.value(splitterKey(*splitter)).toByteArray());
    m_form = YieldingPart(settings.value(QStringLiteral("window/builder"), true).toBool());
    m_result->setWanted(settings.value(QStringLiteral("window/table"), true).toBool(),
                        settings.value(QStringLiteral("window/legend"), true).toBool());
    m_actions->showSpec->setChecked(settings.value(QStringLiteral("window/spec"), false).toBool());
    m_actions->showLibrary->setChecked(settings.value(QStringLiteral("window/library"), false).toBool());
    giveUpRoom();
    ChartShape shape;
    shape.stackedBars = settings.value(QStringLiteral("chart/stackedBars"), true).toBool();
    shape.scale = ScaleKind(settings.value(QStringLiteral("chart/scale")).toInt());
    m_result->setChartShape(shape);
    const SchemeChoice choice = m_theme.choice();
    (choice == SchemeChoice::Light      ? m_actions->themeLight
         : choice == SchemeChoice::Dark ? m_actions->themeDark
                                        : m_actions->themeSystem)
        ->setChecked(true);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (isImporting() || m_isMakingDemo) {
        event->ignore();
        askBeforeStopping();
        return;
    }
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/state"), saveState());
    for (const auto *splitter : findChildren<QSplitter *>())
        if (!splitter->objectName().isEmpty())
            settings.setValue(splitterKey(*splitter),
                              splitter == m_centre && !m_form.hasRoom() ? m_roomyCentre : splitter->saveState());
    settings.setValue(QStringLiteral("window/builder"), m_form.isWanted());
    settings.setValue(QStringLiteral("window/table"), m_result->wantsTable());
    settings.setValue(QStringLiteral("window/legend"), m_result->wantsLegend());
    settings.setValue(QStringLiteral("window/spec"), m_actions->showSpec->isChecked());
    settings.setValue(QStringLiteral("window/library"), m_actions->showLibrary->isChecked());
    if (m_library != nullptr)
        m_library->flush();
    settings.setValue(QStringLiteral("chart/stackedBars"), m_result->chartShape().stackedBars);
    settings.setValue(QStringLiteral("chart/scale"), int(m_result->chartShape().scale));
    settings.setValue(QStringLiteral("theme"), int(m_theme.choice()));
    event->accept();
}

bool MainWindow::isImporting() const
{
    return m_import != nullptr && std::holds_alternative<Importing>(m_import->state());
}

void MainWindow::askBeforeStopping()
{
    if (m_stopQuestion)
        return m_stopQuestion->raise();
    m_stopQuestion = askToStop(*this, isImporting() ? importStopWords() : demoStopWords());
    connect(m_stopQuestion, &QDialog::accepted, this, [this] {
        if (isImporting())
            m_import->cancel();
        if (std::exchange(m_isMakingDemo, false))
            Q_EMIT demoUnwanted();
        close();
    });
    if (m_import != nullptr)
        connect(m_import, &FileImport::stateChanged, m_stopQuestion, [this] { withdrawStopQuestion(); });
}

// What ends by itself takes the question away, and the window stays to tell how it ended.
void MainWindow::withdrawStopQuestion()
{
    if (m_stopQuestion && !isImporting() && !m_isMakingDemo)
        m_stopQuestion->reject();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    giveUpRoom();
}

void MainWindow::giveUpRoom()
{
    m_form.setRoom(isFormBeside(width(), m_actions->showLibrary->isChecked(), m_actions->showSpec->isChecked()));
    placeBuilder();
    showToolNames();
}

// Icons alone, with their tool tips, where names would be cut.
void MainWindow::showToolNames()
{
    const bool areNamed = width() >= leastWidthForToolNames;
    for (auto *button : m_toolBar->findChildren<QToolButton *>())
        if (button->property("named").toBool())
            button->setToolButtonStyle(areNamed ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_toolBar->setIconSize(areNamed ? Theme::iconBeside : Theme::iconAlone); // Qt knows one of all its buttons
}

// Beside the answer, or over it where it would leave the answer no room.
void MainWindow::placeBuilder()
{
    m_actions->showBuilder->setChecked(m_form.isShown());
    const bool isBeside = m_centre->indexOf(m_builder) >= 0;
    if (!m_form.hasRoom()) {
        if (isBeside)
            m_roomyCentre = m_centre->saveState();
        m_drawer->setPanel(m_builder);
        m_drawer->setOpen(m_form.isShown());
        return;
    }
    m_drawer->setOpen(false);
    if (!isBeside) {
        m_centre->insertWidget(0, m_builder);
        m_centre->restoreState(m_roomyCentre);
    }
    m_builder->setVisible(m_form.isShown());
    narrowSpec();
}

// The spec gives what the chart lacks, down to its least width.
void MainWindow::narrowSpec()
{
    m_centre->refresh();
    QList<int> sizes = m_centre->sizes();
    int &result = sizes[m_centre->indexOf(m_result)];
    int &spec = sizes[m_centre->indexOf(m_spec)];
    const int lacks = std::min(leastChartWidth(width()) - result, spec - SpecPanel::leastWidth);
    if (lacks <= 0)
        return;
    result += lacks;
    spec -= lacks;
    m_centre->setSizes(sizes);
}
