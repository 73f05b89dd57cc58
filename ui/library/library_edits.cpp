// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_edits.h"

#include "session/keeping/merged_item.h"

#include <QUndoCommand>

class LibraryEdits::Change : public QUndoCommand
{
public:
    Change(Library &library, std::vector<LibraryItem> before, std::vector<LibraryItem> after, const QString &what)
        : QUndoCommand(what)
        , m_library(library)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }

    void undo() override { put(m_after, m_before); }
    void redo() override { put(m_before, m_after); }

private:
    // What another window did to them since stays.
    void put(const std::vector<LibraryItem> &from, const std::vector<LibraryItem> &to)
    {
        for (std::size_t i = 0; i < to.size(); ++i)
            if (const LibraryItem *now = m_library.item(to[i].id))
                m_library.update(mergedItem(from[i], to[i], *now).item);
    }

    Library &m_library;
    const std::vector<LibraryItem> m_before;
    const std::vector<LibraryItem> m_after;
};

// An item that comes or goes.
class LibraryEdits::Presence : public QUndoCommand
{
public:
    Presence(Library &library, qint64 id, bool comes, const QString &what)
        : QUndoCommand(what)
        , m_library(library)
        , m_id(id)
        , m_comes(comes)
    {
    }

    void undo() override { set(!m_comes); }
    void redo() override { set(m_comes); }

private:
    void set(bool isThere) { isThere ? m_library.restore(m_id) : m_library.remove(m_id); }

    Library &m_library;
    const qint64 m_id;
    const bool m_comes;
};

LibraryEdits::LibraryEdits(Library &library, QObject *parent)
    : QObject(parent)
    , m_library(library)
{
}

qint64 LibraryEdits::add(const LibraryItem &item)
{
    const qint64 id = m_library.add(item);
    m_undoStack.push(new Presence(m_library, id, true, tr("Save %1").arg(item.name)));
    return id;
}

qint64 LibraryEdits::duplicate(qint64 id)
{
    const LibraryItem *item = m_library.item(id);
    if (item == nullptr)
        return 0;
    LibraryItem copy = *item;
    copy.name = tr("%1 copy").arg(item->name);
    return add(copy);
}

void LibraryEdits::change(std::vector<LibraryItem> before, std::vector<LibraryItem> after, const QString &what)
{
    m_undoStack.push(new Change(m_library, std::move(before), std::move(after), what));
}

void LibraryEdits::update(const LibraryItem &item, const QString &what)
{
    if (const LibraryItem *before = m_library.item(item.id))
        change({*before}, {item}, what);
}

void LibraryEdits::rename(qint64 id, const QString &name)
{
    const LibraryItem *item = m_library.item(id);
    if (item == nullptr || item->name == name)
        return;
    LibraryItem after = *item;
    after.name = name;
    update(after, tr("Rename %1").arg(item->name));
}

void LibraryEdits::move(qint64 id, const QString &folder)
{
    const LibraryItem *item = m_library.item(id);
    if (item == nullptr || item->folder == folder)
        return;
    LibraryItem after = *item;
    after.folder = folder;
    update(after, tr("Move %1").arg(item->name));
}

void LibraryEdits::moveFolder(const QString &from, const QString &to)
{
    std::vector<LibraryItem> before;
    std::vector<LibraryItem> after;
    for (const LibraryItem *item : m_library.items()) {
        if (item->folder != from && !item->folder.startsWith(from + u'/'))
            continue;
        before.push_back(*item);
        after.push_back(*item);
        after.back().folder = to + item->folder.mid(from.size());
    }
    if (from != to && !before.empty())
        change(std::move(before), std::move(after), tr("Move folder %1").arg(from.section(u'/', -1)));
}

void LibraryEdits::remove(qint64 id)
{
    if (const LibraryItem *item = m_library.item(id))
        m_undoStack.push(new Presence(m_library, id, false, tr("Remove %1").arg(item->name)));
}
