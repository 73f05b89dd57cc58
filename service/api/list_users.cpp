// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/list_users.h"

#include <algorithm>
#include <set>

#include <absl/strings/escaping.h>

#include "query/check.h"
#include "service/api/ask.h"
#include "service/api/status.h"
#include "service/plan/funnel.h"
#include "service/plan/row_reader.h"
#include "service/plan/users.h"

using namespace catalog::v1;
using namespace insights::v1;

namespace {

constexpr int defaultPageSize = 100;
constexpr int maximumPageSize = 10'000;

// A list of users on its way.
class Listing
{
public:
    Listing(const ListUsersRequest &request, const ProjectTable &table, QueryEngine &engine, const Caller &caller,
            std::int64_t now)
        : m_request(request)
        , m_spec(request.query())
        , m_table(table)
        , m_calendar(calendarOf(table))
        , m_engine(engine)
        , m_caller(caller)
        , m_now(now)
        , m_start(milliseconds(m_spec.time_range().start()))
        , m_end(milliseconds(m_spec.time_range().end()))
    {
    }

    ListUsersResponse list()
    {
        const int size = pageSize();
        // One more than asked for tells whether there is another page.
        const UserPage page{pageStart(), size + 1};
        std::vector<std::string> users;
        switch (m_request.point_case()) {
        case ListUsersRequest::kSeries: users = ofSeries(m_request.series(), page); break;
        case ListUsersRequest::kFunnel: users = ofFunnel(m_request.funnel(), page); break;
        case ListUsersRequest::kRetention: users = ofRetention(m_request.retention(), page); break;
        default: throw InvalidQuestion("point", "is required: series, funnel or retention, a place of the answer");
        }
        ListUsersResponse response;
        if (users.size() > static_cast<std::size_t>(size)) {
            users.resize(size);
            response.set_next_page_token(absl::WebSafeBase64Escape(users.back()));
        }
        for (std::string &user : users)
            response.add_users(std::move(user));
        return response;
    }

private:
    int pageSize() const
    {
        const int size = m_request.page_size();
        if (size < 0 || size > maximumPageSize)
            throw InvalidQuestion("pageSize", "must be 1 to 10000 (0 means 100), got " + std::to_string(size));
        return size == 0 ? defaultPageSize : size;
    }

    std::string pageStart() const
    {
        std::string after;
        if (!absl::WebSafeBase64Unescape(m_request.page_token(), &after))
            throw InvalidQuestion("pageToken", "is none of this service: use nextPageToken of the page before");
        return after;
    }

    std::vector<std::string> ofSeries(const SeriesPlace &place, const UserPage &page)
    {
        const Visualization visualization = visualizationOf(m_spec);
        if (!isTrend(m_spec) && visualization != VISUALIZATION_TABLE && visualization != VISUALIZATION_KPI)
            throw InvalidQuestion("series", "is no place in the answer of " + Visualization_Name(visualization));
        if (place.event_index() < 0 || place.event_index() >= m_spec.events_size())
            throw InvalidQuestion("series.eventIndex", "must be the place of an event in query.events, from 0");
        std::int64_t start = m_start;
        std::int64_t end = m_end;
        if (place.has_timestamp()) {
            if (!isTrend(m_spec))
                throw InvalidQuestion("series.timestamp", "has no meaning here: the number is of the whole range");
            const std::int64_t bucket = milliseconds(place.timestamp());
            bucketPlace("series.timestamp", bucket);
            start = std::max(start, bucket);
            end = std::min(end, m_calendar.nextBucket(bucket, m_spec.granularity()));
        }
        const GroupChoice groups = choice("series", place, place.event_index());
        return usersOf(planSeriesUsers(m_spec, place.event_index(), start, end, groups, page, m_table));
    }

    std::vector<std::string> ofFunnel(const FunnelPlace &place, const UserPage &page)
    {
        if (visualizationOf(m_spec) != VISUALIZATION_FUNNEL)
            throw InvalidQuestion("funnel", "is a place in the answer of VISUALIZATION_FUNNEL only");
        if (place.step() < 0 || place.step() >= m_spec.events_size())
            throw InvalidQuestion("funnel.step", "must be the place of a step in query.events, from 0");
        if (place.dropped() && place.step() == 0)
            throw InvalidQuestion("funnel.dropped", "has no meaning for the first step: nobody reached one before");
        const GroupChoice groups = choice("funnel", place, 0);
        const EngineRows rows = m_engine.execute(planFunnel(m_spec, m_table, true), m_caller);
        return funnelUsers(m_spec, rows.bytes, place, groups, page);
    }

