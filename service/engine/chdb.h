// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "service/engine/engine_error.h"
#include "service/plan/statement.h"

struct EngineResult
{
    std::shared_ptr<const void> owner; // of the bytes
    std::string_view bytes; // in the format asked for
    std::uint64_t rowsRead = 0; // from storage
};

struct ChdbLibrary; // the functions of libchdb

// One connection to the embedded engine. Queries of one connection run one after the other; use one per thread.
// All throw EngineError.
class ChdbConnection
{
public:
    ~ChdbConnection();
    ChdbConnection(ChdbConnection &&) noexcept;

    // `format` is a ClickHouse format: "RowBinary", "TabSeparated", "Native", ...
    EngineResult query(const Statement &statement, const std::string &format);
    // For SQL of our own that yields nothing of interest: DDL, SET.
    void command(const std::string &sql);
    void command(const Statement &statement);
    // First row, first column, as text.
    std::string scalar(const std::string &sql);

    // Rows of a SELECT in chunks of some hundred kB; `take` answers false to stop early.
    void stream(const std::string &sql, const std::string &format, const std::function<bool(std::string_view)> &take);

    // `sql` is "INSERT INTO table (columns)"; `data` is one piece in `format`.
    void insert(const std::string &sql, const std::string &format, std::string_view data);

private:
    friend class Chdb;
    struct Handle;
    explicit ChdbConnection(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> m_handle;
};

// The library, loaded once per process with dlopen, and the one store a process can have open.
class Chdb
{
public:
    ~Chdb();

    // Opens or makes the store in `path` (a folder). Throws EngineError with a sentence for the user: library missing,
    // no AVX2, store in use by another process. One store per process.
    static Chdb &open(const std::string &path);

    ChdbConnection connect();
    std::string version() const; // "26.7.3"

private:
    Chdb();
    std::unique_ptr<ChdbLibrary> m_library;
};
