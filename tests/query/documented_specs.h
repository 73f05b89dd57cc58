// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The query specs that the API document shows, as it shows them; the first call of its client code as JSON.
namespace documented {

inline constexpr const char *structure
    = R"({ "query": { "events": [ { "name": "page_view" } ], "timeRange": { "start": "2026-05-01T00:00:00Z", "end": "2026-06-01T00:00:00Z" }, "granularity": "GRANULARITY_DAY", "aggregation": "AGGREGATION_UNIQUE_USERS", "breakdown": { "property": "$geo.country" }, "filters": [ { "property": "plan", "operator": "OPERATOR_EQUALS", "value": "pro" } ] } })";

inline constexpr const char *dailyActiveUsers
    = R"({ "query": { "events": [{ "name": "page_view" }], "timeRange": { "start": "2026-05-01T00:00:00.000Z", "end": "2026-06-01T00:00:00.000Z" }, "granularity": "GRANULARITY_DAY", "aggregation": "AGGREGATION_UNIQUE_USERS" } })";

inline constexpr const char *revenueByCountry
    = R"({ "query": { "events": [{ "name": "purchase" }], "timeRange": { "start": "2026-05-01T00:00:00Z", "end": "2026-06-01T00:00:00Z" }, "granularity": "GRANULARITY_DAY", "aggregation": "AGGREGATION_SUM", "aggregationProperty": "revenue", "breakdown": { "property": "$geo.country" } } })";

inline constexpr const char *signupFunnel
    = R"({ "query": { "events": [ { "name": "signup_started" }, { "name": "signup_completed" }, { "name": "purchase" } ], "timeRange": { "start": "2026-05-01T00:00:00Z", "end": "2026-06-01T00:00:00Z" }, "visualization": "VISUALIZATION_FUNNEL", "conversionWindow": "604800s" } })";

inline constexpr const char *retention
    = R"({ "query": { "visualization": "VISUALIZATION_RETENTION", "startingEvent": { "name": "signup_completed" }, "returnEvent": { "name": "page_view" }, "timeRange": { "start": "2026-01-01T00:00:00Z", "end": "2026-06-01T00:00:00Z" }, "granularity": "GRANULARITY_WEEK" } })";

} // namespace documented
