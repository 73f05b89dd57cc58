// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/engine/chdb.h"
#include "service/engine/query_engine.h"

#include <QTemporaryDir>

// The engine in a folder of its own (it takes one a process), and what its tests ask of it.
class EngineFixture
{
public:
    Chdb &chdb() { return m_chdb; }
    std::string folder() const { return m_folder.path().toStdString(); }

    // How many queries that are like `pattern` are at work.
    int atWork(const std::string &pattern)
    {
        return std::stoi(m_connection.scalar("SELECT count() FROM system.processes WHERE query LIKE '" + pattern
                                             + "' AND query NOT LIKE '%processes%'"));
    }

private:
    QTemporaryDir m_folder;
    Chdb &m_chdb = Chdb::open(folder());
    ChdbConnection m_connection = m_chdb.connect();
};

inline const Caller never;

inline Statement sql(const std::string &text)
{
    Statement statement;
    statement.sql = text;
    return statement;
}

// Runs for minutes unless it is stopped.
inline const std::string slow = "SELECT uniqExact(number % 1000000007) FROM numbers(100000000000)";
inline constexpr char likeSlow[] = "%1000000007%";

// Sleeps for tenths of a second.
inline Statement napOf(int tenths)
{
    return sql("SELECT sum(sleepEachRow(0.1)) FROM numbers(" + std::to_string(tenths) + ")");
}
inline constexpr char likeNaps[] = "%sleepEachRow%";
