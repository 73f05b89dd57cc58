// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/answer_store.h"

#include <limits>

namespace {

// A level more makes it hardly smaller and much slower.
constexpr int compression = 1; // of zlib

} // namespace

Schema answerSchema()
{
    return {{
        QStringLiteral("CREATE TABLE answer (key BLOB PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL, "
                       "document BLOB NOT NULL)"),
        // Covers what makeRoom() asks, which else would read every document.
        QStringLiteral("CREATE INDEX answer_used ON answer (used, size)"),
    }};
}

AnswerStore::AnswerStore(const QString &folder, const AnswerCache::Bounds &bounds)
    : m_database(folder + QStringLiteral("/answers.sqlite"), answerSchema(), Damaged::ThrownAway)
    , m_bounds(bounds)
{
}

void AnswerStore::open()
{
    // An older program leaves the cache of a later one alone.
    m_database.open();
}

void AnswerStore::close()
{
    m_database.close();
}

// Also when the file was found damaged or was deleted.
bool AnswerStore::isReady()
{
    if (!m_database.isOfLaterVersion() && (!m_database.isOpen() || m_database.isDamaged() || !m_database.isInPlace()))
        m_database.open();
    return m_database.isWritable();
}

void AnswerStore::put(const QByteArray &key, const explorer::v1::Answer &answer)
{
    if (answer.ByteSizeLong() > std::size_t(std::numeric_limits<int>::max()) || !isReady())
        return;
    const QByteArray document = qCompress(QByteArray::fromStdString(answer.SerializeAsString()), compression);
    if (document.size() > m_bounds.bytes / 4)
        return;
    m_database.change([&] {
        return m_database.run(QStringLiteral("INSERT OR REPLACE INTO answer (key, used, size, document) "
                                             "VALUES (?, ?, ?, ?)"),
                              {key, use(), document.size(), document});
    });
    makeRoom();
}

AnswerDocumentPtr AnswerStore::find(const QByteArray &key)
{
    if (!isReady())
        return nullptr;
    auto answer = std::make_shared<explorer::v1::Answer>();
    {
        auto row = m_database.query(QStringLiteral("SELECT document FROM answer WHERE key = ?"), {key});
        if (!row || !row->next())
            return nullptr;
        const QByteArray document = qUncompress(row->value(0).toByteArray());
        if (document.isEmpty() || !answer->ParseFromArray(document.constData(), int(document.size())))
            return nullptr;
    }
    m_database.run(QStringLiteral("UPDATE answer SET used = ? WHERE key = ?"), {use(), key});
    return answer;
}

qint64 AnswerStore::use()
{
    return m_database.value(QStringLiteral("SELECT max(used) FROM answer")).toLongLong() + 1;
}

// The running sum, from the last used one on, says which answers are past the bounds.
void AnswerStore::makeRoom()
{
    m_database.run(QStringLiteral("DELETE FROM answer WHERE rowid IN (SELECT rowid FROM (SELECT rowid, "
                                  "sum(size) OVER latest AS bytes, count(*) OVER latest AS answers FROM answer "
                                  "WINDOW latest AS (ORDER BY used DESC, rowid DESC ROWS UNBOUNDED PRECEDING)) "
                                  "WHERE bytes > ? OR answers > ?)"),
                   {m_bounds.bytes, m_bounds.answers});
}
