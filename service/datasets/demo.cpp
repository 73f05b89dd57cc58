// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/demo.h"

#include <algorithm>
#include <string>
#include <vector>

#include "service/datasets/dataset_error.h"
#include "service/datasets/demo_visits.h"
#include "service/datasets/demo_words.h"
#include "service/datasets/event_intake.h"
#include "service/datasets/full_disk.h"
#include "service/datasets/staged_project.h"

using datasets::v1::ImportSummary;

namespace {

constexpr std::uint64_t seed = 20260102;
constexpr std::uint32_t cookielessVisits = 3'700;
constexpr std::size_t eventsBetweenTicks = 20'000;

// What can be left out so that every session, product and step of a funnel stays.
bool isSpare(const DemoEvent &event)
{
    return event.kind == DemoKind::PageView && event.page != DemoPage::Product && event.returning && !event.opening
        && !event.cookieless;
}

// Takes evenly spread page views out until there are exactly as many events as promised.
void trim(std::vector<DemoEvent> &events)
{
    const auto spare = static_cast<std::size_t>(std::count_if(events.begin(), events.end(), isSpare));
    if (events.size() < DemoFacts::events || events.size() - DemoFacts::events > spare)
        throw DatasetError(DatasetError::Kind::Failure,
                           "The demo came out with " + std::to_string(events.size()) + " events.");
    const std::size_t surplus = events.size() - DemoFacts::events;
    std::size_t seen = 0;
    std::erase_if(events, [&](const DemoEvent &event) {
        if (!isSpare(event))
            return false;
        ++seen;
        return seen * surplus / spare != (seen - 1) * surplus / spare;
    });
}

class Demo
{
public:
    Demo(ProjectStore &store, const ImportWatch &watch)
        : m_store(store)
        , m_watch(watch)
        , m_journal(watch, false)
    {
    }

    ImportSummary make()
    {
        m_journal.beginFile(DemoFacts::name);
        imagine();
        write();
        return summary();
    }

private:
    void imagine()
    {
        const DemoCalendar calendar;
        DemoRandom random(seed);
        DemoVisits visits(calendar, random);
        m_people.reserve(DemoFacts::users);
        while (m_people.size() < DemoFacts::users) {
            const DemoPerson person = demoPerson(random, calendar);
            if (visits.addPerson(static_cast<std::uint32_t>(m_people.size()), person))
                m_people.push_back(person);
            m_journal.tick();
        }
        for (std::uint32_t i = 0; i < cookielessVisits; ++i)
            visits.addCookieless(i, calendar.firstVisit(random, false), static_cast<int>(random.below(10)));
        m_events = std::move(visits.events());
        trim(m_events);
        std::stable_sort(m_events.begin(), m_events.end(),
                         [](const DemoEvent &a, const DemoEvent &b) { return a.time < b.time; });
    }

    void write()
    {
        StagedProject staged(m_store, DemoFacts::project, StagedProject::Start::Empty, m_watch.cancelled,
                             [this] { m_journal.tick(); });
        staged.notes.name = DemoFacts::name;
        staged.notes.timezone = DemoFacts::timezone;
        staged.notes.weekStart = WeekStart::Sunday;
        EventIntake intake({}, staged.notes.nextColumn,
                           [&staged](EventBlock &&block, std::vector<PropertyDraft> &drafts) {
                               return staged.write(std::move(block), drafts);
                           });
        DemoWords words;
        for (const DemoEvent &event : m_events) {
            intake.add(words.record(event, m_people[event.cookieless ? 0 : event.person]));
            if (intake.events() % eventsBetweenTicks == 0) {
                m_journal.setPosition(0, intake.events());
                m_journal.tick();
            }
        }
        intake.finish();
        staged.notes.nextColumn = intake.nextColumn();
        staged.commit(intake.drafts());
    }

    ImportSummary summary()
    {
        ImportSummary summary;
        summary.set_project(DemoFacts::project);
        summary.set_events(m_events.size());
        *summary.mutable_first_event() = timestamp(m_events.front().time);
        *summary.mutable_last_event() = timestamp(m_events.back().time);
        m_journal.setPosition(0, m_events.size());
        m_journal.close(summary);
        return summary;
    }

    ProjectStore &m_store;
    const ImportWatch &m_watch;
    ImportJournal m_journal;
    std::vector<DemoPerson> m_people;
    std::vector<DemoEvent> m_events;
};

} // namespace

ImportSummary makeDemo(ProjectStore &store, const ImportWatch &watch)
{
    return withRoomIn(store.folder(), [&] { return Demo(store, watch).make(); });
}
