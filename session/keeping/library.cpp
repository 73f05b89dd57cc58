// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/library.h"

#include "session/keeping/merged_item.h"
#include "session/keeping/search_words.h"

#include <QCollator>

#include <algorithm>

namespace {

QString tidyFolder(const QString &folder)
{
    QStringList parts;
    for (const QString &part : folder.split(u'/'))
        if (!part.trimmed().isEmpty())
            parts << part.trimmed();
    return parts.join(u'/');
}

bool isIn(const QString &folder, const QString &parent)
{
    return folder == parent || folder.startsWith(parent + u'/');
}

// A board is a file too, so it says its name itself.
void tidy(LibraryItem &item)
{
    item.folder = tidyFolder(item.folder);
    if (auto *board = std::get_if<explorer::v1::Board>(&item.document)) {
        board->set_name(item.name.toStdString());
        board->set_note(item.note.toStdString());
    }
}

QCollator collator()
{
    const QLocale locale;
    // C knows no alphabet and no numbers.
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

} // namespace

Library::Library(QObject *parent)
    : QObject(parent)
{
}

const LibraryItem *Library::item(qint64 id) const
{
    const auto found = m_items.find(id);
    return found == m_items.end() || found->second.isRemoved ? nullptr : &found->second;
}

std::vector<const LibraryItem *> Library::items(const QString &search) const
{
    const SearchWords words(search);
    std::vector<const LibraryItem *> items;
    for (const auto &[id, item] : m_items)
        if (!item.isRemoved && words.areIn(item.searched))
            items.push_back(&item);
    std::stable_sort(items.begin(), items.end(), [by = collator()](const LibraryItem *a, const LibraryItem *b) {
        return by.compare(a->name, b->name) < 0;
    });
    return items;
}

QStringList Library::folders() const
{
    QStringList folders;
    for (const auto &[id, item] : m_items) {
        if (item.isRemoved)
            continue;
        for (QString folder = item.folder; !folder.isEmpty(); folder.truncate(std::max(0LL, folder.lastIndexOf(u'/'))))
            folders << folder;
    }
    folders.removeDuplicates();
    std::sort(folders.begin(), folders.end(), collator());
    return folders;
}

qint64 Library::add(LibraryItem item)
{
    do
        item.id = newKeptId();
    while (m_items.contains(item.id));
    const qint64 id = item.id;
    item.created = QDateTime::currentDateTimeUtc();
    item.isRemoved = false;
    save(std::move(item));
    Q_EMIT changed({id});
    return id;
}

void Library::update(const LibraryItem &item)
{
    const LibraryItem *before = this->item(item.id);
    if (before == nullptr)
        return;
    LibraryItem after = item;
    after.created = before->created;
    after.isRemoved = false;
    tidy(after);
    if (areEqual(after, *before))
        return;
    save(std::move(after));
    Q_EMIT changed({item.id});
}

void Library::rename(qint64 id, const QString &name)
{
    if (const LibraryItem *before = item(id)) {
        LibraryItem after = *before;
        after.name = name;
        update(after);
    }
}

void Library::setNote(qint64 id, const QString &note)
{
    if (const LibraryItem *before = item(id)) {
        LibraryItem after = *before;
        after.note = note;
        update(after);
    }
}

void Library::move(qint64 id, const QString &folder)
{
    if (const LibraryItem *before = item(id)) {
        LibraryItem after = *before;
        after.folder = folder;
        update(after);
    }
}

void Library::moveFolder(const QString &from, const QString &to)
{
    QList<qint64> ids;
    for (const auto &[id, item] : m_items) {
        if (from == to || from.isEmpty() || item.isRemoved || !isIn(item.folder, from))
            continue;
        LibraryItem after = item;
        after.folder = to + item.folder.mid(from.size());
        save(std::move(after));
        ids << id;
    }
    if (!ids.isEmpty())
        Q_EMIT changed(ids);
}

void Library::setRemoved(qint64 id, bool isRemoved)
{
    const auto found = m_items.find(id);
    if (found == m_items.end() || found->second.isRemoved == isRemoved)
        return;
    LibraryItem after = found->second;
    after.isRemoved = isRemoved;
    save(std::move(after));
    Q_EMIT changed({id});
}

void Library::save(LibraryItem item)
{
    tidy(item);
    putIntoWords(item);
    const auto before = m_items.find(item.id);
    item.revision = before == m_items.end() ? 0 : before->second.revision;
    if (before != m_items.end() && !m_unsaved.contains(item.id))
        m_bases[item.id] = before->second;
    LibraryItem &place = m_items[item.id];
    // Later than the version before, whatever the clock says: the later one is kept.
    item.changed = std::max(QDateTime::currentDateTimeUtc(), place.changed.addMSecs(1));
    place = std::move(item);
    Q_EMIT saveWanted(place, m_unsaved.begin(place.id));
}

void Library::load(const std::vector<LibraryItem> &items)
{
    m_isLoaded = true;
    take(items);
    Q_EMIT loaded();
}

void Library::take(const std::vector<LibraryItem> &items)
{
    QList<qint64> ids;
    QList<qint64> others; // with another document than before
    for (const LibraryItem &item : items) {
        if (m_unsaved.contains(item.id))
            continue;
        const auto before = m_items.find(item.id);
        if (before != m_items.end() && !haveOneDocument(before->second, item))
            others << item.id;
        m_items[item.id] = item;
        ids << item.id;
    }
    if (!ids.isEmpty())
        Q_EMIT changed(ids);
    for (const qint64 id : others)
        Q_EMIT documentChangedElsewhere(id);
}

void Library::settle(const LibraryItem &theirs, quint64 number)
{
    if (!m_unsaved.acknowledge({theirs.id, number}))
        return; // a later edit is on its way and meets the same row
    const LibraryItem ours = std::exchange(m_items[theirs.id], theirs);
    const auto known = m_bases.find(theirs.id);
    const MergedItem merged = mergedItem(known == m_bases.end() ? theirs : known->second, ours, theirs);
    m_bases.erase(theirs.id);
    if (!areEqual(merged.item, theirs))
        save(merged.item);
    Q_EMIT changed({theirs.id});
    if (merged.isDocumentTheirs)
        Q_EMIT refused(ours);
}

void Library::acknowledge(const std::vector<SaveNumber> &saves)
{
    for (const SaveNumber &save : saves)
        if (m_unsaved.acknowledge(save)) {
            m_bases.erase(save.id);
            Q_EMIT saved(save.id);
        }
}

void Library::reconcile(const std::vector<LibraryItem> &items)
{
    std::map<qint64, const LibraryItem *> inFile;
    for (const LibraryItem &item : items)
        inFile[item.id] = &item;
    std::vector<LibraryItem> newer;
    for (const LibraryItem &item : items) {
        const auto here = m_items.find(item.id);
        if (here == m_items.end() || here->second.changed < item.changed)
            newer.push_back(item);
    }
    for (auto &[id, item] : m_items) {
        const auto there = inFile.find(id);
        item.revision = there == inFile.end() ? 0 : there->second->revision;
        if (there == inFile.end() || there->second->changed < item.changed)
            Q_EMIT saveWanted(item, m_unsaved.begin(id));
    }
    take(newer);
}
