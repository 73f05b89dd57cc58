// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/v1/catalog.pb.h>

#include "query/question.h"
#include "tests/support/questions.h"

#include <optional>
#include <string>

// A place of an answer; what is not given is left out.
struct PlaceOfUsers
{
    std::string time; // of a bucket or a cohort
    int number = 0; // event, step or period
    bool dropped = false;
    std::optional<std::string> group;
    bool isOthers = false;
};

inline catalog::v1::ListUsersRequest requestOf(const insights::v1::QuerySpec &spec, const PlaceOfUsers &place)
{
    using namespace insights::v1;
    catalog::v1::ListUsersRequest request;
    *request.mutable_query() = spec;
    const auto setGroup = [&](auto &point) {
        if (place.group)
            point.set_breakdown(*place.group);
        point.set_is_others(place.isOthers);
    };
    if (spec.visualization() == VISUALIZATION_FUNNEL) {
        request.mutable_funnel()->set_step(place.number);
        request.mutable_funnel()->set_dropped(place.dropped);
        setGroup(*request.mutable_funnel());
    } else if (spec.visualization() == VISUALIZATION_RETENTION) {
        *request.mutable_retention()->mutable_cohort_date() = timestamp(at(place.time));
        if (place.number >= 0)
            request.mutable_retention()->set_period(place.number);
        setGroup(*request.mutable_retention());
    } else {
        request.mutable_series()->set_event_index(place.number);
        if (!place.time.empty())
            *request.mutable_series()->mutable_timestamp() = timestamp(at(place.time));
        setGroup(*request.mutable_series());
    }
    return request;
}
