// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute_force_compare.h"

#include "query/answer_frames.h"
#include "query/calendar.h"

#include <absl/strings/str_cat.h>

#include <algorithm>
#include <cmath>

using namespace insights::v1;

namespace {

template <typename Message>
std::string groupOf(const Message &message)
{
    return message.has_breakdown() ? absl::StrCat("=\"", message.breakdown(), "\" others:", message.is_others())
                                   : absl::StrCat("others:", message.is_others());
}

void addSeries(const QueryResponse &answer, Facts &facts)
{
    const AnswerFrames frames = answerFrames(answer);
    for (const SeriesFrame &series : frames.series) {
        SeriesColumn head;
        head.set_is_others(series.isOthers);
        if (series.breakdown)
            head.set_breakdown(*series.breakdown);
        for (std::size_t i = 0; i < frames.timestamps.size(); ++i)
            facts.push_back({absl::StrCat("series ", series.eventIndex, " ", series.event, " ", groupOf(head), " ",
                                          Calendar::isoTime(frames.timestamps[i])),
                             series.values[i]});
    }
}

void addFunnel(const FunnelResult &funnel, Facts &facts)
{
    for (const FunnelStep &step : funnel.steps()) {
        const std::string place = absl::StrCat("step ", step.event(), " ", groupOf(step));
        facts.push_back({place + " count", step.count()});
        facts.push_back({place + " rate", step.conversion_rate()});
    }
}

void addRetention(const RetentionResult &retention, Facts &facts)
{
    for (const RetentionCohort &cohort : retention.cohorts()) {
        const std::string place
            = absl::StrCat("cohort ", groupOf(cohort), " ", Calendar::isoTime(milliseconds(cohort.cohort_date())));
        facts.push_back({place + " size", cohort.size()});
        for (const RetentionPeriod &period : cohort.periods()) {
            const std::string cell
                = absl::StrCat(place, " period ", period.period(), " incomplete:", period.incomplete());
            facts.push_back({cell + " count", period.count()});
            facts.push_back({cell + " rate", period.rate()});
        }
    }
}

void addRows(const QueryResponse &answer, Facts &facts)
{
    Facts rows;
    for (const TableRow &row : answer.rows()) {
        std::string place = absl::StrCat("row others:", row.is_others());
        for (const std::string &dimension : row.dimensions())
            absl::StrAppend(&place, " \"", dimension, "\"");
        rows.push_back({place, row.value()});
    }
    for (int i = 0; i < answer.rows_size(); ++i)
        facts.push_back({absl::StrCat("place ", i, " others:", answer.rows(i).is_others()), answer.rows(i).value()});
    std::stable_sort(rows.begin(), rows.end(), [](const Fact &a, const Fact &b) { return a.place < b.place; });
    facts.insert(facts.end(), rows.begin(), rows.end());
}

bool agree(double a, double b)
{
    return a == b || std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

} // namespace

Facts numbersOf(const QueryResponse &answer)
{
    Facts facts;
    addSeries(answer, facts);
    addFunnel(answer.funnel(), facts);
    addRetention(answer.retention(), facts);
    addRows(answer, facts);
    return facts;
}

Facts infoOf(const QueryResponse &answer)
{
    const ResultInfo &info = answer.info();
    return {{absl::StrCat("zone ", info.timezone(), ", weeks start on ", info.week_start()), 0},
            {"truncated", info.truncated() ? 1.0 : 0.0},
            {"groups_total", static_cast<double>(info.groups_total())},
            {absl::StrCat("incomplete_from set:", info.has_incomplete_from()),
             static_cast<double>(milliseconds(info.incomplete_from()))},
            {absl::StrCat("has funnel:", answer.has_funnel(), " retention:", answer.has_retention()), 0}};
}

std::string firstDifference(const Facts &answered, const Facts &expected)
{
    for (std::size_t i = 0; i < std::min(answered.size(), expected.size()); ++i) {
        if (answered[i].place != expected[i].place)
            return absl::StrCat("number ", i, " stands at [", answered[i].place, "] (", answered[i].value,
                                "), expected [", expected[i].place, "] (", expected[i].value, ")");
        if (!agree(answered[i].value, expected[i].value))
            return absl::StrCat("[", answered[i].place, "] is ", answered[i].value, ", expected ", expected[i].value);
    }
    if (answered.size() > expected.size())
        return absl::StrCat("unexpected [", answered[expected.size()].place, "]");
    if (answered.size() < expected.size())
        return absl::StrCat("missing [", expected[answered.size()].place, "] (", expected[answered.size()].value, ")");
    return {};
}
