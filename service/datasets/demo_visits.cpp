// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/demo_visits.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr std::uint32_t searchTerms = 3'000;
constexpr std::uint32_t blogPosts = 60;
constexpr std::uint32_t categories = 24;
constexpr std::uint32_t features = 6; // the last one, smart search, from the launch on

double spending(const DemoPerson &person)
{
    const double byPlan = person.plan == DemoPlan::Team ? 6.2 : person.plan == DemoPlan::Pro ? 2.3 : 1;
    return 38 * byPlan * demoCountries()[person.country].spending;
}

} // namespace

bool DemoVisits::addPerson(std::uint32_t number, const DemoPerson &person)
{
    const std::size_t before = m_events.size();
    const bool known = person.firstDay < 0;
    bool signedUp = known ? person.completesSignup : visit(number, person, person.firstDay, false, false);
    for (int day = std::max(0, person.firstDay + 1); day < DemoFacts::days; ++day)
        if (m_random.chance(returnChance(person, day, signedUp)))
            signedUp = visit(number, person, day, signedUp, true) || signedUp;
    return m_events.size() > before;
}

void DemoVisits::addCookieless(std::uint32_t number, int day, int hoursAhead)
{
    const DemoPerson nobody;
    Visit visit{nobody, m_calendar.moment(m_random, day, hoursAhead), {}, false};
    visit.event.person = number;
    visit.event.cookieless = true;
    visit.event.session = ++m_sessions;
    lookAround(visit, 1 + m_random.geometric(0.8));
}

// Who has just come comes again soon; who stays for long has a habit.
double DemoVisits::returnChance(const DemoPerson &person, int day, bool signedUp) const
{
    const double weeks = (day - person.firstDay) / 7.0;
    const double habit = 0.22 + 0.78 * std::exp(-weeks / 1.8);
    const double planned = person.plan == DemoPlan::Team ? 0.52 : person.plan == DemoPlan::Pro ? 0.37 : 0.19;
    const double base = signedUp ? planned : person.startsSignup ? 0.12 : 0.045;
    const double weekend = m_calendar.traffic(day) / m_calendar.traffic(std::max(0, day - 3)) < 0.85 ? 0.7 : 1;
    const double launch = day >= DemoFacts::launchDay && day < DemoFacts::launchDay + 5 ? 1.3 : 1;
    return std::min(0.9, base * habit * weekend * launch * person.eagerness);
}

// Whether the person signed up in it.
bool DemoVisits::visit(std::uint32_t number, const DemoPerson &person, int day, bool signedUp, bool returning)
{
    const int hoursAhead = demoCountries()[person.country].utcOffset + 5;
    Visit visit{person, m_calendar.moment(m_random, day, hoursAhead), {}, signedUp};
    visit.event.person = number;
    visit.event.session = ++m_sessions;
    visit.event.returning = returning;
    browse(visit);
    return visit.signedUp;
}

void DemoVisits::browse(Visit &visit)
{
    if (visit.signedUp && m_random.chance(0.62)) {
        add(visit, DemoKind::Login);
        pass(visit, 4);
    }
    lookAround(visit, 1 + m_random.geometric(visit.signedUp ? 3.3 : 2.9));
    if (!visit.signedUp && visit.person.startsSignup && m_random.chance(0.62))
        signUp(visit);
    if (!visit.signedUp)
        return;
    work(visit);
    const double appetite = visit.person.plan == DemoPlan::Free ? 0.20 : 0.30;
    if (m_random.chance(appetite))
        shop(visit);
}

void DemoVisits::lookAround(Visit &visit, std::uint32_t pages)
{
    constexpr double weights[] = {22, 7, 9, 4, 17, 34, 7};
    for (std::uint32_t i = 0; i < pages; ++i) {
        const auto page = static_cast<DemoPage>(m_random.pick(weights));
        std::uint32_t detail = 0;
        if (page == DemoPage::Product)
            detail = product();
        else if (page == DemoPage::Blog)
            detail = m_random.below(blogPosts);
        else if (page == DemoPage::Category)
            detail = m_random.below(categories);
        else if (page == DemoPage::SearchResults) {
            const double rank = std::pow(m_random.unit(), 2.5);
            add(visit, DemoKind::Search, DemoPage::SearchResults, static_cast<std::uint32_t>(rank * searchTerms));
            pass(visit, 2);
        }
        add(visit, DemoKind::PageView, page, detail);
        pass(visit, 28);
    }
}

