// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/plan/warnings.h"

#include <algorithm>

#include "query/data_end.h"
#include "query/overlapping_steps.h"
#include "query/question.h"

using namespace insights::v1;

namespace {

std::string listed(const std::vector<int> &steps)
{
    std::string text;
    for (std::size_t i = 0; i < steps.size(); ++i)
        text += (i == 0 ? "" : i + 1 == steps.size() ? " and " : ", ") + std::to_string(steps[i] + 1);
    return text;
}

} // namespace

std::vector<std::string> warningsOf(const QuerySpec &spec, const ResultInfo &info, const ProjectTable &table,
                                    const Calendar &calendar, std::int64_t now)
{
    std::vector<std::string> warnings;
    if (visualizationOf(spec) == VISUALIZATION_FUNNEL)
        for (const auto &steps : overlappingSteps(spec))
            warnings.push_back("Steps " + listed(steps) + " can be one event (" + spec.events(steps.front()).name()
                               + "); each needs an event of its own.");
    if (info.truncated()) {
        const std::string limit = std::to_string(breakdownLimitOf(spec));
        warnings.push_back("Cut to the top " + limit + " of " + std::to_string(info.groups_total()) + " values of "
                           + spec.breakdown().property() + (spec.events_size() > 1 ? ", for each event" : "")
                           + "; the rest is $others.");
    }
    const std::int64_t last = std::min(milliseconds(spec.time_range().end()), now) - 1;
    if (table.lastEvent && *table.lastEvent < calendar.bucketStart(last, GRANULARITY_DAY))
        warnings.push_back(dataEndWarning(*table.lastEvent, calendar));
    return warnings;
}
