// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/data_end.h"

namespace {

constexpr std::string_view before = "The data ends at ";
constexpr std::string_view after = ", before the range does.";

} // namespace

std::string dataEndWarning(std::int64_t lastEvent, const Calendar &calendar)
{
    return std::string(before) + calendar.localIsoTime(lastEvent - lastEvent % 1000) + std::string(after);
}

std::optional<std::int64_t> dataEndOf(std::string_view warning)
{
    if (!warning.starts_with(before) || !warning.ends_with(after))
        return std::nullopt;
    warning.remove_prefix(before.size());
    warning.remove_suffix(after.size());
    return Calendar::of("UTC", WeekStart::Sunday).value().parseTime(warning);
}
