// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/question_log.h"
#include "ui/library/library_panel.h"

#include <QObject>

#include <optional>

class Theme;

// What a window does with what is kept: opens and saves questions, brings back what was being worked on.
class LibraryRoom : public QObject
{
    Q_OBJECT
public:
    LibraryRoom(const Theme &theme, DraftQuery &draft, Catalog &catalog, QueryController &controller, Keeping &keeping,
                AnswerCache &answers, QWidget *window);

    LibraryPanel &panel() { return *m_panel; }
    void setServer(const std::string &address); // whose answers these are
    void flush() { m_log.flush(); } // the window closes
    Library &library() { return m_keeping.library(); }
    History &history() { return m_keeping.history(); }

    // The saved question that is worked on: its name, empty when it is none.
    QString openName() const;
    bool isEdited() const; // since it was saved

    void letGo(); // the draft is no saved question any more
    void open(const LibraryPlace &place);
    // A question of a board; `saved` is 0 for one that is the board's own.
    void openQuestion(const explorer::v1::Question &question, qint64 saved, const QString &title);
    void save(); // under its name; asks for one when it has none
    void saveAs();
    void saveFile(qint64 id);

    // What was to be saved over another window's; null for none. One of these three settles it.
    const LibraryItem *refused() const { return m_refused ? &*m_refused : nullptr; }
    void saveAnyway();
    void saveCopy();
    void showTheirs();

    // The picture of the last answer of a question that was asked, PNG; later, unless `context` is gone by then.
    void findThumbnail(const HistoryEntry &entry, const QObject *context,
                       std::function<void(const QByteArray &png)> handler);

    // Brings back what was open when a window ended, once that is read; else what was closed last. To be called before
    // there is a project, unless something else is to be opened.
    void bringBack();
    // Without a server what waits for its project goes there all the same.
    void setOffline(bool offline);

Q_SIGNALS:
    void openChanged(); // openName() or isEdited()
    void refusedChanged();
    void projectPreferred(const QString &project); // once there is a choice
    void projectWanted(const QString &project); // now
    void boardWanted(qint64 id);
    void questionOpened(); // it is in the draft
    void broughtBack(); // after a window that ended without closing
    void said(const QString &sentence);

private:
    // A question on its way into the draft.
    struct Coming
    {
        explorer::v1::Question question;
        std::string project;
        QString what; // of the step of undo
        qint64 item = 0; // of the library; 0 for none
        QString typed; // for it as a spec that cannot be asked
        bool isAfterCrash = false;
    };
    void bring(Coming coming);
    void arrive();
    void chooseDraft();
    void showOpen();
    void setOpen(qint64 id);
    void takeThumbnail();
    LibraryItem draftItem() const;
    LibraryItem draftItemAs(const LibraryItem &saved) const; // in its place
    void add(const LibraryItem &item, bool isWorkedOn); // as another one
    void store(const LibraryItem &item);
    void refuse(const LibraryItem &ours);
    LibraryItem takeRefused();
    bool isKnown(const std::string &project) const;

    const Theme &m_theme;
    DraftQuery &m_draft;
    Catalog &m_catalog;
    QueryController &m_controller;
    Keeping &m_keeping;
    AnswerCache &m_answers;
    std::string m_server;
    QWidget *m_window;
    QuestionLog m_log;
    LibraryPanel *m_panel;
    std::optional<Coming> m_coming;
    bool m_isOffline = false;
    qint64 m_open = 0; // saved question; 0 for none
    bool m_isOutrun = false; // another window saved another question there since
    std::optional<LibraryItem> m_refused;
    qint64 m_unpictured = 0; // saved before its answer came
    QString m_shownName;
    bool m_shownEdited = false;
};
