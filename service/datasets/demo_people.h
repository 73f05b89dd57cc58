// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "service/datasets/demo_calendar.h"
#include "service/datasets/demo_random.h"

struct DemoCountry
{
    std::string_view name;
    double weight; // of its visitors
    int utcOffset; // hours, for the rhythm of its day
    double mobile; // share of phones
    double spending; // times the median revenue
};

std::span<const DemoCountry> demoCountries();
std::size_t demoCampaignCountry(); // Brazil's place

enum class DemoPlan : std::uint8_t { Free, Pro, Team };

// A user of the demo for the five months.
struct DemoPerson
{
    std::uint8_t country = 0;
    std::uint8_t device = 0; // places in the tables of demo_people.cpp
    std::uint8_t system = 0;
    std::uint8_t browser = 0;
    std::uint8_t referrer = 0;
    DemoPlan plan = DemoPlan::Free; // the one they have, or look at
    int firstDay = 0; // before the first day of the demo when negative
    bool startsSignup = false;
    bool completesSignup = false;
    double eagerness = 1; // to come back
};

std::string_view deviceOf(const DemoPerson &person);
std::string_view systemOf(const DemoPerson &person);
std::string_view browserOf(const DemoPerson &person);
std::string_view referrerOf(const DemoPerson &person);
std::string_view nameOf(DemoPlan plan);

DemoPerson demoPerson(DemoRandom &random, const DemoCalendar &calendar);
