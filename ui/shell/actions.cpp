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
    , m_forms(new QActionGroup(this))
    , m_scales(new QActionGroup(this))
    , m_compares(new QActionGroup(this))
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
    , undo(make(QStringLiteral("undo"), tr("&Undo"), QKeySequence::Undo))
    , redo(make(QStringLiteral("redo"), tr("&Redo"), QKeySequence::Redo))
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
    , asLines(makeChoice(QStringLiteral("asLines"), tr("Show as &lines"), m_forms, QStringLiteral("line")))
    , asAreas(makeChoice(QStringLiteral("asAreas"), tr("Show as &areas"), m_forms, QStringLiteral("area")))
    , asBars(makeChoice(QStringLiteral("asBars"), tr("Show as &bars side by side"), m_forms, QStringLiteral("bar")))
    , asStackedBars(makeChoice(QStringLiteral("asStackedBars"), tr("Show as &stacked bars"), m_forms,
                               QStringLiteral("stacked-bar")))
    , asTable(makeChoice(QStringLiteral("asTable"), tr("Show as a &table"), m_forms, QStringLiteral("table")))
    , asNumber(makeChoice(QStringLiteral("asNumber"), tr("Show as a nu&mber"), m_forms, QStringLiteral("kpi")))
    , scaleLinear(makeChoice(QStringLiteral("scaleLinear"), tr("Li&near scale"), m_scales))
    , scaleLog(makeChoice(QStringLiteral("scaleLog"), tr("Lo&g scale"), m_scales))
    , scalePercent(makeChoice(QStringLiteral("scalePercent"), tr("&Percent of all series"), m_scales))
    , compareNothing(makeChoice(QStringLiteral("compareNothing"), tr("Compare with &nothing"), m_compares))
    , comparePreviousPeriod(
          makeChoice(QStringLiteral("comparePreviousPeriod"), tr("Compare with the &previous period"), m_compares))
    , compareSameWeekdays(
          makeChoice(QStringLiteral("compareSameWeekdays"), tr("Compare with the same &weekdays before"), m_compares))
    , comparePreviousYear(
          makeChoice(QStringLiteral("comparePreviousYear"), tr("Compare with the previous &year"), m_compares))
    , showAllTime(make(QStringLiteral("showAllTime"), tr("Show the &whole range again")))
    , askRange(make(QStringLiteral("askRange"), tr("As&k for the range in sight"), {}, QStringLiteral("calendar")))
    , showAllSeries(make(QStringLiteral("showAllSeries"), tr("Sh&ow all series")))
    , hideAllSeries(make(QStringLiteral("hideAllSeries"), tr("H&ide all series")))
    , run(make(QStringLiteral("run"), tr("&Run"), tr("Ctrl+Return"), QStringLiteral("play")))
    , cancel(make(QStringLiteral("cancel"), tr("&Cancel"), tr("Ctrl+."), QStringLiteral("stop")))
    , showLibrary(make(QStringLiteral("showLibrary"), tr("&Library"), tr("Ctrl+L"), QStringLiteral("library")))
    , showBuilder(make(QStringLiteral("showBuilder"), tr("&Builder"), tr("Ctrl+B")))
    , showTable(make(QStringLiteral("showTable"), tr("Result &table"), tr("Ctrl+T")))
    , showLegend(make(QStringLiteral("showLegend"), tr("List of se&ries"), tr("Ctrl+Shift+L")))
    , showSpec(make(QStringLiteral("showSpec"), tr("&Spec"), tr("Ctrl+J"), QStringLiteral("braces")))
    , themeSystem(makeChoice(QStringLiteral("themeSystem"), tr("Like the &system"), m_themes))
    , themeLight(makeChoice(QStringLiteral("themeLight"), tr("&Light"), m_themes))
    , themeDark(makeChoice(QStringLiteral("themeDark"), tr("&Dark"), m_themes))
    , about(make(QStringLiteral("about"), tr("&About Insights Explorer")))
{
    setStates();
    connectUndo(undoGroup);
}

// As in a window that has nothing yet.
void Actions::setStates()
{
    for (QAction *toggle : {showBuilder, showTable, showLegend, showSpec, showLibrary}) {
        toggle->setCheckable(true);
        toggle->setIconVisibleInMenu(false);
        toggle->setChecked(toggle != showSpec && toggle != showLibrary);
    }
    const auto stand = [this](QAction *action, const char *icon) { // without a name in the tool bar
        action->setIcon(m_theme.icon(QLatin1String(icon), Role::Text2, IconPlace::Middle));
    };
    stand(undo, "undo");
    stand(redo, "redo");
    stand(showBuilder, "panel-left");
    stand(showTable, "panel-bottom");
    for (QAction *action : {saveQuestion, saveQuestionAs, newBoard, showLibrary})
        action->setVisible(false); // until there is a library
    for (QActionGroup *choices : {m_forms, m_scales, m_compares})
        choices->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional); // not every chart has them
    cancel->setEnabled(false);
    importEvents->setVisible(false); // until there is somewhere to import to
    makeDemo->setVisible(false);
    connectToServer->setVisible(false); // until there is one to ask besides
    editConnections->setVisible(false);
    themeSystem->setChecked(true);
}

void Actions::connectUndo(QUndoGroup &undoGroup)
{
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

QAction *Actions::makeChoice(const QString &name, const QString &text, QActionGroup *among, const QString &icon)
{
    QAction *action = make(name, text, {}, icon);
    action->setCheckable(true);
    action->setIconVisibleInMenu(false); // a mark says what is chosen
    among->addAction(action);
    return action;
}
