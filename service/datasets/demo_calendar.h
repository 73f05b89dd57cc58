// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "service/datasets/demo.h"
#include "service/datasets/demo_random.h"

// The days of the demo: when they begin, how busy they are, and what happens on them.
class DemoCalendar
{
public:
    DemoCalendar();

    std::int64_t start(int day) const { return m_starts[day]; } // ms since the epoch; one day more than there are
    // How many visits a day gets, about 1 to 2.
    double traffic(int day) const { return m_traffic[day]; }
    // The day of a first visit; in the country of the campaign more of them during it.
    int firstVisit(DemoRandom &random, bool campaignCountry) const;
    // A moment of the day as people `hoursAhead` of New York live it.
    std::int64_t moment(DemoRandom &random, int day, int hoursAhead) const;

    bool inOutage(std::int64_t time) const;
    bool afterOutage(std::int64_t time) const; // while payments fail

private:
    std::array<std::int64_t, DemoFacts::days + 1> m_starts;
    std::array<double, DemoFacts::days> m_traffic;
    std::vector<double> m_arrivals; // running sums
    std::vector<double> m_campaignArrivals;
};
