// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <insights/v1/insights.pb.h>

// One line of a series answer.
struct SeriesFrame
{
    std::string event;
    int eventIndex = 0; // its place in the spec
    std::optional<std::string> breakdown; // absent without a breakdown, "" for events without the property
    bool isOthers = false;
    std::vector<double> values; // one per timestamp of the answer; NaN where a server sent none

    bool operator==(const SeriesFrame &) const = default;
};

// An answer in the form charts, tables and files read: columns over one list of buckets, or what another kind of
// question is answered with.
struct AnswerFrames
{
    std::vector<std::int64_t> timestamps; // start of each bucket, milliseconds since the epoch, ascending
    std::vector<SeriesFrame> series; // in the order of the answer: by event, then by rank
    insights::v1::FunnelResult funnel;
    insights::v1::RetentionResult retention;
    google::protobuf::RepeatedPtrField<insights::v1::TableRow> rows; // of a table or KPI
    insights::v1::ResultInfo info;

    std::size_t points() const { return timestamps.size() * series.size(); }
    // The first bucket that is not over; timestamps.size() when all are.
    std::size_t firstUnfinished() const;
};

// Reads columns, or points when the server knows no columns. Buckets and series keep the order they came in
// (buckets sorted by time).
AnswerFrames answerFrames(const insights::v1::QueryResponse &response);
