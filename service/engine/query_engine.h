// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
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

// Its server cannot be asked: not reached, not trusted, too busy, or it refuses us. The words are for the log.
class EngineUnavailable : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

struct EngineBounds
{
    int atWork = 4; // queries at a time; the rest wait, and the callers among them take turns
    std::chrono::seconds time{60};
    std::uint64_t memoryBytes = 0; // 0: as the engine thinks fit
};

// Runs statements. Safe to call from many threads; what is over the engine's capacity waits its turn.
// Throws QueryCancelled, QueryTooLarge, EngineUnavailable, or std::runtime_error with the engine's words (for the log, not for users).
class QueryEngine
{
public:
    virtual ~QueryEngine() = default;
    virtual EngineRows execute(const Statement &statement, const Caller &caller) = 0;
    virtual std::string name() const = 0; // name and version
};
