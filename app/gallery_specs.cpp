// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery_specs.h"

#include "app/gallery_client.h"
#include "query/calendar.h"

using namespace insights::v1;

QuerySpec trend(const std::vector<std::string> &events)
{
    QuerySpec spec;
    for (const std::string &event : events)
        spec.add_events()->set_name(event);
    *spec.mutable_time_range()->mutable_start() = timestamp(GalleryClient::firstDay);
    *spec.mutable_time_range()->mutable_end()
        = timestamp(GalleryClient::firstDay + GalleryClient::days * GalleryClient::dayMs);
    spec.set_granularity(GRANULARITY_DAY);
    spec.set_aggregation(AGGREGATION_UNIQUE_USERS);
    return spec;
}

QuerySpec brokenDown(int limit)
{
    QuerySpec spec = trend({"page_view"});
    spec.mutable_breakdown()->set_property("$geo.country");
    spec.set_breakdown_limit(limit);
    return spec;
}

QuerySpec drawnAs(QuerySpec spec, Visualization visualization)
{
    spec.set_visualization(visualization);
    return spec;
}

QuerySpec funnel(bool byPlan)
{
    QuerySpec spec = drawnAs(trend({"signup_started", "signup_completed", "purchase"}), VISUALIZATION_FUNNEL);
    spec.clear_granularity();
    spec.mutable_conversion_window()->set_seconds(604'800);
    if (byPlan) {
        spec.mutable_breakdown()->set_property("plan");
        spec.set_breakdown_limit(4);
    }
    return spec;
}

QuerySpec retention()
{
    QuerySpec spec = drawnAs(trend({}), VISUALIZATION_RETENTION);
    spec.mutable_starting_event()->set_name("signup_completed");
    spec.mutable_return_event()->set_name("page_view");
    return spec;
}

QuerySpec filtered()
{
    QuerySpec spec = trend({"page_view", "a_very_long_name_of_an_event_that_somebody_thought_good"});
    PropertyFilter &own = *spec.mutable_events(0)->add_filters();
    own.set_property("$browser");
    own.set_operator_(OPERATOR_IS_SET);
    PropertyFilter &all = *spec.add_filters();
    all.set_property("plan");
    all.set_operator_(OPERATOR_IN);
    all.add_values("pro");
    all.add_values("team");
    return spec;
}
