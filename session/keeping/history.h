// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/keeping/kept.h"
#include "session/keeping/unsaved.h"

#include <QObject>

#include <deque>
#include <vector>

// Every question asked, in all windows, the newest first; of more than the bound the oldest are forgotten. Pointers hold
// until the next change.
class History : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t most = 10'000;

    explicit History(QObject *parent = nullptr);

    bool isLoaded() const { return m_isLoaded; }
    const HistoryEntry *entry(qint64 id) const; // null when it is forgotten
    // With a search, those that have all its words in any part and any case: in the question in words, its filters,
    // project or headline.
    std::vector<const HistoryEntry *> entries(const QString &search = {}) const;

    // Returns the id of the entry: that of the newest one, which moves to now, when it is the same question.
    qint64 ask(const explorer::v1::Question &question, const std::string &project);
    // One line of what came of it.
    void settle(qint64 id, const QString &headline, qint64 elapsedMs);
    void remove(qint64 id);
    void clear();

    bool isAllSaved() const { return m_unsaved.isEmpty(); }

    // From disk, as in Library.
    void load(const std::vector<HistoryEntry> &entries);
    void take(const std::vector<HistoryEntry> &entries);
    void acknowledge(const std::vector<SaveNumber> &saves);
    void reconcile(const std::vector<HistoryEntry> &entries);

Q_SIGNALS:
    void loaded();
    void changed();
    void saveWanted(const HistoryEntry &entry, quint64 number);

private:
    // What a clock that went back says was asked later, was asked just before.
    void putBefore(QDateTime moment);
    void save(HistoryEntry entry);
    void put(HistoryEntry entry);
    void forget(qint64 id);

    std::deque<HistoryEntry> m_entries; // newest first
    Unsaved m_unsaved;
    bool m_isLoaded = false;
};
