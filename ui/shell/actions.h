// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QKeySequence>
#include <QObject>

class QAction;
class QActionGroup;
class QUndoGroup;

// Every action of the window: text, icon, shortcut and name in one place.
class Actions : public QObject
{
    Q_OBJECT

    const Theme &m_theme;
    QActionGroup *m_themes = nullptr;
    QActionGroup *m_forms = nullptr;
    QActionGroup *m_scales = nullptr;
    QActionGroup *m_compares = nullptr;

public:
    Actions(const Theme &theme, QUndoGroup &undoGroup, QObject *parent);

    QAction *const openSpec;
    QAction *const importEvents;
    QAction *const makeDemo;
    QAction *const connectToServer;
    QAction *const editConnections;
    QAction *const clearRecent;
    QAction *const saveQuestion;
    QAction *const saveQuestionAs;
    QAction *const saveQuestionFile;
    QAction *const newBoard;
    QAction *const exportAnswer;
    QAction *const exportCsv;
    QAction *const quit;
    QAction *const undo;
    QAction *const redo;
    QAction *const copySpec;
    QAction *const copyGrpcurl;
    QAction *const copyTypeScript;
    QAction *const copyPython;
    QAction *const copyCpp;
    QAction *const copyCommandLine;
    QAction *const copyChart;
    QAction *const copyTable;
    QAction *const pasteSpec;
    QAction *const formatSpec;
    QAction *const find;
    QAction *const addEvent;
    QAction *const addFilter;
    QAction *const asTrend;
    QAction *const asFunnel;
    QAction *const asRetention;
    QAction *const asLines;
    QAction *const asAreas;
    QAction *const asBars;
    QAction *const asStackedBars;
    QAction *const asTable;
    QAction *const asNumber;
    QAction *const scaleLinear;
    QAction *const scaleLog;
    QAction *const scalePercent;
    QAction *const compareNothing;
    QAction *const comparePreviousPeriod;
    QAction *const compareSameWeekdays;
    QAction *const comparePreviousYear;
    QAction *const showAllTime;
    QAction *const askRange;
    QAction *const showAllSeries;
    QAction *const hideAllSeries;
    QAction *const run;
    QAction *const cancel;
    QAction *const showLibrary;
    QAction *const showBuilder;
    QAction *const showTable;
    QAction *const showLegend;
    QAction *const showSpec;
    QAction *const themeSystem;
    QAction *const themeLight;
    QAction *const themeDark;
    QAction *const about;

    QList<QAction *> all() const; // in the order of the menus

private:
    void setStates();
    void connectUndo(QUndoGroup &undoGroup);
    QAction *make(const QString &name, const QString &text, const QKeySequence &shortcut = {},
                  const QString &icon = {});
    QAction *makeChoice(const QString &name, const QString &text, QActionGroup *among, const QString &icon = {});
};
