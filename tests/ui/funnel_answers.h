// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/funnel_content.h"

#include <cmath>

// Made-up funnels for tests of charts.

inline insights::v1::QuerySpec funnelSpec(int steps, bool hasBreakdown)
{
    insights::v1::QuerySpec spec;
    spec.set_visualization(insights::v1::VISUALIZATION_FUNNEL);
    for (int step = 0; step < steps; ++step)
        spec.add_events()->set_name("step" + std::to_string(step + 1));
    spec.mutable_conversion_window()->set_seconds(604'800);
    if (hasBreakdown)
        spec.mutable_breakdown()->set_property("plan");
    return spec;
}

// Adds the steps of a group; the median to each is 252 s, `running` of the last step's drop-off may still convert.
inline void addGroup(insights::v1::FunnelResult &funnel, const std::vector<double> &counts,
                     const std::optional<std::string> &group = {}, double running = 0)
{
    for (std::size_t step = 0; step < counts.size(); ++step) {
        insights::v1::FunnelStep &added = *funnel.add_steps();
        added.set_event("step" + std::to_string(step + 1));
        added.set_count(counts[step]);
        if (group) {
            added.set_breakdown(*group);
            added.set_is_others(*group == "$others");
        }
        if (step > 0)
            added.mutable_median_time_to_convert()->set_seconds(252);
        if (step + 1 == counts.size())
            added.set_still_converting(running);
    }
}

// The picture's four plans, over three steps.
inline FunnelContent plans()
{
    insights::v1::FunnelResult funnel;
    addGroup(funnel, {14'210, 8'342, 702}, "free", 400);
    addGroup(funnel, {5'120, 3'578, 911}, "starter", 180);
    addGroup(funnel, {3'604, 2'732, 1'048}, "team", 112);
    addGroup(funnel, {1'246, 1'031, 486}, "enterprise", 40);
    return funnelContent(funnel, funnelSpec(3, true), QStringLiteral("step1 then step2 then step3, by plan"));
}

// Groups "g0", "g1", ... of falling size, and the rest.
inline FunnelContent manyGroups(int groups, int steps)
{
    insights::v1::FunnelResult funnel;
    for (int group = 0; group <= groups; ++group) {
        std::vector<double> counts;
        for (int step = 0; step < steps; ++step)
            counts.push_back(std::floor((10'000.0 - 20 * group) * std::pow(0.8 - 0.003 * group, step)));
        addGroup(funnel, counts, group == groups ? "$others" : "g" + std::to_string(group));
    }
    return funnelContent(funnel, funnelSpec(steps, true), QStringLiteral("many"));
}
