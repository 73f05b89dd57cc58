// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <google/protobuf/util/json_util.h>

namespace {

std::string numberText(double value)
{
    if (std::isnan(value))
        return {};
    char text[64];
    const auto plain = std::to_chars(text, text + sizeof text, value);
    return {text, plain.ptr};
}

std::string csvField(const std::string &text, char separator)
{
    if (text.find_first_of(std::string("\"\r\n") + separator) == std::string::npos)
        return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}

bool hasSeveralEvents(const AnswerFrames &answer)
{
    return std::any_of(answer.series.begin(), answer.series.end(), [&](const SeriesFrame &series) {
        return series.eventIndex != answer.series.front().eventIndex;
    });
}

Calendar calendarOf(const AnswerFrames &answer)
{
    const auto weekStart = weekStartOf(answer.info.week_start());
    if (const auto calendar = Calendar::of(answer.info.timezone(), weekStart))
        return *calendar;
    return *Calendar::of("UTC", weekStart);
}

std::size_t displayWidth(const std::string &text)
{
    return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

} // namespace

std::string seriesName(const AnswerFrames &answer, const SeriesFrame &series)
{
    if (!series.breakdown)
        return series.event;
    std::string group = series.isOthers ? "Other" : series.breakdown->empty() ? "(none)" : *series.breakdown;
    return hasSeveralEvents(answer) ? series.event + " · " + group : group;
}

std::string answerCsv(const AnswerFrames &answer, char separator)
{
    const Calendar calendar = calendarOf(answer);
    std::string out = "time";
    for (const SeriesFrame &series : answer.series)
        out += separator + csvField(seriesName(answer, series), separator);
    out += '\n';
    for (std::size_t i = 0; i < answer.timestamps.size(); ++i) {
        out += calendar.localIsoTime(answer.timestamps[i]);
        for (const SeriesFrame &series : answer.series)
            out += separator + numberText(series.values[i]);
        out += '\n';
    }
    return out;
}

std::string answerJson(const AnswerFrames &answer)
{
    insights::v1::QueryResponse response;
    *response.mutable_info() = answer.info;
    for (const SeriesFrame &series : answer.series) {
        for (std::size_t i = 0; i < answer.timestamps.size(); ++i) {
            if (std::isnan(series.values[i]))
                continue;
            insights::v1::SeriesPoint &point = *response.add_series();
            *point.mutable_timestamp() = timestamp(answer.timestamps[i]);
            point.set_value(series.values[i]);
            point.set_event(series.event);
            point.set_event_index(series.eventIndex);
            point.set_is_others(series.isOthers);
            if (series.breakdown)
                point.set_breakdown(*series.breakdown);
        }
    }
    google::protobuf::util::JsonPrintOptions options;
    options.add_whitespace = true;
    options.always_print_primitive_fields = true; // a value of 0 is an answer
    std::string text;
    if (!google::protobuf::util::MessageToJsonString(response, &text, options).ok())
        return {};
    return text;
}

std::string answerTable(const AnswerFrames &answer)
{
    const Calendar calendar = calendarOf(answer);
    std::vector<std::vector<std::string>> columns(1, {"time"});
    for (const std::int64_t time : answer.timestamps)
        columns[0].push_back(calendar.localIsoTime(time));
    for (const SeriesFrame &series : answer.series) {
        std::vector<std::string> column{seriesName(answer, series)};
        for (const double value : series.values)
            column.push_back(numberText(value));
        columns.push_back(std::move(column));
    }
    std::string out;
    for (std::size_t row = 0; row <= answer.timestamps.size(); ++row) {
        for (std::size_t c = 0; c < columns.size(); ++c) {
            std::size_t width = 0;
            for (const std::string &cell : columns[c])
                width = std::max(width, displayWidth(cell));
            const std::string gap(width - displayWidth(columns[c][row]), ' ');
            out += c == 0 ? columns[c][row] + gap : "  " + gap + columns[c][row];
        }
        out += '\n';
    }
    return out;
}
