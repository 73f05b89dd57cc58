// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include <QAction>
#include <QActionGroup>
#include <QUndoGroup>

Actions::Actions(const Theme &theme, QUndoGroup &undoGroup, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_themes(new QActionGroup(this))
    , openSpec(make(QStringLiteral("openSpec"), tr("&Open question or answer…"), QKeySequence::Open,
                    QStringLiteral("folder")))
    , importEvents(make(QStringLiteral("importEvents"), tr("&Import events…"), tr("Ctrl+I"), QStringLiteral("import")))
    , makeDemo(make(QStringLiteral("makeDemoAction"), tr("Make the &demo project")))
    , connectToServer(make(QStringLiteral("connectToServer"), tr("Co&nnect to a server…"), {}, QStringLiteral("globe")))
    , editConnections(make(QStringLiteral("editConnections"), tr("C&onnections…")))
    , clearRecent(make(QStringLiteral("clearRecentFiles"), tr("Clear the list of recent files")))
    , saveQuestion(make(QStringLiteral("saveQuestion"), tr("&Save"), QKeySequence::Save, QStringLiteral("save")))
    , saveQuestionAs(make(QStringLiteral("saveQuestionAs"), tr("Save &as…"), tr("Ctrl+Shift+S")))
    , saveQuestionFile(make(QStringLiteral("saveQuestionFile"), tr("Save as a &file…"), tr("Ctrl+Alt+S")))
    , newBoard(make(QStringLiteral("newBoard"), tr("New &board…"), {}, QStringLiteral("board")))
    , exportAnswer(make(QStringLiteral("exportAnswer"), tr("&Export…"), tr("Ctrl+Shift+E"), QStringLiteral("export")))
    , exportCsv(make(QStringLiteral("exportCsv"), tr("Export &CSV…"), {}, QStringLiteral("table")))
    , quit(make(QStringLiteral("quit"), tr("&Quit"), QKeySequence::Quit))
    , undo(make(QStringLiteral("undo"), tr("&Undo"), QKeySequence::Undo, QStringLiteral("undo")))
    , redo(make(QStringLiteral("redo"), tr("&Redo"), QKeySequence::Redo, QStringLiteral("redo")))
    , copySpec(make(QStringLiteral("copySpec"), tr("Copy query &spec"), tr("Ctrl+Shift+C"), QStringLiteral("copy")))
    , copyGrpcurl(make(QStringLiteral("copyGrpcurl"), tr("Copy as &gRPC request for grpcurl")))
    , copyTypeScript(make(QStringLiteral("copyTypeScript"), tr("Copy as &TypeScript")))
    , copyPython(make(QStringLiteral("copyPython"), tr("Copy as &Python")))
    , copyCpp(make(QStringLiteral("copyCpp"), tr("Copy as &C++")))
    , copyCommandLine(make(QStringLiteral("copyCommandLine"), tr("Copy as command &line")))
    , copyChart(make(QStringLiteral("copyChart"), tr("Copy c&hart"), tr("Ctrl+Alt+C"), QStringLiteral("copy")))
    , copyTable(make(QStringLiteral("copyTable"), tr("Copy &table as TSV"), tr("Ctrl+Shift+T"), QStringLiteral("copy")))
    , pasteSpec(make(QStringLiteral("pasteSpec"), tr("&Paste query spec"), QKeySequence::Paste))
    , formatSpec(make(QStringLiteral("formatSpec"), tr("For&mat query spec"), tr("Ctrl+Shift+F")))
    , find(make(QStringLiteral("find"), tr("&Find action, event or property…"), tr("Ctrl+K"), QStringLiteral("search")))
    , addEvent(make(QStringLiteral("addEventAction"), tr("Add &event"), tr("Ctrl+E"), QStringLiteral("plus")))
    , addFilter(make(QStringLiteral("addFilterAction"), tr("Add &filter"), tr("Ctrl+F"), QStringLiteral("filter")))
    , asTrend(make(QStringLiteral("asTrend"), tr("Make it a &trend"), tr("Ctrl+1"), QStringLiteral("line")))
    , asFunnel(make(QStringLiteral("asFunnel"), tr("Make it a f&unnel"), tr("Ctrl+2"), QStringLiteral("funnel")))
    , asRetention(
          make(QStringLiteral("asRetention"), tr("Make it a r&etention"), tr("Ctrl+3"), QStringLiteral("retention")))
    , run(make(QStringLiteral("run"), tr("&Run"), tr("Ctrl+Return"), QStringLiteral("play")))
    , cancel(make(QStringLiteral("cancel"), tr("&Cancel"), tr("Ctrl+."), QStringLiteral("stop")))
    , showLibrary(make(QStringLiteral("showLibrary"), tr("&Library"), tr("Ctrl+L"), QStringLiteral("library")))
    , showBuilder(make(QStringLiteral("showBuilder"), tr("&Builder"), tr("Ctrl+B"), QStringLiteral("panel-left")))
    , showTable(make(QStringLiteral("showTable"), tr("Result &table"), tr("Ctrl+T"), QStringLiteral("panel-bottom")))
    , showSpec(make(QStringLiteral("showSpec"), tr("&Spec"), tr("Ctrl+J"), QStringLiteral("braces")))
    , themeSystem(makeTheme(QStringLiteral("themeSystem"), tr("Like the &system")))
    , themeLight(makeTheme(QStringLiteral("themeLight"), tr("&Light")))
    , themeDark(makeTheme(QStringLiteral("themeDark"), tr("&Dark")))
    , about(make(QStringLiteral("about"), tr("&About Insights Explorer")))
{
    for (QAction *toggle : {showBuilder, showTable, showSpec, showLibrary}) {
        toggle->setCheckable(true);
        toggle->setChecked(toggle == showBuilder || toggle == showTable);
    }
    for (QAction *action : {saveQuestion, saveQuestionAs, newBoard, showLibrary})
        action->setVisible(false); // until there is a library
    cancel->setEnabled(false);
    importEvents->setVisible(false); // until there is somewhere to import to
    makeDemo->setVisible(false);
    connectToServer->setVisible(false); // until there is one to ask besides
    editConnections->setVisible(false);
    themeSystem->setChecked(true);

    connect(undo, &QAction::triggered, &undoGroup, &QUndoGroup::undo);
    connect(redo, &QAction::triggered, &undoGroup, &QUndoGroup::redo);
    connect(&undoGroup, &QUndoGroup::canUndoChanged, undo, &QAction::setEnabled);
    connect(&undoGroup, &QUndoGroup::canRedoChanged, redo, &QAction::setEnabled);
    connect(&undoGroup, &QUndoGroup::undoTextChanged, undo,
            [this](const QString &text) { undo->setText(text.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(text)); });
    connect(&undoGroup, &QUndoGroup::redoTextChanged, redo,
            [this](const QString &text) { redo->setText(text.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(text)); });
    undo->setEnabled(undoGroup.canUndo());
    redo->setEnabled(undoGroup.canRedo());
    redo->setShortcuts({redo->shortcut(), tr("Ctrl+Y")}); // both are habits
}

QList<QAction *> Actions::all() const
{
    return findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly);
}

QAction *Actions::make(const QString &name, const QString &text, const QKeySequence &shortcut, const QString &icon)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    if (!icon.isEmpty())
        action->setIcon(m_theme.icon(icon));
    if (!shortcut.isEmpty())
        action->setToolTip(QStringLiteral("%1 (%2)").arg(QString(text).remove(u'&').remove(u'…'),
                                                         shortcut.toString(QKeySequence::NativeText)));
    return action;
}

QAction *Actions::makeTheme(const QString &name, const QString &text)
{
    QAction *action = make(name, text);
    action->setCheckable(true);
    m_themes->addAction(action);
    return action;
}
