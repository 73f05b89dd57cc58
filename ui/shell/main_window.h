// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <explorer/v1/documents.pb.h>

#include "query/message_json.h"
#include "query/snippets.h"
#include "session/catalog.h"
#include "session/draft_query.h"
#include "session/query_controller.h"
#include "ui/shell/chart_room.h"
#include "ui/shell/status_line.h"
#include "ui/theme/theme.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>
#include <optional>

class Actions;
class AnswerCache;
class BoardPage;
class BuilderPanel;
class ConnectionButton;
class ConnectionDialog;
class ConnectionProbe;
class Connections;
class Drawer;
class ExportButton;
class FileImport;
class ImportPage;
class Keeping;
class KeepingNote;
class KeyStore;
class LibraryRoom;
class Palette;
class QComboBox;
class QMenu;
class QMessageBox;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTimer;
class QToolBar;
class QToolButton;
class QUndoGroup;
class RecentFiles;
class ResultPane;
class SearchButton;
class SpecPanel;
class UsersDialog;
class WelcomePage;
class WorkingFile;
class QTemporaryDir;
struct AnswerExport;
struct PaletteEntry;

// The window: composes the rooms and connects them. Asks as one edits.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Theme &theme, DraftQuery &draft, Catalog &catalog, QueryController &controller,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    void setService(const ServiceStatus &status);
    // Whom a copied snippet asks; its project is the one that is open.
    void setSnippetPlace(const SnippetPlace &place);
    // Files can be brought in, and the demo made, while the service takes events. The import outlives the window.
    void offerImport(FileImport &import);
    // There is a library, and what is asked is kept.
    void offerKeeping(Keeping &keeping, AnswerCache &answers, InsightsClient &client);
    // Goes on with what was open when a window ended, or was closed last.
    void bringBack();
    void setTakesEvents(bool takes);
    // Other servers can be asked; these outlive the window.
    void offerConnections(Connections &connections, KeyStore &keys, ConnectionProbe &probe);
    // Another server is asked from now on; empty is the local service. `project` is the one to open first.
    void startOver(const QString &connection, const QString &name, const QString &project);
    // How far the demo is; with isRunning false why there is none.
    void showDemo(const QString &text, bool isRunning);
    // Opens it once the list that is asked for now has it.
    void openNewProject(const QString &project);
    // Specs are opened, files of events imported, whichever these are.
    void openFiles(const QStringList &paths);
    // Loads a file's spec; a file that is no spec is told in place. Times without an offset are times of the project.
    void openSpecFile(const QString &path);
    // Shows a file's answer at once, and asks its question anew where its project is. A file that is none is told in
    // place.
    void openAnswerFile(const QString &path);
    // The project to open once the list is there; else the one of last time, else the first.
    void preferProject(const QString &project);

