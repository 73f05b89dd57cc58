// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/check.h"

#include "query/calendar.h"
#include "query/shortened.h"

using namespace insights::v1;

namespace {

// What google.protobuf.Timestamp and Duration may hold.
constexpr std::int64_t firstSecond = -62'135'596'800; // 0001-01-01T00:00:00Z
constexpr std::int64_t lastSecond = 253'402'300'799; // 9999-12-31T23:59:59Z
constexpr std::int64_t longestWindow = 315'576'000'000; // seconds

bool isTime(const google::protobuf::Timestamp &time)
{
    return time.seconds() >= firstSecond && time.seconds() <= lastSecond && time.nanos() >= 0
        && time.nanos() < 1'000'000'000;
}

class Checker
{
public:
    explicit Checker(const QuerySpec &spec)
        : m_spec(spec)
    {
    }

    Violations run()
    {
        const Visualization visualization = visualizationOf(m_spec);
        if (!Visualization_IsValid(m_spec.visualization()))
            say("query.visualization", "is not known: use one of the VISUALIZATION_ names");
        visualization == VISUALIZATION_RETENTION ? checkRetentionEvents() : checkEvents();
        checkTimeRange();
        checkGranularity(visualization);
        checkMeasure(visualization);
        checkBreakdown();
        checkFilters("query.filters", m_spec.filters());
        checkConversionWindow(visualization);
        return std::move(m_violations);
    }

private:
    void say(std::string field, std::string description)
    {
        m_violations.push_back({std::move(field), std::move(description)});
    }

    void checkEvents()
    {
        if (m_spec.events().empty())
            say("query.events", "is required: name at least one event");
        if (visualizationOf(m_spec) == VISUALIZATION_FUNNEL && m_spec.events_size() > maximumFunnelSteps)
            say("query.events", "a funnel has at most 20 steps, got " + std::to_string(m_spec.events_size()));
        for (int i = 0; i < m_spec.events_size(); ++i)
            checkEvent("query.events[" + std::to_string(i) + "]", m_spec.events(i));
    }

    void checkRetentionEvents()
    {
        if (!m_spec.has_starting_event())
            say("query.startingEvent", "is required: name the event that starts a user's cohort");
        else
            checkEvent("query.startingEvent", m_spec.starting_event());
        if (m_spec.has_return_event())
            checkEvent("query.returnEvent", m_spec.return_event());
    }

    void checkEvent(const std::string &path, const EventSelector &event)
    {
        if (event.name().empty())
            say(path + ".name", "is required: the name of an event");
        checkFilters(path + ".filters", event.filters());
    }

    void checkTimeRange()
    {
        const TimeRange &range = m_spec.time_range();
        if (!m_spec.has_time_range()) {
            say("query.timeRange", "is required: start and end, as in 2026-05-01T00:00:00Z");
            return;
        }
        const bool hasStart = checkTime("query.timeRange.start", range.has_start(), range.start());
        const bool hasEnd = checkTime("query.timeRange.end", range.has_end(), range.end());
        if (hasStart && hasEnd && milliseconds(range.start()) >= milliseconds(range.end()))
            say("query.timeRange", "start must be before end: end is exclusive");
    }

    bool checkTime(const std::string &path, bool isGiven, const google::protobuf::Timestamp &time)
    {
        if (!isGiven)
            say(path, "is required, as in 2026-05-01T00:00:00Z");
        else if (!isTime(time))
            say(path, "must be in the years 1 to 9999 with 0 to 999999999 nanos, as in 2026-05-01T00:00:00Z");
        return isGiven && isTime(time);
    }

    void checkGranularity(Visualization visualization)
    {
        if (!Granularity_IsValid(m_spec.granularity()))
            say("query.granularity", "is not known: use GRANULARITY_HOUR, GRANULARITY_DAY or GRANULARITY_WEEK");
        else if (m_spec.granularity() == GRANULARITY_UNSPECIFIED
                 && (isTrend(m_spec) || visualization == VISUALIZATION_RETENTION))
            say("query.granularity", "is required: GRANULARITY_HOUR, GRANULARITY_DAY or GRANULARITY_WEEK");
    }

