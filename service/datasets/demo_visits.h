// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "service/datasets/demo_people.h"

enum class DemoKind : std::uint8_t {
    PageView,
    Search,
    AddToCart,
    CheckoutStarted,
    PaymentFailed,
    Purchase,
    Refund,
    SignupStarted,
    SignupCompleted,
    Login,
    FeatureUsed,
    InviteSent,
};

enum class DemoPage : std::uint8_t {
    Home,
    Pricing,
    Blog,
    Help,
    Category,
    Product,
    SearchResults,
    Cart,
    Checkout,
    SignUp,
    Account
};

// An event of the demo. What its kind has no use for is 0.
struct DemoEvent
{
    std::int64_t time = 0;
    std::uint32_t person = 0; // or, if cookieless, the id of the day
    std::uint32_t session = 0;
    std::uint32_t detail = 0; // the product, the search term, the feature or the page's number
    std::uint32_t cents = 0;
    DemoKind kind = DemoKind::PageView;
    DemoPage page = DemoPage::Home;
    bool returning = false; // not the visitor's first session
    bool cookieless = false;
    bool opening = false; // the first of its session
};

// Walks people through the shop for five months.
class DemoVisits
{
public:
    DemoVisits(const DemoCalendar &calendar, DemoRandom &random)
        : m_calendar(calendar)
        , m_random(random)
    {
    }

    // All that one person does, appended to events(); false when that is nothing.
    bool addPerson(std::uint32_t number, const DemoPerson &person);
    // A visit of someone who declined cookies: page views under an id of this day only.
    void addCookieless(std::uint32_t number, int day, int hoursAhead);

    std::vector<DemoEvent> &events() { return m_events; }

private:
    struct Visit
    {
        const DemoPerson &person;
        std::int64_t time;
        DemoEvent event; // what the events of the visit have in common
        bool signedUp;
    };

    double returnChance(const DemoPerson &person, int day, bool signedUp) const;
    bool visit(std::uint32_t number, const DemoPerson &person, int day, bool signedUp, bool returning);
    void browse(Visit &visit);
    void lookAround(Visit &visit, std::uint32_t pages);
    void signUp(Visit &visit);
    void work(Visit &visit);
    void shop(Visit &visit);
    void pay(Visit &visit, std::uint32_t product);
    void add(const Visit &visit, DemoKind kind, DemoPage page = DemoPage::Home, std::uint32_t detail = 0,
             std::uint32_t cents = 0);
    void pass(Visit &visit, double medianSeconds);
    std::uint32_t product();

    const DemoCalendar &m_calendar;
    DemoRandom &m_random;
    std::vector<DemoEvent> m_events;
    std::uint32_t m_sessions = 0;
    std::uint32_t m_productsSeen = 0;
};
