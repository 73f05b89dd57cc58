// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <functional>
#include <optional>
#include <vector>

// Statements that lead from one version of a schema to the next. Step 0 makes version 1 of an empty file; what was
// released is never edited, a change is a step more.
using SchemaStep = QStringList;
using Schema = std::vector<SchemaStep>;

enum class Damaged { SetAside, ThrownAway }; // what becomes of a file that is no database any more

// One SQLite file that several programs may use at once. Lives in the thread that opens it.
class Database
{
public:
    Database(QString path, Schema schema, Damaged damaged);
    ~Database();
    Database(const Database &) = delete;

    // Makes folder and file where they are missing and brings the schema to its version. False when nothing can be
    // read; see problem().
    bool open();
    void close();

    bool isOpen() const { return m_isOpen; }
    bool isWritable() const { return m_isOpen && !m_isReadOnly; }
    bool isOfLaterVersion() const { return m_isOfLaterVersion; }
    // A sentence of what failed last, of the file or of a statement.
    const QString &problem() const { return m_problem; }
    // Where the damaged file lies that was found by the last open(); empty when none was.
    const QString &setAside() const { return m_setAside; }
    // Whether the path still leads to the file that is open: it may have been moved or deleted.
    bool isInPlace() const;

    // Nothing when it failed.
    std::optional<QSqlQuery> query(const QString &statement, const QVariantList &values = {});
    bool run(const QString &statement, const QVariantList &values = {}) { return query(statement, values).has_value(); }
    QVariant value(const QString &statement); // of the first column of the first row
    // All or nothing: what `work` did is undone when it returns false or cannot be written.
    bool change(const std::function<bool()> &work);
    bool isDamaged() const { return m_isDamaged; } // a statement found so; open() mends it

private:
    bool connectTo(const QString &name, const QString &options);
    bool connectReadOnly();
    bool isSound();
    bool prepare();
    bool migrate(int version);
    bool moveAside();
    void fail(const QString &reason, int code = 0);

    const QString m_path;
    const Schema m_schema;
    const Damaged m_damaged;
    const QString m_connection; // Qt's name of it
    quint64 m_inode = 0;
    bool m_isOpen = false;
    bool m_isReadOnly = false;
    bool m_isOfLaterVersion = false;
    bool m_isDamaged = false;
    QString m_problem;
    QString m_setAside;
};
