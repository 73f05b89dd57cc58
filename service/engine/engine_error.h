// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

// What the engine said: its first "Code: N" and the last "(NAME)", without the stack around them.
class EngineError : public std::runtime_error
{
public:
    EngineError(int code, const std::string &message)
        : std::runtime_error(message)
        , m_code(code)
    {
    }

    int code() const { return m_code; } // ClickHouse's: 394 cancelled, 159 timeout, 241 memory, ...; 0 unknown

private:
    int m_code;
};

// "Code: 62. DB::Exception: ... (SYNTAX_ERROR)", possibly nested: the first code says what happened.
EngineError engineErrorOf(const std::string &text);

// As the callers of a QueryEngine know it: QueryCancelled, QueryTooLarge, or the error itself.
[[noreturn]] void throwFailure(const EngineError &error);
