// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/keeping/database.h"
#include "session/keeping/kept.h"
#include "session/keeping/unsaved.h"

#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <vector>

struct StoredRows
{
    std::vector<LibraryItem> items;
    std::vector<HistoryEntry> history; // newest first
};
using StoredRowsPtr = std::shared_ptr<const StoredRows>;

struct StoredDrafts
{
    std::optional<KeptDraft> orphan;
    std::optional<KeptDraft> last;
};

struct SavedRows
{
    std::vector<SaveNumber> items;
    std::vector<SaveNumber> history;
};

Schema librarySchema();

// Reads and writes library.sqlite for one window, in a thread of its own. What cannot be written waits in memory and is
// tried again with every save and every few seconds.
class Store : public QObject
{
    Q_OBJECT
public:
    explicit Store(const QString &folder);
    ~Store() override;

    void open();
    void close(); // writes what waits and closes the draft

    void saveItem(const LibraryItem &item, quint64 number);
    void saveEntry(const HistoryEntry &entry, quint64 number);
    void saveDraft(const KeptDraft &draft);
    void dismissOrphan();

Q_SIGNALS:
    void loaded(const StoredRowsPtr &rows, const StoredDrafts &drafts);
    void changedElsewhere(const StoredRowsPtr &rows); // by another window
    void replaced(const StoredRowsPtr &rows); // another file is there, with these rows
    void saved(const SavedRows &rows);
    // It was not written: the row is another window's by now.
    void refused(const LibraryItem &theirs, quint64 number);
    void draftSaved();
    void problemChanged(const QString &sentence); // empty: everything is on disk
    void noticed(const QString &sentence);

private:
    struct UnsavedItem
    {
        LibraryItem item;
        quint64 number = 0;
    };
    struct UnsavedEntry
    {
        HistoryEntry entry;
        quint64 number = 0;
    };

    bool openFile();
    void openAgain();
    void watch();
    void wantFlush();
    void flush();
    bool writeAll();
    enum class Written { Yes, No, Refused };
    Written write(const LibraryItem &item, qint64 revision);
    bool writeItems(qint64 revision, std::vector<UnsavedItem> &refused);
    bool write(const HistoryEntry &entry, qint64 revision);
    bool writeDrafts();
    StoredRowsPtr readRows(); // what is newer than was read before
    std::vector<LibraryItem> readItems(const QString &which, qint64 value);
    void readHistory(qint64 after, StoredRows &rows);
    StoredDrafts readDrafts();
    bool adopt(const QString &window); // false when it is alive
    void holdLock();
    void clearOut();
    QString lockPath(const QString &window) const;
    void setProblem(const QString &sentence);

    const QString m_folder;
    const QString m_window; // its name among all windows
    Database m_database;
    QTimer m_watchTimer;
    QTimer m_retryTimer;
    bool m_isFlushWanted = false;
    bool m_isClosing = false; // nobody can be asked any more
    qint64 m_revision = 0; // all rows up to it were read or written
    qint64 m_dataVersion = 0; // SQLite's: it changes when another connection writes
    std::map<qint64, UnsavedItem> m_items;
    std::map<qint64, qint64> m_written; // revisions of the rows that were written last by this window
    std::map<qint64, UnsavedEntry> m_entries;
    std::optional<KeptDraft> m_draft; // of this window
    bool m_isDraftSaved = true;
    std::unique_ptr<QLockFile> m_lock; // says that this window is alive
    std::unique_ptr<QLockFile> m_orphanLock; // keeps the orphan from other windows
    QString m_orphan; // its window
    bool m_isOrphanDismissed = false;
    QString m_problem;
};
