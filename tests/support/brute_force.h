// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <insights/v1/insights.pb.h>

#include "query/calendar.h"

// One event as it stands after import: every value in its text form.
struct Event
{
    std::string name;
    std::string user;
    std::int64_t time = 0; // milliseconds since the epoch
    std::map<std::string, std::string> properties;
};
using Events = std::vector<Event>;

// The answer by the book: plain loops over the events, for questions that check() lets pass. Points, no columns. It is
// there to disagree with the service, so it shares no line with it. No median_time_to_convert.
insights::v1::QueryResponse bruteForce(const insights::v1::QuerySpec &spec, const Events &events,
                                       const std::string &zone, WeekStart weekStart, std::int64_t now);
