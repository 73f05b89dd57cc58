// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

inline constexpr char othersGroup[] = "$others";

// The groups of a breakdown in which each user is in one group only, so that the rest is the sum of its parts.
template <class Tally>
struct RankedGroup
{
    std::string name; // "$others" for the rest
    bool isOthers = false;
    Tally tally;
};

// The `limit` largest groups by `size` of their tallies, ties by name ascending; what is left goes into one more group
// by `add(Tally &rest, Tally &&part)`.
template <class Tally, class Size, class Add>
std::vector<RankedGroup<Tally>> rankedGroups(std::map<std::string, Tally> &&groups, int limit, Size size, Add add)
{
    std::vector<RankedGroup<Tally>> ranked;
    for (auto &[name, tally] : groups)
        ranked.push_back({name, false, std::move(tally)});
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](const auto &a, const auto &b) { return size(a.tally) > size(b.tally); });
    if (ranked.size() <= static_cast<std::size_t>(limit))
        return ranked;
    RankedGroup<Tally> rest{othersGroup, true, std::move(ranked[limit].tally)};
    for (std::size_t i = limit + 1; i < ranked.size(); ++i)
        add(rest.tally, std::move(ranked[i].tally));
    ranked.resize(limit);
    ranked.push_back(std::move(rest));
    return ranked;
}
