// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/demo_words.h"

#include <cstdio>

#include "query/calendar.h"

namespace {

constexpr std::string_view eventNames[]
    = {"page_view",      "search",           "add_to_cart", "checkout_started", "payment_failed", "purchase", "refund",
       "signup_started", "signup_completed", "login",       "feature_used",     "invite_sent"};

constexpr std::string_view paths[]
    = {"/", "/pricing", "/blog/", "/help", "/c/", "/p/", "/search", "/cart", "/checkout", "/signup", "/account"};

constexpr std::string_view featureNames[]
    = {"wishlist", "compare", "reviews", "price_alert", "live_chat", "smart_search"};

constexpr std::string_view categoryNames[]
    = {"lamps",    "desks",    "chairs",   "shelves", "rugs",    "beds",   "sofas",  "mirrors",
       "curtains", "cushions", "vases",    "clocks",  "mugs",    "plates", "knives", "pans",
       "towels",   "baskets",  "planters", "frames",  "candles", "hooks",  "trays",  "stools"};

constexpr std::string_view topics[]
    = {"small-flats",     "oak-or-ash",   "spring-colours", "care-for-wool",  "home-office",
       "lighting-basics", "rented-walls", "kitchen-order",  "balcony-plants", "gift-ideas"};

constexpr std::string_view qualities[]
    = {"oak",      "white",    "small",  "round", "black", "cheap",   "modern", "vintage", "folding",
       "linen",    "glass",    "wooden", "brass", "green", "outdoor", "kids",   "large",   "grey",
       "foldable", "handmade", "blue",   "solid", "soft",  "narrow",  "led"};

constexpr std::int64_t trial = 14ll * 86'400'000;

template <class... Arguments>
void format(std::string &out, const char *pattern, Arguments... arguments)
{
    char text[64];
    const int size = std::snprintf(text, sizeof text, pattern, arguments...);
    out.assign(text, static_cast<std::size_t>(size));
}

// Every number once, in an order that looks like none.
std::uint32_t shuffled(std::uint32_t number)
{
    number = (number ^ (number >> 16)) * 0x7feb352d;
    number = (number ^ (number >> 15)) * 0x846ca68b;
    return number ^ (number >> 16);
}

// "oak lamps", "small chairs set of 4": three thousand of them.
void writeTerm(std::string &out, std::uint32_t term)
{
    const auto quality = qualities[term % std::size(qualities)];
    const auto category = categoryNames[term / std::size(qualities) % std::size(categoryNames)];
    const std::uint32_t set = term / (std::size(qualities) * std::size(categoryNames));
    out.assign(quality).append(" ").append(category);
    if (set > 0)
        out.append(" set of ").append(std::to_string(set * 2));
}

bool concernsProduct(const DemoEvent &event)
{
    switch (event.kind) {
    case DemoKind::PageView: return event.page == DemoPage::Product;
    case DemoKind::AddToCart:
    case DemoKind::PaymentFailed:
    case DemoKind::Purchase:
    case DemoKind::Refund: return true;
    default: return false;
    }
}

} // namespace

EventRecord DemoWords::record(const DemoEvent &event, const DemoPerson &person)
{
    m_properties.clear();
    if (event.cookieless) {
        format(m_user, "cookieless-%08x", shuffled(event.person));
    } else {
        format(m_user, "u-%08x", shuffled(event.person));
        describePerson(person);
        add("returning", event.returning ? "true" : "false");
    }
    format(m_session, "s-%08x", shuffled(event.session));
    add("session_id", m_session);
    describePage(event);
    describePurchase(event);
    if (event.kind == DemoKind::Search) {
        writeTerm(m_term, event.detail);
        add("search_term", m_term);
    } else if (event.kind == DemoKind::FeatureUsed) {
        add("feature", featureNames[event.detail]);
    } else if (event.kind == DemoKind::SignupCompleted && person.plan != DemoPlan::Free) {
        m_trialEnds = Calendar::isoTime(event.time + trial);
        add("trial_ends", m_trialEnds);
    }
    return {eventNames[static_cast<std::size_t>(event.kind)], m_user, event.time, m_properties};
}

void DemoWords::describePerson(const DemoPerson &person)
{
    add("plan", nameOf(person.plan));
    add("$geo.country", demoCountries()[person.country].name);
    add("$browser", browserOf(person));
    add("$os", systemOf(person));
    add("$device_type", deviceOf(person));
    add("$referrer", referrerOf(person));
}

void DemoWords::describePage(const DemoEvent &event)
{
    if (event.kind == DemoKind::Refund || event.kind == DemoKind::Login)
        return;
    m_path.assign(paths[static_cast<std::size_t>(event.page)]);
    if (event.page == DemoPage::Product) {
        format(m_product, "%05u", event.detail);
        m_path += m_product;
    } else if (event.page == DemoPage::Category) {
        m_path += categoryNames[event.detail];
    } else if (event.page == DemoPage::Blog) {
        m_path.append(topics[event.detail % std::size(topics)])
            .append("-")
            .append(std::to_string(event.detail / std::size(topics) + 1));
    }
    m_url.assign("https://acme.example").append(m_path);
    add("url", m_url);
    add("pathname", m_path);
}

void DemoWords::describePurchase(const DemoEvent &event)
{
    if (concernsProduct(event)) {
        format(m_product, "prod-%05u", event.detail);
        add("product_id", m_product);
    }
    if (event.cents > 0) {
        m_revenue.clear();
        format(m_decimal, "%u.%02u", event.cents / 100, event.cents % 100);
        appendNumberText(m_revenue, m_decimal);
        add(event.kind == DemoKind::Purchase ? "revenue" : "amount", m_revenue);
        add("currency", "USD");
    }
}
