// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "service/plan/statement.h"

// Rows in RowBinary, and what they cost.
struct EngineRows
{
    std::shared_ptr<const void> owner; // of the bytes: they are read where the engine left them
    std::string_view bytes;
    std::uint64_t rowsRead = 0;
};

// Who asks. What callers ask at once is taken in turns.
struct Caller
{
    std::string name; // never shown or logged: it may be made from a credential
    // Asked from time to time, from another thread: true once nobody waits for the answer any more.
    std::function<bool()> isGone = [] { return false; };
    // What was read for it, told once a statement has ended.
    std::function<void(std::uint64_t)> readRows = [](std::uint64_t) {};
};

class QueryCancelled : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

// Over the bound of memory or time of one query.
class QueryTooLarge : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

// Runs statements. Safe to call from many threads; what is over the engine's capacity waits its turn.
// Throws QueryCancelled, QueryTooLarge, or std::runtime_error with the engine's words (for the log, not for users).
class QueryEngine
{
public:
    virtual ~QueryEngine() = default;
    virtual EngineRows execute(const Statement &statement, const Caller &caller) = 0;
    virtual std::string name() const = 0; // name and version
};
