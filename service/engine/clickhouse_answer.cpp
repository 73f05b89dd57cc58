// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/engine/clickhouse_answer.h"

#include <algorithm>
#include <charconv>

namespace {

constexpr std::string_view frame = "__exception__\r\n";
constexpr std::size_t longestException = 64 * 1024; // bytes; ClickHouse's own bound is 16 kB
constexpr std::size_t longestWords = 2'000;

std::string_view header(const HttpAnswer &answer, const std::string &name)
{
    const auto found = answer.headers.find(name);
    return found == answer.headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view tailOf(const std::string &body)
{
    return std::string_view(body).substr(body.size() - std::min(body.size(), longestException));
}

std::string_view withoutLineEnd(std::string_view text)
{
    return text.substr(0, text.find_last_not_of("\r\n") + 1);
}

template <class Number>
Number numberOf(std::string_view text)
{
    Number number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

EngineError errorOf(std::string_view text)
{
    return engineErrorOf(std::string(withoutLineEnd(text.substr(0, longestWords))));
}

// "__exception__ TAG MESSAGE LENGTH TAG __exception__", a line each; without tags before 25.11. A tag is made up for each
// answer, so that no value of a user can look like a frame.
std::optional<EngineError> framedIn(std::string_view tail, std::string_view tag)
{
    const std::string opening = std::string(frame) + (tag.empty() ? std::string() : std::string(tag) + "\r\n");
    const std::size_t place = tail.find(opening);
    if (place == std::string_view::npos)
        return std::nullopt;
    std::string_view text = tail.substr(place + opening.size());
    if (!tag.empty())
        text = text.substr(0, text.find(std::string(tag) + "\r\n" + std::string(frame)));
    return errorOf(text.substr(0, text.rfind('\n')));
}

std::optional<EngineError> plainIn(std::string_view tail)
{
    const std::size_t place = tail.rfind("Code: ");
    if (place == std::string_view::npos)
        return std::nullopt;
    const std::string_view text = withoutLineEnd(tail.substr(place));
    const bool isException = text.substr(0, 32).find(". DB::Exception: ") != std::string_view::npos
        && text.find(" (version ") != std::string_view::npos && text.ends_with(")");
    return isException ? std::optional(errorOf(text)) : std::nullopt;
}

} // namespace

bool isClickHouse(const HttpAnswer &answer)
{
    return std::any_of(answer.headers.begin(), answer.headers.end(),
                       [](const auto &entry) { return entry.first.starts_with("x-clickhouse-"); });
}

std::optional<EngineError> exceptionIn(const HttpAnswer &answer)
{
    if (const int code = numberOf<int>(header(answer, "x-clickhouse-exception-code")); code != 0)
        return EngineError(code, std::string(withoutLineEnd(std::string_view(answer.body).substr(0, longestWords))));
    if (answer.status != 200)
        return errorOf(answer.body);
    const std::string_view tag = header(answer, "x-clickhouse-exception-tag");
    if (auto framed = framedIn(tailOf(answer.body), tag); framed || !tag.empty())
        return framed;
    return plainIn(tailOf(answer.body));
}

std::uint64_t rowsReadOf(const HttpAnswer &answer)
{
    constexpr std::string_view label = "\"read_rows\":\"";
    const std::string_view summary = header(answer, "x-clickhouse-summary");
    const std::size_t place = summary.find(label);
    return place == std::string_view::npos ? 0 : numberOf<std::uint64_t>(summary.substr(place + label.size()));
}
