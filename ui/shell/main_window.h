// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/catalog.h"
#include "session/draft_query.h"
#include "session/query_controller.h"
#include "ui/shell/status_line.h"
#include "ui/theme/theme.h"

#include <QMainWindow>

class Actions;
class BuilderPanel;
class QComboBox;
class QPushButton;
class QSplitter;
class QTimer;
class QToolBar;
class ResultPane;
class UsersDialog;

// The window: composes the rooms and connects them. Asks as one edits.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Theme &theme, DraftQuery &draft, Catalog &catalog, QueryController &controller,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    void setService(const ServiceStatus &status);
    // Loads a file's spec; a file that is no spec is told in place. Times without an offset are times of the project.
    void openSpecFile(const QString &path);
    // The project to open once the list is there; else the one of last time, else the first.
    void preferProject(const QString &project);

Q_SIGNALS:
    void reconnectWanted();
    void demoWanted();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    enum class Notice { None, Starting, NoService, NoProject, NoEvent, BadFile };

    void createWidgets();
    void arrange();
    void createMenus();
    void connectSignals();
    void restore();

    void showProjects();
    void openProject(const QString &id);
    void startQuestion();
    void ask();
    void showEstimate();
    void showRunning();
    void showRunButton(bool isAsking);
    void updateNotice();
    void clickNotice(int button);

    void chooseSpecFile();
    void copySpec();
    void copyTable();
    void exportChart();
    void exportCsv();
    void dropFilter(int filter);
    void raiseLimit();
    void askForSevenDays();
    void showUsers(const catalog::v1::ListUsersRequest &request);

    Theme &m_theme;
    DraftQuery &m_draft;
    Catalog &m_catalog;
    QueryController &m_controller;
    Actions *m_actions;
    QToolBar *m_toolBar;
    QComboBox *m_project;
    QPushButton *m_run;
    BuilderPanel *m_builder;
    ResultPane *m_result;
    QSplitter *m_centre;
    StatusLine *m_status;
    UsersDialog *m_users = nullptr; // from the first list on
    QTimer *m_clock; // while a question is under way
    ServiceStatus m_service;
    QString m_preferredProject;
    QString m_pendingSpecFile; // waits for the project's zone
    QString m_fileError;
    Notice m_notice = Notice::None;
};
