// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer_frames.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "query/calendar.h"

namespace {

std::optional<std::string> groupOf(const auto &message)
{
    return message.has_breakdown() ? std::optional(message.breakdown()) : std::nullopt;
}

void readColumns(const insights::v1::SeriesColumns &columns, AnswerFrames &answer)
{
    answer.timestamps.assign(columns.timestamps().begin(), columns.timestamps().end());
    answer.series.reserve(columns.series_size());
    for (const auto &column : columns.series()) {
        SeriesFrame frame{column.event(),
                          column.event_index(),
                          groupOf(column),
                          column.is_others(),
                          {column.values().begin(), column.values().end()}};
        frame.values.resize(answer.timestamps.size(), std::numeric_limits<double>::quiet_NaN());
        answer.series.push_back(std::move(frame));
    }
}

void readPoints(const google::protobuf::RepeatedPtrField<insights::v1::SeriesPoint> &points, AnswerFrames &answer)
{
    for (const auto &point : points)
        answer.timestamps.push_back(milliseconds(point.timestamp()));
    std::sort(answer.timestamps.begin(), answer.timestamps.end());
    answer.timestamps.erase(std::unique(answer.timestamps.begin(), answer.timestamps.end()), answer.timestamps.end());

    using Key = std::tuple<int, std::string, std::optional<std::string>, bool>;
    std::map<Key, std::size_t> places;
    for (const auto &point : points) {
        const Key key(point.event_index(), point.event(), groupOf(point), point.is_others());
        const auto [place, isNew] = places.try_emplace(key, answer.series.size());
        if (isNew)
            answer.series.push_back(
                {point.event(), point.event_index(), groupOf(point), point.is_others(),
                 std::vector<double>(answer.timestamps.size(), std::numeric_limits<double>::quiet_NaN())});
        const auto bucket
            = std::lower_bound(answer.timestamps.begin(), answer.timestamps.end(), milliseconds(point.timestamp()));
        answer.series[place->second].values[bucket - answer.timestamps.begin()] = point.value();
    }
}

} // namespace

std::size_t AnswerFrames::firstUnfinished() const
{
    if (!info.has_incomplete_from())
        return timestamps.size();
    return std::lower_bound(timestamps.begin(), timestamps.end(), milliseconds(info.incomplete_from()))
        - timestamps.begin();
}

AnswerFrames answerFrames(const insights::v1::QueryResponse &response)
{
    AnswerFrames answer;
    answer.funnel = response.funnel();
    answer.retention = response.retention();
    answer.rows = response.rows();
    answer.info = response.info();
    if (response.has_columns())
        readColumns(response.columns(), answer);
    else
        readPoints(response.series(), answer);
    return answer;
}