Q_SIGNALS:
    void reconnectWanted();
    void demoWanted();
    void demoUnwanted(); // while it is made
    void connectionWanted(const QString &id); // empty: the local service

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // An answer file.
    struct OpenedAnswer
    {
        std::shared_ptr<const explorer::v1::Answer> document; // never null
        QString name;
    };
    enum class Notice { None, Starting, NoService, NoProject, NoEvent, BadQuestion, BadFile };

    void createWidgets();
    void arrange();
    void createMenus();
    void createChartMenu();
    void connectSignals();
    void connectFiles();
    void connectCopies();
    void connectChart();
    void showChart();
    void restore();
    void giveUpRoom();
    void showToolNames();
    bool isImporting() const;
    void askBeforeStopping();
    void withdrawStopQuestion();
    void placeBuilder();
    void narrowSpec();

    void showProjects();
    void openProject(const QString &id);
    void adoptZone();
    void adoptZoneOf(const insights::v1::ResultInfo &info);
    void offerAskedNames();
    void openConnections(bool isNew);
    void startQuestion();
    void ask();
    void showEstimate();
    void showRunning();
    void showStatus();
    void watchService();
    void heedService(bool hasAnswered, const Failure *failure);
    void showRunButton(bool isAsking);
    void updateNotice();
    void clickNotice(int button);
    void showPage();
    void openPalette();
    void takePaletteEntry(const PaletteEntry &entry);

    void connectKeeping();
    void showOpenName();
    void connectBoards();
    void openBoard(qint64 id);
    void closeBoard();
    void makeBoard(qint64 question); // with a tile of it; 0 for none
    void addToBoard(qint64 question, qint64 board);
    void openBoardFile(const QString &path);
    void exportBoard();

    void chooseSpecFile();
    void save();
    void bringAnswer(const OpenedAnswer &opened);
    void showOpenedAnswer(const OpenedAnswer &opened);
    void showElsewhere();
    void forgetOpenedAnswer();
    bool knowsProject(const std::string &id) const;
    bool isHere(const OpenedAnswer &opened) const;
    void tellBadFile(const QString &path, const JsonErrors &errors);
    void chooseFile();
    void importFiles(const QStringList &paths);
    void showRecentFiles();
    void copyAs(SnippetKind kind, const QString &sentence);
    void connectSpec();
    void pasteSpec();
    void showBadSpec(const QString &text);
    void copyTable();
    std::optional<AnswerExport> outgoing() const; // nothing without an answer
    void copyChart();
    void dragChart();
    void exportAnswer();
    void exportCsv();
    void dropFilter(int filter);
    void raiseLimit();
    void askForSevenDays();
    void askForPreset(TimePreset preset);
    void showUsers(const catalog::v1::ListUsersRequest &request);

    Theme &m_theme;
    DraftQuery &m_draft;
    Catalog &m_catalog;
    QueryController &m_controller;
    Actions *m_actions;
    QToolBar *m_toolBar;
    QComboBox *m_project;
    QPushButton *m_run;
    SearchButton *m_search;
    Palette *m_palette;
    QToolButton *m_copyAs;
    ExportButton *m_export;
    QMenu *m_recentMenu;
    QMenu *m_libraryMenu;
    RecentFiles *m_recent;
    WorkingFile *m_file;
    QStackedWidget *m_pages;
    WelcomePage *m_welcome;
    ImportPage *m_importPage = nullptr; // where files can be imported
    FileImport *m_import = nullptr;
    LibraryRoom *m_library = nullptr; // where something is kept
    KeepingNote *m_keepingNote = nullptr;
    BoardPage *m_board = nullptr;
    QUndoGroup *m_undo; // of the question, or of what is kept
    bool m_takesEvents = false;
    ConnectionButton *m_connection = nullptr; // where other servers can be asked
    ConnectionDialog *m_connections = nullptr;
    QPointer<QMessageBox> m_stopQuestion; // while it is asked
    bool m_isMakingDemo = false;
    BuilderPanel *m_builder;
    ResultPane *m_result;
    SpecPanel *m_spec;
    QSplitter *m_centre;
    Drawer *m_drawer; // holds the builder while the window is narrow
    QByteArray m_roomyCentre; // how the centre was divided before that
    StatusLine *m_status;
    UsersDialog *m_users = nullptr; // from the first list on
    std::unique_ptr<QTemporaryDir> m_dragged; // files that were dragged away; whoever took one may read it later
    QTimer *m_clock; // while a question is under way
    ServiceStatus m_service;
    SnippetPlace m_snippetPlace; // without the project
    bool m_knowsProjects = false;
    QString m_preferredProject;
    QString m_lastProjectKey = QStringLiteral("projects/local"); // in the settings, per connection
    QString m_wantedProject; // was just made
    QString m_pendingSpecFile; // waits for the project's zone
    std::optional<OpenedAnswer> m_opened; // until it is asked anew or edited
    bool m_holdsBack = false; // what is brought is not asked
    QStringList m_pendingEventFiles; // wait for the service
    YieldingPart m_form;
    bool m_hasAnswered = false; // since the service was last sought
    QString m_fileError;
    Notice m_notice = Notice::None;
};
