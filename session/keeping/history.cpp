// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/history.h"

#include "session/keeping/search_words.h"
#include "session/question_document.h"

#include <algorithm>
#include <iterator>
#include <set>

History::History(QObject *parent)
    : QObject(parent)
{
}

const HistoryEntry *History::entry(qint64 id) const
{
    const auto found
        = std::find_if(m_entries.begin(), m_entries.end(), [id](const HistoryEntry &each) { return each.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

std::vector<const HistoryEntry *> History::entries(const QString &search) const
{
    const SearchWords words(search);
    std::vector<const HistoryEntry *> entries;
    for (const HistoryEntry &entry : m_entries)
        if (words.areIn(entry.searched))
            entries.push_back(&entry);
    return entries;
}

qint64 History::ask(const explorer::v1::Question &question, const std::string &project)
{
    HistoryEntry entry;
    const bool isAgain = !m_entries.empty() && m_entries.front().project == project
        && questionKey(m_entries.front().question) == questionKey(question);
    entry.id = isAgain ? m_entries.front().id : newKeptId();
    entry.question = question;
    entry.project = project;
    entry.askedAt = QDateTime::currentDateTimeUtc();
    putBefore(entry.askedAt);
    const qint64 id = entry.id;
    save(std::move(entry));
    Q_EMIT changed();
    return id;
}

void History::settle(qint64 id, const QString &headline, qint64 elapsedMs)
{
    const HistoryEntry *before = entry(id);
    if (before == nullptr)
        return;
    HistoryEntry after = *before;
    after.headline = headline;
    after.elapsedMs = elapsedMs;
    save(std::move(after));
    Q_EMIT changed();
}

void History::remove(qint64 id)
{
    const HistoryEntry *before = entry(id);
    if (before == nullptr)
        return;
    HistoryEntry after = *before;
    after.isRemoved = true;
    save(std::move(after));
    Q_EMIT changed();
}

void History::clear()
{
    for (std::deque<HistoryEntry> entries = std::exchange(m_entries, {}); HistoryEntry & entry : entries) {
        entry.isRemoved = true;
        Q_EMIT saveWanted(entry, m_unsaved.begin(entry.id));
    }
    Q_EMIT changed();
}

void History::putBefore(QDateTime moment)
{
    for (HistoryEntry &entry : m_entries) {
        if (entry.askedAt < moment)
            break;
        moment = moment.addMSecs(-1);
        entry.askedAt = moment;
        Q_EMIT saveWanted(entry, m_unsaved.begin(entry.id));
    }
}

void History::save(HistoryEntry entry)
{
    putIntoWords(entry);
    Q_EMIT saveWanted(entry, m_unsaved.begin(entry.id));
    put(std::move(entry));
}

void History::put(HistoryEntry entry)
{
    std::erase_if(m_entries, [&](const HistoryEntry &each) { return each.id == entry.id; });
    if (entry.isRemoved)
        return;
    const auto place = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const HistoryEntry &each) { return each.askedAt <= entry.askedAt; });
    m_entries.insert(place, std::move(entry));
    if (m_entries.size() > most)
        m_entries.pop_back();
}

void History::load(const std::vector<HistoryEntry> &entries)
{
    m_isLoaded = true;
    const std::deque<HistoryEntry> askedMeanwhile = std::exchange(m_entries, {});
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(m_entries),
                 [this](const HistoryEntry &each) { return !each.isRemoved && !m_unsaved.contains(each.id); });
    for (const HistoryEntry &entry : askedMeanwhile)
        put(entry);
    Q_EMIT changed();
    Q_EMIT loaded();
}

void History::take(const std::vector<HistoryEntry> &entries)
{
    for (const HistoryEntry &entry : entries)
        if (!m_unsaved.contains(entry.id))
            put(entry);
    if (!entries.empty())
        Q_EMIT changed();
}

void History::acknowledge(const std::vector<SaveNumber> &saves)
{
    for (const SaveNumber &save : saves)
        m_unsaved.acknowledge(save);
}

void History::reconcile(const std::vector<HistoryEntry> &entries)
{
    std::set<qint64> inFile;
    for (const HistoryEntry &entry : entries)
        inFile.insert(entry.id);
    for (const HistoryEntry &entry : m_entries)
        if (!inFile.contains(entry.id))
            Q_EMIT saveWanted(entry, m_unsaved.begin(entry.id));
    take(entries);
}
