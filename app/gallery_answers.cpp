// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of the gallery: the same for every run, and of a shape that shows what a chart can do.
#include "app/gallery_client.h"

#include <cmath>

#include "query/calendar.h"
#include "query/question.h"

using namespace insights::v1;

namespace {

int groupsOf(const QuerySpec &spec)
{
    return spec.has_breakdown() ? spec.breakdown_limit() : 1;
}

std::string groupName(int group, int groups)
{
    return group + 1 == groups ? "$others" : "country " + std::to_string(group + 1);
}

void addSeries(const QuerySpec &spec, AnswerFrames &frames)
{
    for (int day = 0; day < GalleryClient::days; ++day)
        frames.timestamps.push_back(GalleryClient::firstDay + day * GalleryClient::dayMs);
    const int groups = groupsOf(spec);
    for (int i = 0; i < spec.events_size() * groups; ++i) {
        SeriesFrame one;
        one.eventIndex = i / groups;
        one.event = spec.events(one.eventIndex).name();
        if (spec.has_breakdown())
            one.breakdown = groupName(i % groups, groups);
        one.isOthers = spec.has_breakdown() && i % groups + 1 == groups;
        for (int day = 0; day < GalleryClient::days; ++day)
            one.values.push_back(std::round(4000.0 / (i + 1) * (1 + 0.3 * std::sin(day * 0.9 + i))));
        frames.series.push_back(std::move(one));
    }
}

void addSteps(const QuerySpec &spec, AnswerFrames &frames)
{
    const int groups = groupsOf(spec);
    for (int group = 0; group < groups; ++group) {
        const double first = std::round(14'210.0 / (group + 1));
        for (int i = 0; i < spec.events_size(); ++i) {
            FunnelStep &step = *frames.funnel.add_steps();
            step.set_event(spec.events(i).name());
            step.set_count(std::round(first * std::pow(0.62 + 0.06 * group, i)));
            step.set_conversion_rate(step.count() / first);
            if (i > 0) {
                step.mutable_median_time_to_convert()->set_seconds(std::int64_t(252) << (6 * (i - 1)));
                step.set_still_converting(std::round(step.count() * 0.06));
            }
            if (spec.has_breakdown()) {
                step.set_breakdown(groupName(group, groups));
                step.set_is_others(group + 1 == groups);
            }
        }
    }
}

void addCohorts(AnswerFrames &frames)
{
    constexpr int cohorts = 14;
    for (int date = 0; date < cohorts; ++date) {
        RetentionCohort &cohort = *frames.retention.add_cohorts();
        *cohort.mutable_cohort_date() = timestamp(GalleryClient::firstDay + date * GalleryClient::dayMs);
        cohort.set_size(1200 + 37 * (date % 5));
        for (int k = 0; date + k < cohorts; ++k) {
            RetentionPeriod &period = *cohort.add_periods();
            period.set_period(k);
            period.set_rate(k == 0 ? 1 : 0.58 / std::sqrt(k) * (1 + 0.1 * std::sin(date * 1.3)));
            period.set_count(std::round(cohort.size() * period.rate()));
            period.set_incomplete(date + k + 1 == cohorts);
        }
    }
}

void addRows(const QuerySpec &spec, AnswerFrames &frames)
{
    const bool isBrokenDown = spec.has_breakdown() && visualizationOf(spec) == VISUALIZATION_TABLE;
    const int rows = isBrokenDown ? groupsOf(spec) : spec.events_size();
    for (int i = 0; i < rows; ++i) {
        TableRow &row = *frames.rows.Add();
        row.set_value(std::round(158'094.0 / (i + 1)));
        if (isBrokenDown) {
            row.add_dimensions(groupName(i, rows));
            row.set_is_others(i + 1 == rows);
        } else if (rows > 1 || visualizationOf(spec) == VISUALIZATION_TABLE) {
            row.add_dimensions(spec.events(i).name());
        }
    }
}

} // namespace

AnswerFrames GalleryClient::answerTo(const QuerySpec &spec)
{
    AnswerFrames frames;
    frames.info.set_timezone("UTC");
    frames.info.set_week_start("monday");
    frames.info.set_rows_read(1'912'406);
    if (spec.has_breakdown())
        frames.info.set_groups_total(62);
    *frames.info.mutable_incomplete_from() = timestamp(firstDay + (days - 1) * dayMs);
    switch (visualizationOf(spec)) {
    case VISUALIZATION_FUNNEL: addSteps(spec, frames); break;
    case VISUALIZATION_RETENTION: addCohorts(frames); break;
    case VISUALIZATION_TABLE:
    case VISUALIZATION_KPI: addRows(spec, frames); break;
    default: addSeries(spec, frames);
    }
    return frames;
}
