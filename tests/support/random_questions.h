// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <string>
#include <vector>

#include <insights/v1/insights.pb.h>

#include "tests/support/brute_force.h"

// A value of a property: as an import file writes it, and its text form after import.
struct RandomValue
{
    std::string json;
    std::string text;
};

struct RandomProperty
{
    std::string name;
    std::vector<RandomValue> values;
};

// A small project around a moment at which its zone's clock does something.
struct RandomWorld
{
    std::string zone;
    WeekStart weekStart = WeekStart::Sunday;
    std::int64_t now = 0;
    std::vector<std::string> eventNames;
    std::vector<RandomProperty> properties;
    std::vector<std::int64_t> moments; // when events happen, and edges of buckets: few, so that much happens at once
    Events events;
    std::vector<std::string> lines; // the events as NDJSON
};

// Worlds and questions to ask of them; one seed, one sequence.
class RandomQuestions
{
public:
    explicit RandomQuestions(std::uint64_t seed);

    RandomWorld world();
    // A question that check() lets pass.
    insights::v1::QuerySpec question(const RandomWorld &world, insights::v1::Visualization visualization);

private:
    int between(int least, int most);
    bool chance(double probability);
    template <typename T>
    const T &oneOf(const std::vector<T> &things)
    {
        return things[between(0, static_cast<int>(things.size()) - 1)];
    }

    void addMoments(RandomWorld &world);
    void addEvents(RandomWorld &world);
    insights::v1::TimeRange range(const RandomWorld &world);
    insights::v1::EventSelector selector(const RandomWorld &world);
    insights::v1::PropertyFilter filter(const RandomWorld &world);
    std::string property(const RandomWorld &world);
    std::string text(const RandomWorld &world, const std::string &property);
    void addBreakdown(const RandomWorld &world, insights::v1::QuerySpec &spec);
    void addMeasure(const RandomWorld &world, insights::v1::QuerySpec &spec);

    std::mt19937_64 m_random;
};

// The question with one thing less, each way there is; not all of them pass check().
std::vector<insights::v1::QuerySpec> simpler(const insights::v1::QuerySpec &spec);
