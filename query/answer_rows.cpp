// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer_rows.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "query/answer_text.h"
#include "query/calendar.h"

using namespace insights::v1;

namespace {

std::string numberText(double value)
{
    if (std::isnan(value))
        return {};
    char text[64];
    const auto plain = std::to_chars(text, text + sizeof text, value);
    return {text, plain.ptr};
}

Calendar calendarOf(const AnswerFrames &answer)
{
    const auto weekStart = weekStartOf(answer.info.week_start());
    if (const auto calendar = Calendar::of(answer.info.timezone(), weekStart))
        return *calendar;
    return *Calendar::of("UTC", weekStart);
}

bool isBrokenDown(const auto &messages)
{
    return std::any_of(messages.begin(), messages.end(), [](const auto &message) { return message.has_breakdown(); });
}

AnswerRows seriesRows(const AnswerFrames &answer)
{
    const Calendar calendar = calendarOf(answer);
    AnswerRows out{{{"time", true}}, {}};
    for (const SeriesFrame &series : answer.series)
        out.columns.push_back({seriesName(answer, series)});
    out.rows.reserve(answer.timestamps.size());
    for (std::size_t i = 0; i < answer.timestamps.size(); ++i) {
        std::vector<std::string> &row = out.rows.emplace_back();
        row.reserve(out.columns.size());
        row.push_back(calendar.localIsoTime(answer.timestamps[i]));
        for (const SeriesFrame &series : answer.series)
            row.push_back(numberText(series.values[i]));
    }
    return out;
}

AnswerRows funnelRows(const FunnelResult &funnel)
{
    AnswerRows out;
    const bool hasGroups = isBrokenDown(funnel.steps());
    if (hasGroups)
        out.columns.push_back({"breakdown", true});
    for (const char *name : {"step", "event", "count", "conversion_rate", "step_rate", "median_seconds"})
        out.columns.push_back({name, std::string_view(name) == "event"});

    std::map<std::pair<std::string, bool>, std::vector<double>> counts; // of the steps so far, by group
    for (const FunnelStep &step : funnel.steps()) {
        std::vector<double> &before = counts[{step.breakdown(), step.is_others()}];
        std::vector<std::string> &row = out.rows.emplace_back();
        if (hasGroups)
            row.push_back(groupName(step.breakdown(), step.is_others()));
        row.push_back(std::to_string(before.size() + 1));
        row.push_back(step.event());
        row.push_back(numberText(step.count()));
        row.push_back(numberText(step.conversion_rate()));
        const bool isFirst = before.empty();
        row.push_back(isFirst ? "" : numberText(before.back() == 0 ? 0 : step.count() / before.back()));
        const auto &median = step.median_time_to_convert();
        row.push_back(step.has_median_time_to_convert()
                          ? numberText(static_cast<double>(median.seconds()) + median.nanos() / 1e9)
                          : "");
        before.push_back(step.count());
    }
    return out;
}

// Cohorts of days and weeks begin where a day begins.
bool beginWithDays(const RetentionResult &retention, const Calendar &calendar)
{
    return std::all_of(retention.cohorts().begin(), retention.cohorts().end(), [&](const RetentionCohort &cohort) {
        const std::int64_t date = milliseconds(cohort.cohort_date());
        return calendar.bucketStart(date, GRANULARITY_DAY) == date;
    });
}

std::vector<std::string> cohortRow(const RetentionCohort &cohort, const std::map<int, std::size_t> &places)
{
    std::vector<std::string> cells(2 * places.size() + 1);
    for (const RetentionPeriod &period : cohort.periods()) {
        const std::size_t place = places.at(period.period());
        cells[place] = numberText(period.count());
        cells[places.size() + place] = numberText(period.rate());
        if (period.incomplete() && cells.back().empty())
            cells.back() = std::to_string(period.period());
    }
    return cells;
}

AnswerRows retentionRows(const AnswerFrames &answer)
{
    const Calendar calendar = calendarOf(answer);
    const auto &cohorts = answer.retention.cohorts();
    const bool hasGroups = isBrokenDown(cohorts);
    std::map<int, std::size_t> places; // of each period there is, among the periods
    for (const RetentionCohort &cohort : cohorts)
        for (const RetentionPeriod &period : cohort.periods())
            places[period.period()] = 0;
    std::size_t next = 0;
    for (auto &[period, place] : places)
        place = next++;

    AnswerRows out{{{"cohort", true}}, {}};
    if (hasGroups)
        out.columns.push_back({"breakdown", true});
    out.columns.push_back({"size"});
    for (const char *name : {"period ", "rate "})
        for (const auto &[period, place] : places)
            out.columns.push_back({name + std::to_string(period)});
    out.columns.push_back({"incomplete_from"});

    const std::size_t dateLength = beginWithDays(answer.retention, calendar) ? 10 : std::string::npos;
    for (const RetentionCohort &cohort : cohorts) {
        std::vector<std::string> &row = out.rows.emplace_back();
        row.push_back(calendar.localIsoTime(milliseconds(cohort.cohort_date())).substr(0, dateLength));
        if (hasGroups)
            row.push_back(groupName(cohort.breakdown(), cohort.is_others()));
        row.push_back(numberText(cohort.size()));
        for (std::string &cell : cohortRow(cohort, places))
            row.push_back(std::move(cell));
    }
    return out;
}

AnswerRows tableRows(const AnswerFrames &answer)
{
    int dimensions = 0;
    bool hasGroups = answer.info.groups_total() > 0; // one dimension alone may be either
    for (const TableRow &row : answer.rows) {
        dimensions = std::max(dimensions, row.dimensions_size());
        hasGroups = hasGroups || row.is_others() || row.dimensions_size() > 1;
    }
    AnswerRows out;
    for (int i = 0; i < dimensions; ++i)
        out.columns.push_back({hasGroups && i == dimensions - 1 ? "breakdown" : "event", true});
    out.columns.push_back({"value"});
    for (const TableRow &row : answer.rows) {
        std::vector<std::string> cells(row.dimensions().begin(), row.dimensions().end());
        if (hasGroups && !cells.empty())
            cells.back() = groupName(cells.back(), row.is_others());
        cells.resize(dimensions);
        cells.push_back(numberText(row.value()));
        out.rows.push_back(std::move(cells));
    }
    return out;
}

} // namespace

std::string groupName(const std::string &breakdown, bool isOthers)
{
    return isOthers ? "Other" : breakdown.empty() ? "(none)" : breakdown;
}

std::size_t rowCount(const AnswerFrames &answer)
{
    const int rows = answer.funnel.steps_size() + answer.retention.cohorts_size() + answer.rows.size(); // one has any
    return rows > 0 ? static_cast<std::size_t>(rows) : answer.timestamps.size();
}

AnswerRows answerRows(const AnswerFrames &answer)
{
    if (!answer.funnel.steps().empty())
        return funnelRows(answer.funnel);
    if (!answer.retention.cohorts().empty())
        return retentionRows(answer);
    if (!answer.rows.empty())
        return tableRows(answer);
    return seriesRows(answer);
}
