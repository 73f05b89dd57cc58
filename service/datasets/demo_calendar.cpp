// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/demo_calendar.h"

#include <algorithm>
#include <cmath>

#include "query/calendar.h"
#include "service/datasets/dataset_error.h"

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;

// Monday to Sunday.
constexpr double weekRhythm[] = {1.03, 1.08, 1.07, 1.05, 0.96, 0.68, 0.72};
constexpr int firstWeekday = 4; // 2026-01-02 is a Friday

// By the hour of the day where the visitor is.
constexpr double dayRhythm[] = {0.30, 0.18, 0.12, 0.09, 0.09, 0.14, 0.32, 0.62, 0.95, 1.18, 1.28, 1.30,
                                1.22, 1.26, 1.30, 1.26, 1.20, 1.15, 1.14, 1.20, 1.26, 1.16, 0.86, 0.52};

double growth(int day)
{
    return std::exp(0.0042 * day);
}

// What a day with news draws at first, and what stays of it.
double news(int day, int since, double first, double stays)
{
    return day < since ? 0 : stays + (first - stays) * std::exp((since - day) / 3.5);
}

std::vector<double> runningSums(const std::array<double, DemoFacts::days> &arrivals)
{
    std::vector<double> sums;
    sums.reserve(arrivals.size());
    double sum = 0;
    for (const double arrival : arrivals)
        sums.push_back(sum += arrival);
    return sums;
}

} // namespace

DemoCalendar::DemoCalendar()
{
    const auto calendar = Calendar::of(DemoFacts::timezone, WeekStart::Sunday);
    if (!calendar)
        throw DatasetError(DatasetError::Kind::Failure, "This machine has no time zones; install tzdata.");
    const auto first = calendar->parseTime(DemoFacts::firstDay);
    std::int64_t start = first.value();
    for (std::int64_t &day : m_starts) {
        day = start;
        start = calendar->nextBucket(start, insights::v1::GRANULARITY_DAY);
    }
    std::array<double, DemoFacts::days> arrivals;
    std::array<double, DemoFacts::days> campaign;
    for (int day = 0; day < DemoFacts::days; ++day) {
        const double rhythm = weekRhythm[(firstWeekday + day) % 7] * growth(day);
        m_traffic[day] = rhythm * (1 + news(day, DemoFacts::launchDay, 0.35, 0.08));
        arrivals[day] = rhythm * (1 + news(day, DemoFacts::launchDay, 1.6, 0.12));
        campaign[day] = arrivals[day] * (1 + news(day, DemoFacts::campaignDay, 16, 0.4));
    }
    m_arrivals = runningSums(arrivals);
    m_campaignArrivals = runningSums(campaign);
}

int DemoCalendar::firstVisit(DemoRandom &random, bool campaignCountry) const
{
    const std::vector<double> &sums = campaignCountry ? m_campaignArrivals : m_arrivals;
    const auto found = std::upper_bound(sums.begin(), sums.end() - 1, random.unit() * sums.back());
    return static_cast<int>(found - sums.begin());
}

std::int64_t DemoCalendar::moment(DemoRandom &random, int day, int hoursAhead) const
{
    const std::int64_t hourThere = static_cast<std::int64_t>(random.pick(dayRhythm));
    const std::int64_t within = static_cast<std::int64_t>(random.unit() * hour);
    const std::int64_t length = m_starts[day + 1] - m_starts[day];
    const std::int64_t here = (hourThere - hoursAhead + 48) % 24 * hour + within;
    return m_starts[day] + here % length;
}

bool DemoCalendar::inOutage(std::int64_t time) const
{
    const std::int64_t since = time - m_starts[DemoFacts::outageDay];
    return since >= 9 * hour + 40 * minute && since < 14 * hour + 10 * minute;
}

bool DemoCalendar::afterOutage(std::int64_t time) const
{
    const std::int64_t since = time - m_starts[DemoFacts::outageDay];
    return since >= 14 * hour + 10 * minute && since < 20 * hour;
}
