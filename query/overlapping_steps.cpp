// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/overlapping_steps.h"

#include <algorithm>
#include <map>
#include <set>

using namespace insights::v1;

namespace {

// The only values a filter lets through, by EQUALS and IN; nothing for other operators.
std::set<std::string> onlyValues(const PropertyFilter &filter)
{
    if (filter.operator_() == OPERATOR_EQUALS)
        return {filter.value()};
    if (filter.operator_() == OPERATOR_IN)
        return {filter.values().begin(), filter.values().end()};
    return {};
}

bool exclude(const PropertyFilter &a, const PropertyFilter &b)
{
    if (a.property() != b.property())
        return false;
    const auto valuesA = onlyValues(a);
    const auto valuesB = onlyValues(b);
    if (valuesA.empty() || valuesB.empty())
        return false;
    return std::none_of(valuesA.begin(), valuesA.end(), [&](const auto &value) { return valuesB.contains(value); });
}

bool overlap(const EventSelector &a, const EventSelector &b)
{
    return a.name() == b.name() && std::none_of(a.filters().begin(), a.filters().end(), [&](const auto &filterA) {
               return std::any_of(b.filters().begin(), b.filters().end(),
                                  [&](const auto &filterB) { return exclude(filterA, filterB); });
           });
}

} // namespace

std::vector<std::vector<int>> overlappingSteps(const QuerySpec &spec)
{
    std::map<std::string, std::set<int>> byName;
    for (int i = 0; i < spec.events_size(); ++i)
        for (int k = i + 1; k < spec.events_size(); ++k)
            if (overlap(spec.events(i), spec.events(k)))
                byName[spec.events(i).name()].insert({i, k});
    std::vector<std::vector<int>> found;
    for (const auto &[name, steps] : byName)
        found.emplace_back(steps.begin(), steps.end());
    std::sort(found.begin(), found.end());
    return found;
}
