// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/check.h"
#include "tests/support/brute_force.h"
#include "tests/support/brute_force_calendar.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace brute {

// The parts of brute force that every kind of question needs.

using EventRefs = std::vector<const Event *>;

// Named so, and let through by the filters of the selector and of the whole question; inside the range.
bool matches(const insights::v1::QuerySpec &spec, const insights::v1::EventSelector &selector, const Event &event);
// Missing is "".
std::string valueOf(const Event &event, const std::string &property);
std::optional<double> numberOf(const std::string &text);
// Whether the id of its user stands for a person.
bool hasUser(const insights::v1::QuerySpec &spec, const Event &event);
// The events of every person that match any of the selectors, in the order of time.
std::map<std::string, EventRefs> eventsOfUsers(const insights::v1::QuerySpec &spec, const Events &events,
                                               const std::vector<insights::v1::EventSelector> &selectors);
// The breakdown value at the earliest of the events (by time); of several at one instant the smallest.
std::string firstTouch(const insights::v1::QuerySpec &spec, const EventRefs &events);

void answerTrends(const insights::v1::QuerySpec &spec, const Events &events, const std::vector<Bucket> &buckets,
                  insights::v1::QueryResponse &answer);
void answerRows(const insights::v1::QuerySpec &spec, const Events &events, insights::v1::QueryResponse &answer);
void answerFunnel(const insights::v1::QuerySpec &spec, const Events &events, insights::v1::QueryResponse &answer);
void answerRetention(const insights::v1::QuerySpec &spec, const Events &events, const std::vector<Bucket> &buckets,
                     std::int64_t now, insights::v1::QueryResponse &answer);

// What is counted together: all without a breakdown, else one value, or the rest.
template <typename Member>
struct Group
{
    std::optional<std::string> breakdown;
    bool isOthers = false;
    std::vector<Member> members;
};

template <typename Member>
using GroupRank = std::function<double(const std::vector<Member> &)>;

// The groups to show, the highest first, ties by value ascending; past the limit all in one. Says into `info` what was
// cut, and warns when rounding alone decides between two ranks.
template <typename Member>
std::vector<Group<Member>> topGroups(const insights::v1::QuerySpec &spec,
                                     const std::map<std::string, std::vector<Member>> &byValue,
                                     const GroupRank<Member> &rank, insights::v1::ResultInfo &info)
{
    std::vector<std::pair<double, Group<Member>>> ranked;
    for (const auto &[value, members] : byValue)
        ranked.push_back({rank(members), {value, false, members}});
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first > b.first; });

    std::vector<Group<Member>> groups;
    const auto limit = static_cast<std::size_t>(breakdownLimitOf(spec));
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        if (i > 0 && ranked[i - 1].first != ranked[i].first
            && ranked[i - 1].first - ranked[i].first <= 1e-9 * std::abs(ranked[i].first))
            info.add_warnings("rounding decides the ranks");
        if (i < limit)
            groups.push_back(ranked[i].second);
        else if (i == limit)
            groups.push_back({"$others", true, ranked[i].second.members});
        else
            groups.back().members.insert(groups.back().members.end(), ranked[i].second.members.begin(),
                                         ranked[i].second.members.end());
    }
    info.set_groups_total(info.groups_total() + ranked.size());
    info.set_truncated(info.truncated() || ranked.size() > limit);
    return groups;
}

template <typename Message, typename Member>
void setBreakdown(Message &message, const Group<Member> &group)
{
    if (group.breakdown)
        message.set_breakdown(*group.breakdown);
    message.set_is_others(group.isOthers);
}

} // namespace brute
