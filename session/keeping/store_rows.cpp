// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of library.sqlite and their rows.
#include "session/keeping/history.h"
#include "session/keeping/merged_item.h"
#include "session/keeping/store.h"

namespace {

constexpr qint64 day = 86'400'000; // ms
constexpr qint64 removedFor = 30 * day; // then it is gone for good

enum class Kind { Question, Board }; // numbers in the file

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QDateTime timeOf(const QVariant &milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

QByteArray bytesOf(const google::protobuf::Message &message)
{
    return QByteArray::fromStdString(message.SerializeAsString());
}

template <typename Message>
Message messageOf(const QVariant &bytes)
{
    Message message;
    const QByteArray data = bytes.toByteArray();
    message.ParseFromArray(data.constData(), int(data.size()));
    return message;
}

// NOT NULL takes no QString() and no QByteArray().
QString written(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QByteArray written(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

KeptDraft draftOf(const QSqlQuery &row)
{
    return {messageOf<explorer::v1::Question>(row.value(1)), row.value(2).toString().toStdString(),
            row.value(5).toString(), timeOf(row.value(3))};
}

} // namespace

// `revision` says when a row was written last, in writes of all windows. Documents are messages of explorer.v1.
Schema librarySchema()
{
    return {
        {
            QStringLiteral("CREATE TABLE clock (revision INTEGER NOT NULL)"),
            QStringLiteral("INSERT INTO clock VALUES (0)"),
            QStringLiteral(
                "CREATE TABLE item (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL, kind INTEGER NOT NULL, "
                "document BLOB NOT NULL, name TEXT NOT NULL, note TEXT NOT NULL, folder TEXT NOT NULL, "
                "thumbnail BLOB NOT NULL, project TEXT NOT NULL, created INTEGER NOT NULL, "
                "changed INTEGER NOT NULL, is_removed INTEGER NOT NULL)"),
            QStringLiteral("CREATE INDEX item_revision ON item (revision)"),
            QStringLiteral("CREATE TABLE history (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL, "
                           "question BLOB NOT NULL, project TEXT NOT NULL, asked_at INTEGER NOT NULL, "
                           "elapsed_ms INTEGER NOT NULL, headline TEXT NOT NULL, is_removed INTEGER NOT NULL)"),
            QStringLiteral("CREATE INDEX history_revision ON history (revision)"),
            QStringLiteral("CREATE INDEX history_asked_at ON history (asked_at)"),
            QStringLiteral(
                "CREATE TABLE draft (window TEXT PRIMARY KEY, question BLOB NOT NULL, project TEXT NOT NULL, "
                "changed INTEGER NOT NULL, is_closed INTEGER NOT NULL)"),
        },
        {QStringLiteral("ALTER TABLE draft ADD COLUMN typed TEXT NOT NULL DEFAULT ''")},
    };
}

// Only over the row that the edit was made of, or that this window wrote since.
Store::Written Store::write(const LibraryItem &item, qint64 revision)
{
    const auto *board = boardIn(item);
    const QByteArray document = board != nullptr ? bytesOf(*board) : bytesOf(*questionIn(item));
    const auto own = m_written.find(item.id);
    const auto done = m_database.query(
        QStringLiteral("INSERT INTO item (id, revision, kind, document, name, note, folder, thumbnail, project, "
                       "created, changed, is_removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, kind = excluded.kind, "
                       "document = excluded.document, name = excluded.name, note = excluded.note, "
                       "folder = excluded.folder, thumbnail = excluded.thumbnail, project = excluded.project, "
                       "created = excluded.created, changed = excluded.changed, is_removed = excluded.is_removed "
                       "WHERE item.revision IN (?, ?)"),
        {item.id, revision, int(board != nullptr ? Kind::Board : Kind::Question), written(document), written(item.name),
         written(item.note), written(item.folder), written(item.thumbnail),
         written(QString::fromStdString(item.project)), item.created.toMSecsSinceEpoch(),
         item.changed.toMSecsSinceEpoch(), item.isRemoved, item.revision, own == m_written.end() ? 0 : own->second});
    return !done ? Written::No : done->numRowsAffected() > 0 ? Written::Yes : Written::Refused;
}

// What is refused while the window closes becomes an item of its own, where it says something else.
bool Store::writeItems(qint64 revision, std::vector<UnsavedItem> &refused)
{
    for (const auto &[id, unsaved] : m_items) {
        const Written written = write(unsaved.item, revision);
        if (written == Written::No)
            return false;
        if (written == Written::Yes)
            continue;
        std::vector<LibraryItem> theirs = readItems(QStringLiteral("id = ?"), id);
        if (theirs.empty())
            return false;
        LibraryItem copy = unsaved.item;
        copy.id = newKeptId();
        copy.name = tr("%1 copy").arg(copy.name);
        if (m_isClosing && !haveOneDocument(copy, theirs.front()) && write(copy, revision) != Written::Yes)
            return false;
        refused.push_back({std::move(theirs.front()), unsaved.number});
    }
    return true;
}

bool Store::write(const HistoryEntry &entry, qint64 revision)
{
    return m_database.run(QStringLiteral("INSERT OR REPLACE INTO history (id, revision, question, project, asked_at, "
                                         "elapsed_ms, headline, is_removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                          {entry.id, revision, written(bytesOf(entry.question)),
                           written(QString::fromStdString(entry.project)), entry.askedAt.toMSecsSinceEpoch(),
                           entry.elapsedMs, written(entry.headline), entry.isRemoved});
}

bool Store::writeDrafts()
{
    if (m_isOrphanDismissed && !m_database.run(QStringLiteral("DELETE FROM draft WHERE window = ?"), {m_orphan}))
        return false;
    if (m_isDraftSaved)
        return true;
    return m_database.run(QStringLiteral("INSERT OR REPLACE INTO draft (window, question, project, changed, is_closed, "
                                         "typed) VALUES (?, ?, ?, ?, 0, ?)"),
                          {m_window, written(bytesOf(m_draft->question)),
                           written(QString::fromStdString(m_draft->project)), m_draft->changed.toMSecsSinceEpoch(),
                           written(m_draft->typed)});
}

StoredRowsPtr Store::readRows()
{
    auto rows = std::make_shared<StoredRows>();
    if (!m_database.isOpen() || !m_database.run(QStringLiteral("BEGIN")))
        return rows;
    const qint64 after = m_revision;
    const QVariant revision = m_database.value(QStringLiteral("SELECT revision FROM clock"));
    rows->items = readItems(QStringLiteral("revision > ?"), after);
    readHistory(after, *rows);
    if (m_database.run(QStringLiteral("COMMIT")) && revision.isValid())
        m_revision = revision.toLongLong();
    return rows;
}

std::vector<LibraryItem> Store::readItems(const QString &which, qint64 value)
{
    std::vector<LibraryItem> items;
    auto row = m_database.query(QStringLiteral("SELECT id, kind, document, name, note, folder, thumbnail, project, "
                                               "created, changed, is_removed, revision FROM item WHERE ")
                                    + which,
                                {value});
    while (row && row->next()) {
        LibraryItem item;
        item.id = row->value(0).toLongLong();
        if (row->value(1).toInt() == int(Kind::Board))
            item.document = messageOf<explorer::v1::Board>(row->value(2));
        else
            item.document = messageOf<explorer::v1::Question>(row->value(2));
        item.name = row->value(3).toString();
        item.note = row->value(4).toString();
        item.folder = row->value(5).toString();
        item.thumbnail = row->value(6).toByteArray();
        item.project = row->value(7).toString().toStdString();
        item.created = timeOf(row->value(8));
        item.changed = timeOf(row->value(9));
        item.isRemoved = row->value(10).toBool();
        item.revision = row->value(11).toLongLong();
        putIntoWords(item);
        items.push_back(std::move(item));
    }
    return items;
}

void Store::readHistory(qint64 after, StoredRows &rows)
{
    auto row
        = m_database.query(QStringLiteral("SELECT id, question, project, asked_at, elapsed_ms, headline, is_removed "
                                          "FROM history WHERE revision > ? ORDER BY asked_at DESC LIMIT ?"),
                           {after, qint64(History::most)});
    while (row && row->next()) {
        HistoryEntry entry;
        entry.id = row->value(0).toLongLong();
        entry.question = messageOf<explorer::v1::Question>(row->value(1));
        entry.project = row->value(2).toString().toStdString();
        entry.askedAt = timeOf(row->value(3));
        entry.elapsedMs = row->value(4).toLongLong();
        entry.headline = row->value(5).toString();
        entry.isRemoved = row->value(6).toBool();
        putIntoWords(entry);
        rows.history.push_back(std::move(entry));
    }
}

StoredDrafts Store::readDrafts()
{
    StoredDrafts drafts;
    auto row = m_database.isOpen()
        ? m_database.query(QStringLiteral("SELECT window, question, project, changed, is_closed, typed FROM draft "
                                          "WHERE window <> ? ORDER BY rowid DESC"),
                           {m_window})
        : std::nullopt;
    while (row && row->next()) {
        if (row->value(4).toBool()) {
            if (!drafts.last)
                drafts.last = draftOf(*row);
        } else if (!drafts.orphan && m_database.isWritable() && adopt(row->value(0).toString())) {
            drafts.orphan = draftOf(*row);
        }
    }
    return drafts;
}

void Store::clearOut()
{
    // No later than what was kept last: a clock that is ahead must throw nothing away.
    const qint64 last
        = m_database
              .value(QStringLiteral("SELECT max(moment) FROM (SELECT max(changed) AS moment FROM item UNION "
                                    "ALL SELECT max(changed) FROM draft UNION ALL SELECT max(asked_at) "
                                    "FROM history)"))
              .toLongLong();
    const QVariant longAgo = std::min(now(), last) - removedFor;
    m_database.change([&] {
        return m_database.run(QStringLiteral("DELETE FROM item WHERE is_removed = 1 AND changed < ?"), {longAgo})
            && m_database.run(QStringLiteral("DELETE FROM draft WHERE is_closed = 0 AND changed < ?"), {longAgo})
            && m_database.run(QStringLiteral("DELETE FROM history WHERE is_removed = 1"))
            && m_database.run(QStringLiteral("DELETE FROM history WHERE id IN (SELECT id FROM history "
                                             "ORDER BY asked_at DESC LIMIT -1 OFFSET ?)"),
                              {qint64(History::most)});
    });
}
