// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_questions.h"

#include "query/check.h"

#include <algorithm>

using namespace insights::v1;

namespace {

constexpr std::int64_t day = 24 * 3'600'000;

const std::vector<std::string> bounds{"-3", "-0.5", "0", "0.25", "+5", "5", "5.0", "7", "100", "1e3", "12345678"};
const std::vector<std::string> pieces{"r", "o", "5", ".", " ", "%", "_", "'", "\"", "\\", "к", "DROP", "e", "\n", "0"};

} // namespace

RandomQuestions::RandomQuestions(std::uint64_t seed)
    : m_random(seed)
{
}

int RandomQuestions::between(int least, int most)
{
    return std::uniform_int_distribution<int>(least, most)(m_random);
}

bool RandomQuestions::chance(double probability)
{
    return std::bernoulli_distribution(probability)(m_random);
}

QuerySpec RandomQuestions::question(const RandomWorld &world, Visualization visualization)
{
    QuerySpec spec;
    spec.set_visualization(visualization);
    *spec.mutable_time_range() = range(world);
    const std::int64_t length = milliseconds(spec.time_range().end()) - milliseconds(spec.time_range().start());
    spec.set_granularity(
        static_cast<Granularity>(between(length > 20 * day ? GRANULARITY_DAY : GRANULARITY_HOUR, GRANULARITY_WEEK)));
    spec.set_include_cookieless(chance(0.3));
    if (chance(0.2))
        *spec.add_filters() = filter(world);

    if (visualization == VISUALIZATION_RETENTION) {
        *spec.mutable_starting_event() = selector(world);
        if (chance(0.7))
            *spec.mutable_return_event() = selector(world);
    } else {
        const int most = visualization == VISUALIZATION_FUNNEL ? 6 : 3;
        for (int i = 0, count = between(1, most); i < count; ++i)
            *spec.add_events() = selector(world);
    }
    if (visualization == VISUALIZATION_FUNNEL && chance(0.7))
        spec.mutable_conversion_window()->set_seconds(
            oneOf<int>({1, 60, between(1, 7200), 3600, 86'400, between(1, 30 * 86'400), 7 * 86'400}));
    if (visualization != VISUALIZATION_FUNNEL && visualization != VISUALIZATION_RETENTION)
        addMeasure(world, spec);
    if (chance(0.55))
        addBreakdown(world, spec);
    return spec;
}

TimeRange RandomQuestions::range(const RandomWorld &world)
{
    std::int64_t start = 0;
    std::int64_t end = 0;
    if (chance(0.5)) { // everything that happened
        const auto [first, last] = std::minmax_element(world.moments.begin(), world.moments.end());
        start = *first;
        end = *last + 1;
    } else {
        start = oneOf(world.moments) + between(-1, 1);
        end = oneOf(world.moments) + between(-1, 1);
        if (chance(0.3)) // the day on which the clock changes comes last
            end = world.moments.front() + between(-1, 25 * 3'600'000);
    }
    if (start > end)
        std::swap(start, end);
    TimeRange range;
    *range.mutable_start() = timestamp(start);
    *range.mutable_end() = timestamp(std::max(end, start + 1));
    return range;
}

EventSelector RandomQuestions::selector(const RandomWorld &world)
{
    EventSelector selector;
    selector.set_name(chance(0.04) ? "never happened" : oneOf(world.eventNames));
    for (int i = 0; i < 2; ++i)
        if (chance(0.12))
            *selector.add_filters() = filter(world);
    return selector;
}

std::string RandomQuestions::property(const RandomWorld &world)
{
    return chance(0.05) ? "no such property" : oneOf(world.properties).name;
}

std::string RandomQuestions::text(const RandomWorld &world, const std::string &property)
{
    const auto found = std::find_if(world.properties.begin(), world.properties.end(),
                                    [&](const RandomProperty &candidate) { return candidate.name == property; });
    return chance(0.1) || found == world.properties.end() ? oneOf(pieces) : oneOf(found->values).text;
}

PropertyFilter RandomQuestions::filter(const RandomWorld &world)
{
    PropertyFilter filter;
    filter.set_property(property(world));
    const auto op = static_cast<Operator>(between(OPERATOR_EQUALS, OPERATOR_NOT_BETWEEN));
    filter.set_operator_(op);
    if (needsList(op)) {
        for (int i = 0, count = between(1, 3); i < count; ++i)
            filter.add_values(text(world, filter.property()));
    } else if (needsRange(op)) {
        std::vector<std::string> two{oneOf(bounds), oneOf(bounds)};
        if (std::stod(two[0]) > std::stod(two[1]))
            std::swap(two[0], two[1]);
        filter.mutable_values()->Assign(two.begin(), two.end());
    } else if (needsNumber(op)) {
        filter.set_value(oneOf(bounds));
    } else if (!needsNoValue(op)) {
        filter.set_value(op == OPERATOR_CONTAINS || op == OPERATOR_NOT_CONTAINS ? oneOf(pieces)
                                                                                : text(world, filter.property()));
        if (filter.value().empty())
            filter.set_value("pro");
    }
    return filter;
}

void RandomQuestions::addBreakdown(const RandomWorld &world, QuerySpec &spec)
{
    spec.mutable_breakdown()->set_property(property(world));
    if (chance(0.7))
        spec.set_breakdown_limit(between(1, 4));
}

void RandomQuestions::addMeasure(const RandomWorld &world, QuerySpec &spec)
{
    spec.set_aggregation(static_cast<Aggregation>(between(AGGREGATION_UNSPECIFIED, AGGREGATION_AVERAGE)));
    if (spec.aggregation() == AGGREGATION_SUM || spec.aggregation() == AGGREGATION_AVERAGE)
        spec.set_aggregation_property(property(world));
}

std::vector<QuerySpec> simpler(const QuerySpec &spec)
{
    std::vector<QuerySpec> found;
    const auto without = [&](auto change) {
        QuerySpec less = spec;
        change(less);
        if (less.SerializeAsString() != spec.SerializeAsString())
            found.push_back(less);
    };
    for (int i = 0; i < spec.events_size(); ++i) {
        without([i](QuerySpec &less) { less.mutable_events()->DeleteSubrange(i, 1); });
        without([i](QuerySpec &less) { less.mutable_events(i)->clear_filters(); });
    }
    without([](QuerySpec &less) { less.clear_filters(); });
    without([](QuerySpec &less) {
        less.clear_breakdown();
        less.clear_breakdown_limit();
    });
    without([](QuerySpec &less) { less.clear_breakdown_limit(); });
    without([](QuerySpec &less) {
        less.clear_aggregation();
        less.clear_aggregation_property();
    });
    without([](QuerySpec &less) { less.clear_include_cookieless(); });
    without([](QuerySpec &less) { less.clear_conversion_window(); });
    without([](QuerySpec &less) { less.clear_return_event(); });
    if (spec.has_starting_event())
        without([](QuerySpec &less) { less.mutable_starting_event()->clear_filters(); });
    if (spec.has_return_event())
        without([](QuerySpec &less) { less.mutable_return_event()->clear_filters(); });
    return found;
}
