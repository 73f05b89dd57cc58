// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/keeping/kept.h"
#include "session/keeping/unsaved.h"

#include <QObject>
#include <QStringList>

#include <map>
#include <vector>

// The saved questions and boards. Edits take effect at once and are on their way to disk; what another window saves
// comes in by itself. Pointers hold until the next change.
class Library : public QObject
{
    Q_OBJECT
public:
    explicit Library(QObject *parent = nullptr);

    bool isLoaded() const { return m_isLoaded; }
    const LibraryItem *item(qint64 id) const; // null when it is not there or removed
    // By name, as people sort. With a search, those that have all its words in any part and any case: in name, note,
    // folder, project, the question in words or the titles and questions of the tiles.
    std::vector<const LibraryItem *> items(const QString &search = {}) const;
    QStringList folders() const; // those in use and those above them, sorted

    // Returns the id of the new item.
    qint64 add(LibraryItem item);
    // Takes all of the item but id and times. Nothing happens when it is not there or so already.
    void update(const LibraryItem &item);
    void rename(qint64 id, const QString &name);
    void setNote(qint64 id, const QString &note);
    void move(qint64 id, const QString &folder);
    void moveFolder(const QString &from, const QString &to); // with all below it
    void remove(qint64 id) { setRemoved(id, true); }
    void restore(qint64 id) { setRemoved(id, false); } // for a month

    bool isSaved(qint64 id) const { return !m_unsaved.contains(id); } // on disk
    bool isAllSaved() const { return m_unsaved.isEmpty(); }

    // From disk. An item of which an edit is on its way is newer here.
    void load(const std::vector<LibraryItem> &items);
    void take(const std::vector<LibraryItem> &items);
    void acknowledge(const std::vector<SaveNumber> &saves);
    void reconcile(const std::vector<LibraryItem> &items); // another file is there: of each the newer one counts
    // An edit was not written, since another window had written the row since this one read it: what each changed is
    // put together, and where that cannot be theirs is kept and ours is told.
    void settle(const LibraryItem &theirs, quint64 number);

Q_SIGNALS:
    void loaded();
    void changed(const QList<qint64> &ids); // added, edited, removed or restored, here or in another window
    void documentChangedElsewhere(qint64 id); // after changed()
    void refused(const LibraryItem &ours); // its document was not saved: another window's is there now
    void saved(qint64 id); // is on disk, with its last edit
    void saveWanted(const LibraryItem &item, quint64 number);

private:
    void setRemoved(qint64 id, bool isRemoved);
    void save(LibraryItem item);

    std::map<qint64, LibraryItem> m_items; // with the removed
    std::map<qint64, LibraryItem> m_bases; // what the unsaved were before
    Unsaved m_unsaved;
    bool m_isLoaded = false;
};
