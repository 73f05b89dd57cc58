// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute_force_calendar.h"
#include "tests/support/questions.h"
#include "tests/support/random_questions.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace insights::v1;

namespace {

constexpr std::int64_t hour = 3'600'000;

struct Place
{
    const char *zone;
    const char *time; // a change of its clock, or a midnight
};

const std::vector<Place> places{
    {"UTC", "2026-05-03T00:00:00Z"},
    {"America/New_York", "2026-03-08T07:00:00Z"},
    {"America/New_York", "2026-11-01T06:00:00Z"},
    {"America/St_Johns", "2026-11-01T04:30:00Z"},
    {"Europe/Berlin", "2026-03-29T01:00:00Z"},
    {"Europe/Berlin", "2026-10-25T01:00:00Z"},
    {"Asia/Kathmandu", "2025-12-31T18:15:00Z"},
    {"Asia/Beirut", "2026-03-28T22:00:00Z"}, // no midnight
    {"Asia/Beirut", "2026-10-24T21:00:00Z"}, // midnight becomes 23:00
    {"Australia/Lord_Howe", "2026-04-04T15:00:00Z"}, // half an hour back
    {"Australia/Lord_Howe", "2026-10-03T15:30:00Z"},
    {"Pacific/Apia", "2011-12-30T10:00:00Z"}, // a date that never was
};

std::string inQuotes(const std::string &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{QString::fromStdString(text)}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2).toStdString();
}

std::vector<RandomValue> strings(const std::vector<std::string> &texts)
{
    std::vector<RandomValue> values;
    for (const std::string &text : texts)
        values.push_back({inQuotes(text), text});
    return values;
}

// Sums of these are exact, in whatever order.
const std::vector<RandomValue> numbers{{"5", "5"},       {"5.0", "5"},    {"1e3", "1000"}, {"-3", "-3"},
                                       {"0.25", "0.25"}, {"2.50", "2.5"}, {"0", "0"},      {"12345678", "12345678"}};
const std::vector<RandomValue> numericStrings
    = strings({"5", "5.0", "1e3", "+7", "-0.5", ".5", "5.", "2.25", "007", "-0", "1E2"});
const std::vector<RandomValue> otherJson{
    {"true", "true"}, {"false", "false"}, {"null", ""}, {"\"\"", ""}, {"[1,\"a\"]", "[1,\"a\"]"}};
const std::vector<RandomValue> hostileStrings
    = strings({" 5",          "5 ",        "nan",  "inf",     "-inf", "Infinity", "0x10",    "1e400",
               "1_000",       "1,5",       "+-1",  "true",    "TRUE", "null",     "$others", "'; DROP TABLE events; --",
               "' OR 1=1 --", "a\"b\\c",   "\\N",  "\\",      "%",    "_",        "100%",    "{p0:String}",
               "line\nbreak", "tab\there", "ключ", "naïve 🎉", "٣",    "\u00a0"});
const std::vector<RandomValue> plainStrings = strings({"pro", "free", "Pro", "PRO", "team", "a", "ab", "b"});
const std::vector<std::string> names{"view",   "buy",        "view item", "it's \"quoted\"",
                                     "купить", "a\\b; DROP", "$pageview"};
const std::vector<std::string> propertyNames{"plan", "$geo.country", "n", "it's \"p\" \\ {x:String}", "città", "Plan"};

} // namespace

RandomWorld RandomQuestions::world()
{
    const Place &place = oneOf(places);
    RandomWorld world;
    world.zone = place.zone;
    world.weekStart = chance(0.5) ? WeekStart::Sunday : WeekStart::Monday;
    world.moments = {at(place.time)};
    addMoments(world);
    world.now = chance(0.4) ? at("2030-01-01") : oneOf(world.moments);

    std::vector<std::string> left = names;
    std::shuffle(left.begin(), left.end(), m_random);
    world.eventNames.assign(left.begin(), left.begin() + between(3, 5));

    left = propertyNames;
    std::shuffle(left.begin(), left.end(), m_random);
    const std::vector<const std::vector<RandomValue> *> kinds{&numbers, &numericStrings, &otherJson, &hostileStrings,
                                                              &plainStrings};
    for (int i = 0, count = between(3, 4); i < count; ++i) {
        RandomProperty &property = world.properties.emplace_back();
        property.name = left[i];
        const std::vector<RandomValue> &mostly = *oneOf(kinds);
        for (int j = 0, values = between(2, 8); j < values; ++j)
            property.values.push_back(oneOf(chance(0.6) ? mostly : *oneOf(kinds)));
    }
    addEvents(world);
    return world;
}

void RandomQuestions::addMoments(RandomWorld &world)
{
    const std::int64_t middle = world.moments.front();
    const std::int64_t reach = oneOf<std::int64_t>({3 * hour, 36 * hour, 240 * hour, 720 * hour});
    for (const Granularity granularity : {GRANULARITY_HOUR, GRANULARITY_DAY, GRANULARITY_WEEK}) {
        const auto buckets
            = brute::walkBuckets(world.zone, world.weekStart, granularity, middle - reach, middle + reach);
        for (int i = 0; i < 4; ++i)
            world.moments.push_back(oneOf(buckets).start + between(-1, 1));
    }
    const std::int64_t grain = oneOf<std::int64_t>({1, 1000, 60'000, hour});
    for (int i = 0, count = between(4, 30); i < count; ++i) {
        const auto offset = std::uniform_int_distribution<std::int64_t>(-reach, reach)(m_random);
        world.moments.push_back(middle + offset / grain * grain);
    }
}

void RandomQuestions::addEvents(RandomWorld &world)
{
    std::vector<std::string> users;
    for (int i = 0, count = between(1, chance(0.4) ? 10 : 60); i < count; ++i)
        users.push_back(oneOf<std::string>({"u", "u", "u", "cookieless-", "Cookieless-", "o'neil \\"})
                        + std::to_string(i));
    const int most = std::min(400, 14 * static_cast<int>(users.size()));
    for (int i = 0, count = between(most / 4, most); i < count; ++i) {
        Event event{oneOf(world.eventNames), oneOf(users), oneOf(world.moments), {}};
        std::string properties;
        for (const RandomProperty &property : world.properties) {
            if (chance(0.2))
                continue;
            const RandomValue &value = oneOf(property.values);
            event.properties[property.name] = value.text;
            const bool isNested = property.name == "$geo.country" && chance(0.5);
            properties += (properties.empty() ? "" : ",")
                + (isNested ? "\"$geo\":{\"country\":" + value.json + "}" : inQuotes(property.name) + ":" + value.json);
        }
        world.lines.push_back("{\"event\":" + inQuotes(event.name) + ",\"user\":" + inQuotes(event.user)
                              + ",\"time\":\"" + Calendar::isoTime(event.time) + "\",\"properties\":{" + properties
                              + "}}");
        world.events.push_back(std::move(event));
    }
}