    std::vector<std::string> ofRetention(const RetentionPlace &place, const UserPage &page)
    {
        if (visualizationOf(m_spec) != VISUALIZATION_RETENTION)
            throw InvalidQuestion("retention", "is a place in the answer of VISUALIZATION_RETENTION only");
        const std::size_t cohort = bucketPlace("retention.cohortDate", milliseconds(place.cohort_date()));
        const auto buckets = m_calendar.buckets(m_start, m_end, m_spec.granularity());
        if (place.has_period()
            && (place.period() < 0 || static_cast<std::size_t>(place.period()) >= buckets.size() - cohort))
            throw InvalidQuestion("retention.period", "must be a period of the cohort, from 0");
        const int period = place.has_period() ? place.period() : -1;
        const GroupChoice groups = choice("retention", place, 0);
        return usersOf(planCohortUsers(m_spec, buckets, cohort, period, groups, page, m_table));
    }

    std::size_t bucketPlace(const char *field, std::int64_t bucket) const
    {
        const auto buckets = m_calendar.buckets(m_start, m_end, m_spec.granularity());
        const auto found = std::lower_bound(buckets.begin(), buckets.end(), bucket);
        if (found == buckets.end() || *found != bucket)
            throw InvalidQuestion(field, "is not where a bucket of the answer begins: take it from the answer");
        return found - buckets.begin();
    }

    template <class Place>
    GroupChoice choice(const std::string &field, const Place &place, int eventIndex)
    {
        if (!m_spec.has_breakdown()) {
            if (place.has_breakdown() || place.is_others())
                throw InvalidQuestion(field + ".breakdown", "has no meaning: the question has no breakdown");
            return {};
        }
        if (!place.is_others())
            return place.has_breakdown() ? GroupChoice{place.breakdown(), {}} : GroupChoice{};
        return {std::nullopt, shownGroups(eventIndex)};
    }

    // The groups of the answer but the rest.
    std::vector<std::string> shownGroups(int eventIndex)
    {
        QueryRequest question;
        *question.mutable_query() = m_spec;
        question.set_form(RESULT_FORM_COLUMNS);
        if (visualizationOf(m_spec) == VISUALIZATION_TABLE) {
            // Its rows do not tell the place of their event: ask for the one alone.
            question.mutable_query()->clear_events();
            *question.mutable_query()->add_events() = m_spec.events(eventIndex);
        }
        const QueryResponse answer = ask(question, m_table, m_engine, m_caller, m_now);
        std::set<std::string> groups;
        for (const auto &series : answer.columns().series())
            if (series.event_index() == eventIndex && !series.is_others())
                groups.insert(series.breakdown());
        for (const auto &row : answer.rows())
            if (!row.is_others())
                groups.insert(row.dimensions(row.dimensions_size() - 1));
        for (const auto &step : answer.funnel().steps())
            if (!step.is_others())
                groups.insert(step.breakdown());
        for (const auto &cohort : answer.retention().cohorts())
            if (!cohort.is_others())
                groups.insert(cohort.breakdown());
        return {groups.begin(), groups.end()};
    }

    std::vector<std::string> usersOf(const Statement &statement)
    {
        const EngineRows rows = m_engine.execute(statement, m_caller);
        std::vector<std::string> users;
        for (RowReader reader(rows.bytes); !reader.atEnd();)
            users.emplace_back(reader.text());
        return users;
    }

    const ListUsersRequest &m_request;
    const QuerySpec &m_spec;
    const ProjectTable &m_table;
    const Calendar m_calendar;
    QueryEngine &m_engine;
    const Caller &m_caller;
    const std::int64_t m_now;
    const std::int64_t m_start;
    const std::int64_t m_end;
};

} // namespace

ListUsersResponse listUsers(const ListUsersRequest &request, const ProjectTable &table, QueryEngine &engine,
                            const Caller &caller, std::int64_t now)
{
    refuseWrong(request.query(), calendarOf(table));
    return Listing(request, table, engine, caller, now).list();
}
