// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/demo_people.h"

#include <algorithm>
#include <array>

namespace {

constexpr std::string_view devices[] = {"desktop", "mobile", "tablet"};
constexpr std::string_view systems[] = {"Windows", "macOS", "Linux", "Android", "iOS"};
constexpr std::string_view browsers[] = {"Chrome", "Safari", "Firefox", "Edge", "Samsung Internet"};
constexpr std::string_view referrers[] = {"",
                                          "https://www.google.com/",
                                          "https://www.bing.com/",
                                          "https://duckduckgo.com/",
                                          "https://news.example.org/",
                                          "https://www.reddit.com/",
                                          "https://t.co/",
                                          "https://www.youtube.com/",
                                          "https://partner.example.net/"};
constexpr double referrerWeights[] = {30, 38, 6, 4, 7, 6, 4, 3, 2};
constexpr std::string_view plans[] = {"free", "pro", "team"};

constexpr double knownBefore = 0.34; // share of those who had been there before the demo begins

// By device, then by system.
constexpr double systemWeights[][5] = {{62, 27, 11, 0, 0}, {0, 0, 0, 55, 45}, {0, 0, 0, 38, 62}};
constexpr double browserWeights[][5]
    = {{62, 0, 9, 29, 0}, {46, 46, 8, 0, 0}, {58, 0, 42, 0, 0}, {76, 0, 5, 0, 19}, {12, 86, 2, 0, 0}};

// How many of a browser's visitors who begin to sign up get to the end of it: the form is at its worst in Safari on iOS.
double signupEase(const DemoPerson &person)
{
    if (browsers[person.browser] == "Safari")
        return systems[person.system] == "iOS" ? 0.52 : 0.70;
    return browsers[person.browser] == "Firefox" ? 0.66 : 0.75;
}

double signupInterest(const DemoPerson &person)
{
    const double byDevice = devices[person.device] == "desktop" ? 0.46 : 0.33;
    const double bySource = person.referrer == 0                       ? 1.15
        : referrers[person.referrer] == "https://partner.example.net/" ? 1.5
                                                                       : 1;
    const double byPlan = person.plan == DemoPlan::Team ? 1.3 : person.plan == DemoPlan::Pro ? 1.2 : 1;
    return std::min(0.9, byDevice * bySource * byPlan);
}

DemoPlan choosePlan(DemoRandom &random, const DemoPerson &person)
{
    const double paying = devices[person.device] == "desktop" ? 1.25 : 0.6;
    const double weights[] = {70, 22 * paying, 8 * paying};
    return static_cast<DemoPlan>(random.pick(weights));
}

constexpr DemoCountry countries[] = {
    {"United States", 3300, -5, 0.34, 1.15},
    {"Germany", 820, 1, 0.30, 1.05},
    {"United Kingdom", 760, 0, 0.36, 1.05},
    {"India", 640, 5, 0.66, 0.45},
    {"Brazil", 520, -3, 0.58, 0.55},
    {"France", 470, 1, 0.35, 1.0},
    {"Canada", 440, -5, 0.35, 1.05},
    {"Japan", 350, 9, 0.44, 1.0},
    {"Netherlands", 260, 1, 0.30, 1.1},
    {"Australia", 250, 10, 0.37, 1.1},
    {"Spain", 240, 1, 0.43, 0.85},
    {"Italy", 225, 1, 0.44, 0.85},
    {"Mexico", 200, -6, 0.56, 0.6},
    {"Poland", 170, 1, 0.38, 0.7},
    {"Sweden", 150, 1, 0.33, 1.1},
    {"Switzerland", 130, 1, 0.33, 1.35},
    {"South Korea", 125, 9, 0.47, 0.95},
    {"Indonesia", 120, 7, 0.70, 0.4},
    {"Turkey", 110, 3, 0.56, 0.5},
    {"Belgium", 98, 1, 0.34, 1.0},
    {"Austria", 92, 1, 0.33, 1.05},
    {"Argentina", 90, -3, 0.54, 0.5},
    {"Denmark", 84, 1, 0.33, 1.15},
    {"Portugal", 80, 0, 0.42, 0.75},
    {"Norway", 76, 1, 0.33, 1.25},
    {"Ireland", 72, 0, 0.38, 1.1},
    {"Czechia", 66, 1, 0.37, 0.75},
    {"Singapore", 62, 8, 0.43, 1.2},
    {"Finland", 60, 2, 0.35, 1.05},
    {"Israel", 56, 2, 0.42, 1.05},
    {"South Africa", 54, 2, 0.55, 0.55},
    {"Philippines", 52, 8, 0.66, 0.4},
    {"Colombia", 50, -5, 0.56, 0.5},
    {"Vietnam", 48, 7, 0.62, 0.4},
    {"Romania", 46, 2, 0.42, 0.6},
    {"Thailand", 44, 7, 0.62, 0.5},
    {"Malaysia", 40, 8, 0.60, 0.6},
    {"Ukraine", 38, 2, 0.44, 0.5},
    {"Greece", 36, 2, 0.44, 0.75},
    {"Hungary", 34, 1, 0.40, 0.65},
    {"New Zealand", 33, 12, 0.38, 1.05},
    {"Chile", 32, -4, 0.52, 0.65},
    {"Egypt", 28, 2, 0.64, 0.35},
    {"Nigeria", 27, 1, 0.74, 0.35},
    {"Pakistan", 25, 5, 0.72, 0.3},
    {"United Arab Emirates", 24, 4, 0.55, 1.2},
    {"Saudi Arabia", 22, 3, 0.62, 1.0},
    {"Kenya", 18, 3, 0.72, 0.35},
    {"Bulgaria", 17, 2, 0.42, 0.55},
    {"Croatia", 15, 1, 0.42, 0.65},
    {"Slovakia", 14, 1, 0.40, 0.7},
    {"Peru", 13, -5, 0.58, 0.45},
    {"Lithuania", 12, 2, 0.38, 0.7},
    {"Estonia", 10, 2, 0.36, 0.8},
    {"Slovenia", 9, 1, 0.38, 0.75},
    {"Morocco", 8, 1, 0.66, 0.4},
    {"Uruguay", 7, -3, 0.52, 0.6},
    {"Costa Rica", 6, -6, 0.54, 0.6},
    {"Luxembourg", 5, 1, 0.34, 1.3},
    {"Iceland", 4, 0, 0.36, 1.2},
    {"Malta", 3, 1, 0.40, 0.9},
    {"Fiji", 1, 12, 0.55, 0.6},
};

} // namespace

