// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "service/datasets/demo_visits.h"
#include "service/datasets/event_intake.h"

// Puts the demo's events into names and values.
class DemoWords
{
public:
    // Lives until the next call.
    EventRecord record(const DemoEvent &event, const DemoPerson &person);

private:
    void describePerson(const DemoPerson &person);
    void describePage(const DemoEvent &event);
    void describePurchase(const DemoEvent &event);
    void add(std::string_view name, std::string_view text) { m_properties.push_back({name, text}); }

    std::vector<NamedText> m_properties;
    std::string m_user;
    std::string m_session;
    std::string m_path;
    std::string m_url;
    std::string m_product;
    std::string m_term;
    std::string m_decimal;
    std::string m_revenue;
    std::string m_trialEnds;
};
