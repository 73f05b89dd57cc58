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

#include <QAction>
#include <QCloseEvent>
#include <QMessageBox>
#include <QSettings>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>

namespace {

constexpr int leastHeightForTable = 640;
constexpr int leastWidthForBuilder = 900;
constexpr int leastWidthForToolNames = 1160;
constexpr int leastWidthForBuilderAndSpec = 1040;

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
    m_actions->showBuilder->setChecked(settings.value(QStringLiteral("window/builder"), true).toBool());
    m_actions->showTable->setChecked(settings.value(QStringLiteral("window/table"), true).toBool());
    m_actions->showSpec->setChecked(settings.value(QStringLiteral("window/spec"), false).toBool());
    m_actions->showLibrary->setChecked(settings.value(QStringLiteral("window/library"), false).toBool());
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
    if (m_import != nullptr && std::holds_alternative<Importing>(m_import->state())) {
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
                              splitter == m_centre && m_isNarrow ? m_roomyCentre : splitter->saveState());
    settings.setValue(QStringLiteral("window/builder"), m_actions->showBuilder->isChecked() || m_builderGaveWay);
    settings.setValue(QStringLiteral("window/table"), m_result->isTableOpen() || m_tableGaveWay);
    settings.setValue(QStringLiteral("window/spec"), m_actions->showSpec->isChecked());
    settings.setValue(QStringLiteral("window/library"), m_actions->showLibrary->isChecked());
    if (m_library != nullptr)
        m_library->flush();
    settings.setValue(QStringLiteral("chart/stackedBars"), m_result->chartShape().stackedBars);
    settings.setValue(QStringLiteral("chart/scale"), int(m_result->chartShape().scale));
    settings.setValue(QStringLiteral("theme"), int(m_theme.choice()));
    event->accept();
}

// An import that ends by itself takes the question away, and the window stays to tell how it ended.
void MainWindow::askBeforeStopping()
{
    if (m_stopImport)
        return m_stopImport->raise();
    m_stopImport = askToStopImport(*this);
    connect(m_stopImport, &QDialog::accepted, this, [this] {
        m_import->cancel();
        close();
    });
    connect(m_import, &FileImport::stateChanged, m_stopImport, [this] {
        if (!std::holds_alternative<Importing>(m_import->state()))
            m_stopImport->reject();
    });
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    giveUpRoom();
}

// What gave way comes back with the room; what was folded by hand stays folded, and what is unfolded by hand stays too.
void MainWindow::giveUpRoom()
{
    const auto yield = [](QAction &toggle, bool isTight, bool &gaveWay, bool &wasTight) {
        if (isTight == wasTight)
            return;
        wasTight = isTight;
        if (isTight)
            gaveWay = toggle.isChecked();
        if (isTight ? gaveWay : std::exchange(gaveWay, false))
            toggle.setChecked(!isTight);
    };
    yield(*m_actions->showTable, height() < leastHeightForTable, m_tableGaveWay, m_isLow);
    const int leastWidth = (m_actions->showSpec->isChecked() ? leastWidthForBuilderAndSpec : leastWidthForBuilder)
        + (m_actions->showLibrary->isChecked() ? LibraryPanel::usualWidth : 0);
    yield(*m_actions->showBuilder, width() < leastWidth, m_builderGaveWay, m_isNarrow);
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
}

// Beside the answer, or over it where it would leave the answer no room.
void MainWindow::placeBuilder()
{
    const bool isShown = m_actions->showBuilder->isChecked();
    const bool isBeside = m_centre->indexOf(m_builder) >= 0;
    if (m_isNarrow) {
        if (isBeside)
            m_roomyCentre = m_centre->saveState();
        m_drawer->setPanel(m_builder);
        m_drawer->setOpen(isShown);
        return;
    }
    m_drawer->setOpen(false);
    if (!isBeside) {
        m_centre->insertWidget(0, m_builder);
        m_centre->restoreState(m_roomyCentre);
    }
    m_builder->setVisible(isShown);
}
