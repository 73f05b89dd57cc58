// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/answer_frames.h"
#include "query/calendar.h"

#include <QString>

#include <functional>
#include <memory>

// Made-up answers for tests of charts.

// Buckets of a zone from a local time on: bucketsFrom("Europe/Berlin", "2026-03-27", DAY, 7).
inline std::vector<std::int64_t> bucketsFrom(const std::string &zone, const std::string &start,
                                             insights::v1::Granularity granularity, int count)
{
    const Calendar calendar = *Calendar::of(zone, WeekStart::Monday);
    std::vector<std::int64_t> buckets;
    std::int64_t bucket = calendar.bucketStart(*calendar.parseTime(start), granularity);
    for (int i = 0; i < count; ++i) {
        buckets.push_back(bucket);
        bucket = calendar.nextBucket(bucket, granularity);
    }
    return buckets;
}

// Series "s0", "s1", ... with value(series, bucket).
inline std::shared_ptr<AnswerFrames> answerOf(std::vector<std::int64_t> buckets, int series,
                                              const std::function<double(int, int)> &value,
                                              const std::string &zone = "UTC")
{
    auto answer = std::make_shared<AnswerFrames>();
    answer->info.set_timezone(zone);
    answer->info.set_week_start("monday");
    answer->timestamps = std::move(buckets);
    for (int s = 0; s < series; ++s) {
        SeriesFrame frame;
        frame.event = "page_view";
        frame.breakdown = "s" + std::to_string(s);
        for (int b = 0; b < int(answer->timestamps.size()); ++b)
            frame.values.push_back(value(s, b));
        answer->series.push_back(std::move(frame));
    }
    return answer;
}

inline std::shared_ptr<AnswerFrames> daysOf(int series, int days, const std::function<double(int, int)> &value)
{
    return answerOf(bucketsFrom("UTC", "2026-05-01", insights::v1::GRANULARITY_DAY, days), series, value);
}

inline void unfinishedFrom(AnswerFrames &answer, int bucket)
{
    *answer.info.mutable_incomplete_from() = timestamp(answer.timestamps[std::size_t(bucket)]);
}

inline std::vector<QString> namesOf(const AnswerFrames &answer)
{
    std::vector<QString> names;
    for (const SeriesFrame &series : answer.series)
        names.push_back(QString::fromStdString(*series.breakdown));
    return names;
}
