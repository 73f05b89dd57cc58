// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/question.h"

#include <charconv>
#include <cmath>

using namespace insights::v1;

Aggregation aggregationOf(const QuerySpec &spec)
{
    return spec.aggregation() == AGGREGATION_UNSPECIFIED ? AGGREGATION_COUNT : spec.aggregation();
}

Visualization visualizationOf(const QuerySpec &spec)
{
    return spec.visualization() == VISUALIZATION_UNSPECIFIED ? VISUALIZATION_LINE : spec.visualization();
}

int breakdownLimitOf(const QuerySpec &spec)
{
    return spec.breakdown_limit() == 0 ? defaultBreakdownLimit : spec.breakdown_limit();
}

bool isTrend(const QuerySpec &spec)
{
    const Visualization visualization = visualizationOf(spec);
    return visualization == VISUALIZATION_LINE || visualization == VISUALIZATION_AREA
        || visualization == VISUALIZATION_BAR;
}

bool hasEvents(const QuerySpec &spec)
{
    if (visualizationOf(spec) == VISUALIZATION_RETENTION)
        return spec.has_starting_event() || spec.has_return_event();
    return !spec.events().empty();
}

bool needsNumber(Operator op)
{
    return op == OPERATOR_LT || op == OPERATOR_LTE || op == OPERATOR_GT || op == OPERATOR_GTE;
}

bool needsRange(Operator op)
{
    return op == OPERATOR_BETWEEN || op == OPERATOR_NOT_BETWEEN;
}

bool needsList(Operator op)
{
    return op == OPERATOR_IN || op == OPERATOR_NOT_IN;
}

bool needsNoValue(Operator op)
{
    return op == OPERATOR_IS_SET || op == OPERATOR_IS_NOT_SET;
}

std::optional<double> numberIn(std::string_view text)
{
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool isNumber(std::string_view text)
{
    return numberIn(text).has_value();
}
