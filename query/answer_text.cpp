// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer_text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <absl/strings/str_format.h>

#include "query/answer_rows.h"
#include "query/calendar.h"
#include "query/readable_json.h"

namespace {

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

// To be read, not computed with: at most four decimals.
std::string shortNumber(const std::string &number)
{
    const std::size_t point = number.find('.');
    if (point == std::string::npos || number.size() - point <= 5 || number.find('e') != std::string::npos)
        return number;
    return absl::StrFormat("%.4f", std::strtod(number.c_str(), nullptr));
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
    const std::string group = groupName(*series.breakdown, series.isOthers);
    return hasSeveralEvents(answer) ? series.event + " · " + group : group;
}

std::string answerCsv(const AnswerFrames &answer, char separator)
{
    const AnswerRows table = answerRows(answer);
    std::string out;
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        out += (c == 0 ? "" : std::string(1, separator)) + csvField(table.columns[c].name, separator);
    out += '\n';
    for (const auto &row : table.rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (c > 0)
                out += separator;
            out += csvField(row[c], separator);
        }
        out += '\n';
    }
    return out;
}

std::string answerJson(const AnswerFrames &answer)
{
    insights::v1::QueryResponse response;
    *response.mutable_info() = answer.info;
    *response.mutable_rows() = answer.rows;
    if (!answer.funnel.steps().empty())
        *response.mutable_funnel() = answer.funnel;
    if (!answer.retention.cohorts().empty())
        *response.mutable_retention() = answer.retention;
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
    return readableJson(response, Zeros::Written); // a value of 0 is an answer
}

std::string answerTable(const AnswerFrames &answer)
{
    AnswerRows table = answerRows(answer);
    for (auto &row : table.rows)
        for (std::size_t c = 0; c < row.size(); ++c)
            if (!table.columns[c].isText)
                row[c] = shortNumber(row[c]);
    std::vector<std::string> names;
    std::vector<std::size_t> widths;
    for (const AnswerRows::Column &column : table.columns) {
        names.push_back(column.name);
        widths.push_back(displayWidth(column.name));
    }
    for (const auto &row : table.rows)
        for (std::size_t c = 0; c < row.size(); ++c)
            widths[c] = std::max(widths[c], displayWidth(row[c]));

    std::string out;
    const auto addLine = [&](const std::vector<std::string> &cells) {
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const std::string gap(widths[c] - displayWidth(cells[c]), ' ');
            out += (c == 0 ? "" : "  ") + (table.columns[c].isText ? cells[c] + gap : gap + cells[c]);
        }
        out += '\n';
    };
    addLine(names);
    for (const auto &row : table.rows)
        addLine(row);
    return out;
}