std::span<const DemoCountry> demoCountries()
{
    return countries;
}

std::size_t demoCampaignCountry()
{
    return 4;
}

std::string_view deviceOf(const DemoPerson &person)
{
    return devices[person.device];
}

std::string_view systemOf(const DemoPerson &person)
{
    return systems[person.system];
}

std::string_view browserOf(const DemoPerson &person)
{
    return browsers[person.browser];
}

std::string_view referrerOf(const DemoPerson &person)
{
    return referrers[person.referrer];
}

std::string_view nameOf(DemoPlan plan)
{
    return plans[static_cast<std::size_t>(plan)];
}

DemoPerson demoPerson(DemoRandom &random, const DemoCalendar &calendar)
{
    static const std::vector<double> countryWeights = [] {
        std::vector<double> weights;
        for (const DemoCountry &country : demoCountries())
            weights.push_back(country.weight);
        return weights;
    }();
    DemoPerson person;
    person.country = static_cast<std::uint8_t>(random.pick(countryWeights));
    const double mobile = demoCountries()[person.country].mobile;
    const std::array<double, 3> deviceWeights = {0.94 - mobile, mobile, 0.06};
    person.device = static_cast<std::uint8_t>(random.pick(deviceWeights));
    person.system = static_cast<std::uint8_t>(random.pick(systemWeights[person.device]));
    person.browser = static_cast<std::uint8_t>(random.pick(browserWeights[person.system]));
    person.referrer = static_cast<std::uint8_t>(random.pick(referrerWeights));
    person.firstDay = random.chance(knownBefore) ? -1 - static_cast<int>(random.below(200))
                                                 : calendar.firstVisit(random, person.country == demoCampaignCountry());
    person.plan = choosePlan(random, person);
    person.startsSignup = random.chance(signupInterest(person));
    person.completesSignup = person.startsSignup && random.chance(signupEase(person));
    person.eagerness = random.logNormal(1, 0.7);
    return person;
}
