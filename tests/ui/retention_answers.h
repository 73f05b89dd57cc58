// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/questions.h"
#include "tests/ui/answers.h"

// Made-up retention answers.

inline insights::v1::QuerySpec retentionSpec(insights::v1::Granularity granularity)
{
    insights::v1::QuerySpec spec;
    spec.set_visualization(insights::v1::VISUALIZATION_RETENTION);
    spec.set_granularity(granularity);
    spec.mutable_starting_event()->set_name("signup");
    *spec.mutable_time_range() = rangeOf("2026-03-09", "2026-06-01");
    return spec;
}

// A cohort with its counts by period.
inline insights::v1::RetentionCohort cohortOf(std::int64_t date, double size, const std::vector<double> &counts)
{
    insights::v1::RetentionCohort cohort;
    *cohort.mutable_cohort_date() = timestamp(date);
    cohort.set_size(size);
    for (std::size_t period = 0; period < counts.size(); ++period) {
        auto &added = *cohort.add_periods();
        added.set_period(int(period));
        added.set_count(counts[period]);
        added.set_rate(size > 0 ? counts[period] / size : 0);
    }
    return cohort;
}

inline std::shared_ptr<AnswerFrames> noCohorts(const std::string &zone = "UTC")
{
    auto answer = std::make_shared<AnswerFrames>();
    answer->info.set_timezone(zone);
    answer->info.set_week_start("monday");
    return answer;
}

// One cohort of `size` per bucket, each with all periods to the last bucket; count(cohort, period).
inline std::shared_ptr<AnswerFrames> retentionOf(const std::vector<std::int64_t> &buckets, double size,
                                                 const std::function<double(int, int)> &count,
                                                 const std::string &zone = "UTC")
{
    auto answer = noCohorts(zone);
    for (std::size_t cohort = 0; cohort < buckets.size(); ++cohort) {
        std::vector<double> counts;
        for (std::size_t period = 0; cohort + period < buckets.size(); ++period)
            counts.push_back(count(int(cohort), int(period)));
        *answer->retention.add_cohorts() = cohortOf(buckets[cohort], size, counts);
    }
    return answer;
}

// As a service marks an answer whose buckets from `bucket` on are not over.
inline void unfinishedFrom(AnswerFrames &answer, const std::vector<std::int64_t> &buckets, std::size_t bucket)
{
    *answer.info.mutable_incomplete_from() = timestamp(buckets[bucket]);
    for (auto &cohort : *answer.retention.mutable_cohorts()) {
        const auto at = std::find(buckets.begin(), buckets.end(), milliseconds(cohort.cohort_date()));
        for (auto &period : *cohort.mutable_periods())
            period.set_incomplete(std::size_t(at - buckets.begin()) + std::size_t(period.period()) >= bucket);
    }
}
