// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The question as a text beside the form.
#include "query/json_tree.h"
#include "ui/builder/builder_panel.h"
#include "ui/builder/catalog_candidates.h"
#include "ui/shell/actions.h"
#include "ui/shell/board_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/result_pane.h"
#include "ui/spec/spec_panel.h"
#include "ui/spec/spec_reading.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QToolButton>

void MainWindow::connectSpec()
{
    qApp->installEventFilter(this);
    connect(m_actions->showSpec, &QAction::toggled, m_spec, &QWidget::setVisible);
    connect(m_actions->showSpec, &QAction::toggled, this, &MainWindow::giveUpRoom);
    connect(m_actions->showSpec, &QAction::triggered, this,
            [this](bool shown) { shown ? m_spec->setFocus() : m_result->setFocus(); });
    connect(m_actions->pasteSpec, &QAction::triggered, this, &MainWindow::pasteSpec);
    connect(m_actions->formatSpec, &QAction::triggered, this, [this] {
        m_actions->showSpec->setChecked(true);
        m_spec->format();
    });
    connect(m_spec, &SpecPanel::closeRequested, m_actions->showSpec, &QAction::trigger);
    connect(m_spec, &SpecPanel::problemsChanged, this, [this] {
        const int count = m_spec->problemCount();
        m_builder->setProblem(count == 0 ? QString()
                                  : count == 1
                                  ? tr("1 problem in the spec, line %1").arg(m_spec->problemLine())
                                  : tr("%1 problems in the spec, line %2").arg(count).arg(m_spec->problemLine()));
        m_result->setSpecInError(!m_spec->isInStep());
    });
    connect(m_result, &ResultPane::returnToSpecClicked, m_spec, &SpecPanel::returnToDraft);
    m_spec->setCopyMenu(m_copyAs->menu());
    const auto offerNames = [this] {
        m_spec->setNames(eventCandidates(m_catalog), propertyCandidates(m_catalog, PropertyOrder::ByCount));
    };
    connect(&m_catalog, &Catalog::eventsChanged, this, offerNames);
    connect(&m_catalog, &Catalog::propertiesChanged, this, offerNames);
    connect(m_spec, &SpecPanel::said, m_status, &StatusLine::say);
}

// A whole spec is the question also where a field would take it as its text.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste))
        return QMainWindow::eventFilter(watched, event);
    const auto *field = qobject_cast<const QWidget *>(watched);
    const bool isField
        = field != nullptr && field->window() == this && qobject_cast<const QPlainTextEdit *>(field) == nullptr;
    if (!isField || !m_actions->pasteSpec->isEnabled()
        || !isWholeSpec(QGuiApplication::clipboard()->text().toStdString()))
        return QMainWindow::eventFilter(watched, event);
    event->ignore(); // and so left to the action
    return true;
}

void MainWindow::pasteSpec()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (!text.trimmed().startsWith(u'{')) {
        m_status->say(tr("The clipboard holds no query spec: %1.").arg(QString::fromUtf8(notAnObject)));
        return;
    }
    if (m_board != nullptr && m_board->shown() != 0)
        closeBoard();
    if (!m_spec->load(text, tr("Paste spec")))
        showBadSpec(text);
}

void MainWindow::showBadSpec(const QString &text)
{
    m_actions->showSpec->setChecked(true);
    m_spec->showText(text);
}
