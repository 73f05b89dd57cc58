// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/asked_names.h"

#include "session/keeping/history.h"

#include <algorithm>
#include <map>

using insights::v1::EventSelector;
using insights::v1::QuerySpec;

namespace {

using Uses = std::map<std::string, int>;

void use(Uses &uses, const std::string &name)
{
    if (!name.empty())
        ++uses[name];
}

std::vector<std::string> byUse(const Uses &uses)
{
    std::vector<std::string> names;
    for (const auto &[name, count] : uses)
        names.push_back(name);
    std::ranges::stable_sort(names, std::greater(), [&](const std::string &name) { return uses.at(name); });
    return names;
}

} // namespace

AskedNames askedNames(const History &history, const std::string &project)
{
    Uses events;
    Uses properties;
    const auto useFilters = [&](const auto &filters) {
        for (const auto &filter : filters)
            use(properties, filter.property());
    };
    const auto useEvent = [&](const EventSelector &event) {
        use(events, event.name());
        useFilters(event.filters());
    };
    for (const HistoryEntry *entry : history.entries()) {
        if (entry->project != project)
            continue;
        const QuerySpec &spec = entry->question.query();
        for (const EventSelector &event : spec.events())
            useEvent(event);
        useEvent(spec.starting_event());
        useEvent(spec.return_event());
        useFilters(spec.filters());
        use(properties, spec.breakdown().property());
        use(properties, spec.aggregation_property());
    }
    return {byUse(events), byUse(properties)};
}
