// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/filter_offers.h"

#include "query/question.h"
#include "session/query_controller.h"
#include "session/question_kind.h"

#include <algorithm>
#include <numeric>

using namespace insights::v1;

namespace {

// Each filter alone, and all of them where that is something else.
int offerCount(const QuerySpec &spec)
{
    return spec.filters_size() + (spec.filters_size() > 1 ? 1 : 0);
}

double countIn(const AnswerFrames &frames)
{
    return std::accumulate(frames.rows.begin(), frames.rows.end(), 0.0,
                           [](double sum, const TableRow &row) { return sum + row.value(); });
}

} // namespace

// Users of several events must not be added up: they may be the same people.
OfferUnit offerUnit(const QuerySpec &spec)
{
    if (kindOf(spec) != QuestionKind::Trend)
        return OfferUnit::Users;
    return spec.events_size() == 1 && aggregationOf(spec) == AGGREGATION_UNIQUE_USERS ? OfferUnit::Users
                                                                                      : OfferUnit::Events;
}

QuerySpec withoutFilter(const QuerySpec &spec, int filter)
{
    QuerySpec count;
    count.set_visualization(VISUALIZATION_TABLE);
    count.set_aggregation(offerUnit(spec) == OfferUnit::Users ? AGGREGATION_UNIQUE_USERS : AGGREGATION_COUNT);
    count.set_include_cookieless(spec.include_cookieless());
    *count.mutable_time_range() = spec.time_range();
    // Without anybody in the first step, or a first event, there is nothing.
    const std::vector<EventSelector> events = eventsOf(spec);
    const bool countsAll = kindOf(spec) == QuestionKind::Trend;
    count.mutable_events()->Add(events.begin(), countsAll ? events.end() : events.begin() + 1);
    if (filter < spec.filters_size()) {
        *count.mutable_filters() = spec.filters();
        count.mutable_filters()->DeleteSubrange(filter, 1);
    }
    return count;
}

FilterOffers::FilterOffers(const QueryController &controller, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
{
}

bool FilterOffers::isCounted(const QuerySpec &spec, int filter)
{
    return filter < std::min(offerCount(spec), mostOffers);
}

void FilterOffers::ask(const QuerySpec &spec)
{
    m_spec = spec;
    m_next = 0;
    askNext();
}

void FilterOffers::clear()
{
    m_call.reset();
    m_spec.Clear();
}

void FilterOffers::askNext()
{
    m_call.reset();
    if (!isCounted(m_spec, m_next))
        return;
    const int filter = m_next++;
    m_call = m_controller.askAside(withoutFilter(m_spec, filter), [this, filter](const Outcome<AnswerFrames> &outcome) {
        const auto *frames = std::get_if<AnswerFrames>(&outcome);
        Q_EMIT counted(filter, frames ? std::optional(countIn(*frames)) : std::nullopt);
        askNext();
    });
}