void DemoVisits::signUp(Visit &visit)
{
    add(visit, DemoKind::PageView, DemoPage::SignUp);
    pass(visit, 12);
    add(visit, DemoKind::SignupStarted, DemoPage::SignUp);
    if (!visit.person.completesSignup || m_random.chance(0.12)) // they try again another day
        return;
    const bool phone = deviceOf(visit.person) == "mobile";
    const double byPlan = visit.person.plan == DemoPlan::Team ? 2.6 : visit.person.plan == DemoPlan::Pro ? 1.4 : 1;
    pass(visit, (phone ? 210 : 105) * byPlan);
    add(visit, DemoKind::SignupCompleted, DemoPage::SignUp);
    visit.signedUp = true;
    pass(visit, 20);
}

void DemoVisits::work(Visit &visit)
{
    const bool launched = visit.time >= m_calendar.start(DemoFacts::launchDay);
    const std::uint32_t uses = m_random.geometric(visit.person.plan == DemoPlan::Free ? 0.7 : 1.8);
    for (std::uint32_t i = 0; i < uses; ++i) {
        const bool newest = launched && m_random.chance(0.32);
        add(visit, DemoKind::FeatureUsed, DemoPage::Account, newest ? features - 1 : m_random.below(features - 1));
        pass(visit, 45);
    }
    if (visit.person.plan == DemoPlan::Team && m_random.chance(0.09))
        add(visit, DemoKind::InviteSent, DemoPage::Account);
}

void DemoVisits::shop(Visit &visit)
{
    const std::uint32_t wanted = product();
    const std::uint32_t items = 1 + m_random.geometric(0.7);
    for (std::uint32_t i = 0; i < items; ++i) {
        add(visit, DemoKind::AddToCart, DemoPage::Product, i == 0 ? wanted : product());
        pass(visit, 40);
    }
    if (!m_random.chance(0.61))
        return;
    add(visit, DemoKind::PageView, DemoPage::Checkout);
    add(visit, DemoKind::CheckoutStarted, DemoPage::Checkout);
    pass(visit, 75);
    pay(visit, wanted);
}

void DemoVisits::pay(Visit &visit, std::uint32_t product)
{
    const auto amount
        = static_cast<std::uint32_t>(100 * std::max(3.0, m_random.logNormal(spending(visit.person), 0.65)));
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (m_random.chance(m_calendar.afterOutage(visit.time) ? 0.55 : 0.055)) {
            add(visit, DemoKind::PaymentFailed, DemoPage::Checkout, product, amount);
            pass(visit, 50);
            if (!m_random.chance(0.6))
                return;
            continue;
        }
        if (!m_random.chance(0.86))
            return;
        add(visit, DemoKind::Purchase, DemoPage::Checkout, product, amount);
        if (m_random.chance(0.035)) {
            visit.time += static_cast<std::int64_t>(m_random.logNormal(5, 0.6) * 86'400'000);
            add(visit, DemoKind::Refund, DemoPage::Account, product, amount);
        }
        return;
    }
}

void DemoVisits::add(const Visit &visit, DemoKind kind, DemoPage page, std::uint32_t detail, std::uint32_t cents)
{
    if (visit.time >= m_calendar.start(DemoFacts::days) || m_calendar.inOutage(visit.time))
        return;
    DemoEvent event = visit.event;
    event.time = visit.time;
    event.kind = kind;
    event.page = page;
    event.detail = detail;
    event.cents = cents;
    event.opening = m_events.empty() || m_events.back().session != event.session;
    m_events.push_back(event);
}

void DemoVisits::pass(Visit &visit, double medianSeconds)
{
    visit.time += static_cast<std::int64_t>(m_random.logNormal(medianSeconds, 0.8) * 1000);
}

// Half of the views go to what everybody looks at; the other half goes through the whole range.
std::uint32_t DemoVisits::product()
{
    constexpr std::uint32_t stride = 30'011; // has no divisor in common with the number of products
    if (m_random.chance(0.5))
        return static_cast<std::uint32_t>(std::pow(m_random.unit(), 3) * DemoFacts::products);
    return static_cast<std::uint32_t>(std::uint64_t(m_productsSeen++) * stride % DemoFacts::products);
}
