// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/database.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <array>
#include <utility>

#include <sys/stat.h>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Database)
};

// SQLite's codes; the upper bytes say more of the same.
constexpr int corrupt = 11;
constexpr int notADatabase = 26;

constexpr int openingMs = 10'000; // how long another window may take to open and mend the file
const std::array companions{"", "-wal", "-shm"}; // of one database

quint64 inodeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? quint64(status.st_ino) : 0;
}

} // namespace

Database::Database(QString path, Schema schema, Damaged damaged)
    : m_path(std::move(path))
    , m_schema(std::move(schema))
    , m_damaged(damaged)
    , m_connection(QUuid::createUuid().toString())
{
}

Database::~Database()
{
    close();
}

bool Database::open()
{
    const bool wasDamaged = m_isDamaged;
    close();
    m_setAside.clear();
    const QString folder = QFileInfo(m_path).path();
    if (!QDir().mkpath(folder)) {
        fail(Text::tr("the folder cannot be made"));
        return false;
    }
    QLockFile opening(m_path + QStringLiteral(".lock")); // so that two windows do not both mend it
    opening.tryLock(openingMs);
    if (wasDamaged && isInPlace() && !moveAside())
        return false;

    const QString busy = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    m_isOpen = connectTo(m_path, busy) && prepare();
    if (!m_isOpen && m_isDamaged) {
        close();
        m_isOpen = moveAside() && connectTo(m_path, busy) && prepare();
    }
    if (!m_isOpen)
        m_isOpen = connectReadOnly();
    if (!m_isOpen) {
        const QString problem = m_problem;
        close();
        m_problem = problem;
    }
    m_inode = inodeOf(m_path);
    return m_isOpen;
}

void Database::close()
{
    m_isOpen = false;
    m_isReadOnly = false;
    m_isOfLaterVersion = false;
    m_isDamaged = false;
    m_problem.clear();
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
}

bool Database::isInPlace() const
{
    return inodeOf(m_path) == m_inode;
}

bool Database::connectTo(const QString &name, const QString &options)
{
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setConnectOptions(options);
    database.setDatabaseName(name);
    if (database.open())
        return true;
    fail(database.lastError().databaseText(), database.lastError().nativeErrorCode().toInt());
    return false;
}

// What a folder holds in which nothing can be made, not even the file that readers share.
bool Database::connectReadOnly()
{
    const QString problem = m_problem;
    const QString uri = QUrl::fromLocalFile(m_path).toString(QUrl::FullyEncoded) + QStringLiteral("?immutable=1");
    const bool isRead = QFileInfo(m_path).isFile()
        && connectTo(uri, QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"))
        && value(QStringLiteral("PRAGMA user_version")).toInt() > 0;
    m_isReadOnly = isRead;
    m_problem = problem; // why it is not written
    return isRead;
}

bool Database::isSound()
{
    // The first statement reads the file; a cache is not worth reading all of it.
    return value(QStringLiteral("PRAGMA schema_version")).isValid()
        && (m_damaged == Damaged::ThrownAway || value(QStringLiteral("PRAGMA quick_check(1)")) == QStringLiteral("ok"));
}

bool Database::prepare()
{
    if (!isSound()) {
        m_isDamaged |= m_problem.isEmpty(); // it was read and is not what it should be
        return false;
    }
    const int version = value(QStringLiteral("PRAGMA user_version")).toInt();
    if (version > int(m_schema.size())) {
        m_isOfLaterVersion = true;
        m_isReadOnly = true;
        m_problem = Text::tr("%1 was written by a later version of this program and is only read. Install that version "
                             "to save.")
                        .arg(m_path);
        return true;
    }
    // The log keeps readers and writers out of each other's way; FULL, so that what is said to be saved is on disk.
    return value(QStringLiteral("PRAGMA journal_mode=WAL")) == QStringLiteral("wal")
        && run(m_damaged == Damaged::ThrownAway ? QStringLiteral("PRAGMA synchronous=NORMAL")
                                                : QStringLiteral("PRAGMA synchronous=FULL"))
        && migrate(version);
}

bool Database::migrate(int version)
{
    for (; version < int(m_schema.size()); ++version) {
        const bool isDone = change([&] {
            for (const QString &statement : m_schema[std::size_t(version)])
                if (!run(statement))
                    return false;
            return run(QStringLiteral("PRAGMA user_version=%1").arg(version + 1));
        });
        if (!isDone)
            return false;
    }
    return true;
}

bool Database::moveAside()
{
    const QFileInfo file(m_path);
    const QString stem = file.path() + u'/' + file.completeBaseName() + QStringLiteral(".damaged-")
        + QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    for (const char *companion : companions) {
        const QString from = m_path + QLatin1String(companion);
        const QString to = stem + QStringLiteral(".sqlite") + QLatin1String(companion);
        if (!QFile::exists(from))
            continue;
        if (m_damaged == Damaged::ThrownAway ? !QFile::remove(from) : !QFile::rename(from, to)) {
            fail(Text::tr("it is damaged and cannot be moved away"));
            return false;
        }
    }
    if (m_damaged == Damaged::SetAside)
        m_setAside = stem + QStringLiteral(".sqlite");
    return true;
}

std::optional<QSqlQuery> Database::query(const QString &statement, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    bool isDone = query.prepare(statement);
    if (isDone) {
        for (const QVariant &value : values)
            query.addBindValue(value);
        isDone = query.exec();
    }
    if (isDone)
        return query;
    fail(query.lastError().databaseText(), query.lastError().nativeErrorCode().toInt());
    return std::nullopt;
}

QVariant Database::value(const QString &statement)
{
    auto answer = query(statement);
    return answer && answer->next() ? answer->value(0) : QVariant();
}

bool Database::change(const std::function<bool()> &work)
{
    // At once for writing: begun for reading, it could find that another window wrote meanwhile.
    if (!run(QStringLiteral("BEGIN IMMEDIATE")))
        return false;
    if (work() && run(QStringLiteral("COMMIT")))
        return true;
    const QString problem = m_problem;
    run(QStringLiteral("ROLLBACK"));
    m_problem = problem;
    return false;
}

void Database::fail(const QString &reason, int code)
{
    const int kind = code & 0xff;
    m_isDamaged |= kind == corrupt || kind == notADatabase;
    m_problem = Text::tr("%1 cannot be written: %2. Free some space on its disk or allow writing in its folder.")
                    .arg(m_path, reason);
}
