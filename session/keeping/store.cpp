// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/store.h"

#include <QFile>
#include <QUuid>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr auto watchEvery = 1s;
constexpr auto retryEvery = 5s;

} // namespace

Store::Store(const QString &folder)
    : m_folder(folder)
    , m_window(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_database(folder + QStringLiteral("/library.sqlite"), librarySchema(), Damaged::SetAside)
    , m_watchTimer(this)
    , m_retryTimer(this)
{
    m_watchTimer.setInterval(watchEvery);
    m_retryTimer.setInterval(retryEvery);
    m_retryTimer.setSingleShot(true);
    connect(&m_watchTimer, &QTimer::timeout, this, &Store::watch);
    connect(&m_retryTimer, &QTimer::timeout, this, &Store::flush);
}

Store::~Store() = default;

void Store::open()
{
    openFile();
    if (m_database.isWritable())
        clearOut();
    const StoredRowsPtr rows = readRows();
    const StoredDrafts drafts = readDrafts();
    m_watchTimer.start();
    Q_EMIT loaded(rows, drafts);
}

bool Store::openFile()
{
    const bool isOpen = m_database.open();
    m_revision = 0;
    m_written.clear();
    if (!m_database.setAside().isEmpty())
        Q_EMIT noticed(
            tr("The library was damaged. A new one was begun, the old file lies at %1.").arg(m_database.setAside()));
    if (m_database.isWritable())
        holdLock();
    setProblem(m_database.isWritable() ? QString() : m_database.problem());
    return isOpen;
}

// Another file lies at the path, none does, or this one turned out to be damaged.
void Store::openAgain()
{
    openFile();
    if (!m_database.isWritable())
        return;
    m_isDraftSaved = !m_draft;
    Q_EMIT replaced(readRows());
}

void Store::watch()
{
    if (!m_database.isOpen() || m_database.isOfLaterVersion())
        return;
    if (!m_database.isInPlace()) {
        openAgain();
        return;
    }
    const qint64 version = m_database.value(QStringLiteral("PRAGMA data_version")).toLongLong();
    if (std::exchange(m_dataVersion, version) == version)
        return;
    const StoredRowsPtr rows = readRows();
    if (m_database.isDamaged())
        openAgain();
    else if (!rows->items.empty() || !rows->history.empty())
        Q_EMIT changedElsewhere(rows);
}

void Store::saveItem(const LibraryItem &item, quint64 number)
{
    m_items[item.id] = {item, number};
    wantFlush();
}

void Store::saveEntry(const HistoryEntry &entry, quint64 number)
{
    m_entries[entry.id] = {entry, number};
    wantFlush();
}

void Store::saveDraft(const KeptDraft &draft)
{
    m_draft = draft;
    m_isDraftSaved = false;
    wantFlush();
}

void Store::dismissOrphan()
{
    m_isOrphanDismissed = true;
    wantFlush();
}

// One transaction takes all that was asked for meanwhile.
void Store::wantFlush()
{
    if (std::exchange(m_isFlushWanted, true))
        return;
    QMetaObject::invokeMethod(this, &Store::flush, Qt::QueuedConnection);
}

void Store::flush()
{
    m_isFlushWanted = false;
    const bool isNothing = m_items.empty() && m_entries.empty() && m_isDraftSaved && !m_isOrphanDismissed;
    if (isNothing || m_database.isOfLaterVersion())
        return;
    if (!m_database.isWritable() || !m_database.isInPlace())
        openAgain();
    bool isWritten = m_database.isWritable() && writeAll();
    if (!isWritten && m_database.isDamaged()) {
        openAgain();
        isWritten = m_database.isWritable() && writeAll();
    }
    setProblem(isWritten ? QString() : m_database.problem());
    if (!isWritten)
        m_retryTimer.start();
}

bool Store::writeAll()
{
    qint64 revision = 0;
    std::vector<UnsavedItem> refused; // theirs, with the number of ours
    const bool isWritten = m_database.change([&] {
        if (!m_database.run(QStringLiteral("UPDATE clock SET revision = revision + 1")))
            return false;
        revision = m_database.value(QStringLiteral("SELECT revision FROM clock")).toLongLong();
        if (!writeItems(revision, refused))
            return false;
        for (const auto &[id, unsaved] : m_entries)
            if (!write(unsaved.entry, revision))
                return false;
        return writeDrafts();
    });
    if (!isWritten)
        return false;
    if (revision == m_revision + 1) // nobody wrote between
        m_revision = revision;
    for (const UnsavedItem &theirs : refused) {
        m_items.erase(theirs.item.id);
        Q_EMIT this->refused(theirs.item, theirs.number);
    }
    SavedRows rows;
    for (const auto &[id, unsaved] : std::exchange(m_items, {})) {
        rows.items.push_back({id, unsaved.number});
        m_written[id] = revision;
    }
    for (const auto &[id, unsaved] : std::exchange(m_entries, {}))
        rows.history.push_back({id, unsaved.number});
    if (std::exchange(m_isOrphanDismissed, false))
        m_orphanLock.reset();
    Q_EMIT saved(rows);
    if (!std::exchange(m_isDraftSaved, true))
        Q_EMIT draftSaved();
    return true;
}

void Store::close()
{
    m_watchTimer.stop();
    m_retryTimer.stop();
    m_isClosing = true;
    flush();
    m_retryTimer.stop();
    if (m_database.isWritable() && m_draft)
        m_database.change([this] {
            return m_database.run(QStringLiteral("DELETE FROM draft WHERE is_closed = 1"))
                && m_database.run(QStringLiteral("UPDATE draft SET is_closed = 1 WHERE window = ?"), {m_window});
        });
    m_database.close();
    m_orphanLock.reset();
    m_lock.reset();
}

// Says to other windows that this one is alive, until its process ends.
void Store::holdLock()
{
    if (m_lock && QFile::exists(lockPath(m_window)))
        return;
    m_lock = std::make_unique<QLockFile>(lockPath(m_window));
    m_lock->setStaleLockTime(0); // however long the window is open
    m_lock->tryLock();
}

bool Store::adopt(const QString &window)
{
    auto lock = std::make_unique<QLockFile>(lockPath(window));
    lock->setStaleLockTime(0);
    if (!lock->tryLock())
        return false;
    m_orphan = window;
    m_orphanLock = std::move(lock);
    return true;
}

void Store::setProblem(const QString &sentence)
{
    if (std::exchange(m_problem, sentence) != sentence)
        Q_EMIT problemChanged(sentence);
}

QString Store::lockPath(const QString &window) const
{
    return m_folder + QStringLiteral("/window-") + window + QStringLiteral(".lock");
}
