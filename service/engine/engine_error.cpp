// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/engine/engine_error.h"

#include <charconv>

#include "service/engine/query_engine.h"

EngineError engineErrorOf(const std::string &text)
{
    constexpr std::string_view label = "Code: ";
    int code = 0;
    if (const std::size_t place = text.find(label); place != std::string::npos)
        std::from_chars(text.data() + place + label.size(), text.data() + text.size(), code);
    return EngineError(code, text);
}

void throwFailure(const EngineError &error)
{
    switch (error.code()) {
    case 394: // QUERY_WAS_CANCELLED
        throw QueryCancelled("the question was cancelled");
    case 159: // TIMEOUT_EXCEEDED
    case 160: // TOO_SLOW
        throw QueryTooLarge("it took longer than one question may");
    case 158: // TOO_MANY_ROWS
    case 241: // MEMORY_LIMIT_EXCEEDED
    case 307: // TOO_MANY_BYTES
        throw QueryTooLarge("it needs more memory than one question may take");
    case 396: // TOO_MANY_ROWS_OR_BYTES, of a result
        throw QueryTooLarge("its answer is larger than one may be");
    default: throw error;
    }
}