    void checkMeasure(Visualization visualization)
    {
        const Aggregation aggregation = aggregationOf(m_spec);
        if (!Aggregation_IsValid(m_spec.aggregation())) {
            say("query.aggregation", "is not known: use one of the AGGREGATION_ names");
            return;
        }
        const bool needsProperty = aggregation == AGGREGATION_SUM || aggregation == AGGREGATION_AVERAGE;
        const bool countsUsers = visualization == VISUALIZATION_FUNNEL || visualization == VISUALIZATION_RETENTION;
        if (needsProperty && countsUsers)
            say("query.aggregation",
                Aggregation_Name(aggregation) + " has no meaning here: funnels and retention count users");
        else if (needsProperty && m_spec.aggregation_property().empty())
            say("query.aggregationProperty",
                "is required: " + Aggregation_Name(aggregation) + " needs a property to read numbers from");
    }

    void checkBreakdown()
    {
        const bool hasBreakdown = m_spec.has_breakdown();
        if (hasBreakdown && m_spec.breakdown().property().empty())
            say("query.breakdown.property", "is required: name a property, or leave breakdown out");
        const int limit = m_spec.breakdown_limit();
        if (limit < 0 || limit > maximumBreakdownLimit)
            say("query.breakdownLimit", "must be 1 to 100 (0 means 10), got " + std::to_string(limit));
        else if (limit != 0 && !hasBreakdown)
            say("query.breakdownLimit", "has no meaning without query.breakdown: leave it out, or add a breakdown");
    }

    void checkConversionWindow(Visualization visualization)
    {
        if (!m_spec.has_conversion_window())
            return;
        const auto &window = m_spec.conversion_window();
        if (visualization != VISUALIZATION_FUNNEL)
            say("query.conversionWindow", "belongs to funnels only: leave it out, or use VISUALIZATION_FUNNEL");
        else if (window.nanos() != 0)
            say("query.conversionWindow", "must be whole seconds, as in 604800s");
        else if (window.seconds() < 1 || window.seconds() > longestWindow)
            say("query.conversionWindow",
                "must be 1s to " + std::to_string(longestWindow) + "s, got " + std::to_string(window.seconds()) + "s");
    }

    void checkFilters(const std::string &path, const google::protobuf::RepeatedPtrField<PropertyFilter> &filters)
    {
        for (int i = 0; i < filters.size(); ++i)
            checkFilter(path + "[" + std::to_string(i) + "]", filters[i]);
    }

    void checkFilter(const std::string &path, const PropertyFilter &filter)
    {
        if (filter.property().empty())
            say(path + ".property", "is required: the name of a property");
        const Operator op = filter.operator_();
        if (op == OPERATOR_UNSPECIFIED || !Operator_IsValid(op)) {
            say(path + ".operator", "is required: one of the OPERATOR_ names, as in OPERATOR_EQUALS");
            return;
        }
        const std::string name = Operator_Name(op);
        const bool wantsValues = needsList(op) || needsRange(op);
        if (needsNoValue(op)) {
            if (!filter.value().empty())
                say(path + ".value", name + " takes no value: leave it out");
            if (!filter.values().empty())
                say(path + ".values", name + " takes no values: leave them out");
        } else if (wantsValues) {
            if (!filter.value().empty())
                say(path + ".value", name + " takes values, not value: put it into values");
            checkValues(path, filter);
        } else {
            if (!filter.values().empty())
                say(path + ".values", name + " takes one value, not values: use value");
            else if (filter.value().empty())
                say(path + ".value", "is required for " + name + " (OPERATOR_IS_NOT_SET finds what is missing)");
            else if (needsNumber(op) && !isNumber(filter.value()))
                say(path + ".value", name + " needs a number, got \"" + shortened(filter.value()) + "\"");
        }
    }

    void checkValues(const std::string &path, const PropertyFilter &filter)
    {
        const std::string name = Operator_Name(filter.operator_());
        if (needsList(filter.operator_())) {
            if (filter.values().empty())
                say(path + ".values", name + " needs at least one value");
            return;
        }
        if (filter.values_size() != 2) {
            say(path + ".values",
                name + " needs two numbers, lower and upper, got " + std::to_string(filter.values_size()));
            return;
        }
        for (int i = 0; i < 2; ++i)
            if (!isNumber(filter.values(i)))
                say(path + ".values[" + std::to_string(i) + "]",
                    name + " needs a number, got \"" + shortened(filter.values(i)) + "\"");
        const auto lower = numberIn(filter.values(0));
        const auto upper = numberIn(filter.values(1));
        if (lower && upper && *lower > *upper)
            say(path + ".values", name + " needs the lower number first");
    }

    const QuerySpec &m_spec;
    Violations m_violations;
};

} // namespace

Violations check(const QuerySpec &spec)
{
    return Checker(spec).run();
}
