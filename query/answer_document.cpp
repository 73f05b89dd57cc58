// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer_document.h"

#include <algorithm>

#include "query/board_places.h"
#include "query/calendar.h"
#include "query/check.h"
#include "query/readable_json.h"
#include "query/spec_json.h"

using explorer::v1::Answer;
using explorer::v1::Beside;
using explorer::v1::Board;
using insights::v1::QueryResponse;

namespace {

constexpr std::size_t largestText = 64 << 20; // bytes; two million points take 40 MB
constexpr std::string_view noAnswer = R"(an answer file is an object, as in {"question": {...}, "response": {...}})";

constexpr std::string_view noBoard = R"(a board is an object, as in {"name": "...", "tiles": [{...}]})";
constexpr std::size_t mostViolations = 20; // told, each with its place
constexpr std::int64_t firstTime = -62'135'596'800'000; // ms: the years 1 to 9999
constexpr std::int64_t pastLastTime = 253'402'300'800'000;

void checkSpec(const insights::v1::QuerySpec &spec, const std::string &path, Violations &violations)
{
    for (const Violation &violation : check(spec)) // its fields begin with "query"
        violations.push_back({path + violation.field, violation.description});
}

void checkColumns(const insights::v1::SeriesColumns &columns, const std::string &path, Violations &violations)
{
    for (int i = 0; i < columns.timestamps_size(); ++i) {
        const std::int64_t time = columns.timestamps(i);
        const std::string at = path + "timestamps[" + std::to_string(i) + "]";
        if (time < firstTime || time >= pastLastTime)
            return violations.push_back({at, "lies outside the years 1 to 9999"});
        if (i > 0 && time <= columns.timestamps(i - 1))
            return violations.push_back({at, "must be later than the time before it"});
    }
    for (int i = 0; i < columns.series_size(); ++i)
        if (const int values = columns.series(i).values_size(); values != columns.timestamps_size())
            violations.push_back({path + "series[" + std::to_string(i) + "].values",
                                  "has " + std::to_string(values) + " values for "
                                      + std::to_string(columns.timestamps_size())
                                      + " timestamps: give one for each, \"NaN\" where there is none"});
}

void checkDocument(const Answer &answer, const std::string &path, Violations &violations)
{
    checkSpec(answer.question().query(), path + "question.", violations);
    checkColumns(answer.response().columns(), path + "response.columns.", violations);
    if (!answer.has_response())
        violations.push_back({path + "response", "is not there: an answer file holds the answer too"});
    for (int i = 0; i < answer.beside_size(); ++i) {
        const std::string beside = path + "beside[" + std::to_string(i) + "].";
        checkSpec(answer.beside(i).query(), beside, violations);
        checkColumns(answer.beside(i).response().columns(), beside + "response.columns.", violations);
    }
}

void checkDocument(const Board &board, const std::string &, Violations &violations)
{
    for (int i = 0; i < board.tiles_size(); ++i) {
        const explorer::v1::Tile &tile = board.tiles(i);
        const std::string path = "tiles[" + std::to_string(i) + "].";
        if (tile.has_answer())
            checkDocument(tile.answer(), path + "answer.", violations);
    }
}

template <class Document>
std::variant<Document, JsonErrors> readDocument(std::string_view text, std::string_view lacking,
                                                const Calendar &calendar)
{
    if (text.size() > largestText)
        return JsonErrors{{{}, "the file is larger than 64 MiB: no answer is", {}}};
    const auto parsed = parseJson(text, lacking);
    if (const auto *error = std::get_if<JsonError>(&parsed))
        return JsonErrors{*error};
    const auto &root = std::get<JsonNode>(parsed);
    if (root.kind != JsonNode::Kind::Object)
        return JsonErrors{{{}, std::string(lacking), placeIn(text, root.offset, root.length)}};
    Document document;
    JsonErrors errors = readMessageJson(text, root, document, "", calendar);
    if (!errors.empty())
        return errors;
    Violations violations;
    checkDocument(document, "", violations);
    if (violations.empty())
        return document;
    violations.resize(std::min(violations.size(), mostViolations));
    for (const Violation &violation : violations)
        errors.push_back(
            {violation.field, violation.description, placeOf(text, violation.field).value_or(TextPlace{})});
    return errors;
}

} // namespace

QueryResponse queryResponse(const AnswerFrames &answer)
{
    QueryResponse response;
    *response.mutable_info() = answer.info;
    *response.mutable_rows() = answer.rows;
    if (!answer.funnel.steps().empty())
        *response.mutable_funnel() = answer.funnel;
    if (!answer.retention.cohorts().empty())
        *response.mutable_retention() = answer.retention;
    if (answer.timestamps.empty() && answer.series.empty())
        return response;
    insights::v1::SeriesColumns &columns = *response.mutable_columns();
    columns.mutable_timestamps()->Add(answer.timestamps.begin(), answer.timestamps.end());
    for (const SeriesFrame &frame : answer.series) {
        insights::v1::SeriesColumn &column = *columns.add_series();
        column.set_event(frame.event);
        column.set_event_index(frame.eventIndex);
        column.set_is_others(frame.isOthers);
        if (frame.breakdown)
            column.set_breakdown(*frame.breakdown);
        column.mutable_values()->Add(frame.values.begin(), frame.values.end());
    }
    return response;
}

Answer answerDocument(const explorer::v1::Question &question, const AnswerFrames &answer, std::int64_t answeredAt)
{
    Answer document;
    *document.mutable_question() = question;
    *document.mutable_response() = queryResponse(answer);
    *document.mutable_answered_at() = timestamp(answeredAt);
    return document;
}

void addBeside(Answer &document, Beside::Role role, const insights::v1::QuerySpec &query, const AnswerFrames &answer)
{
    Beside &beside = *document.add_beside();
    beside.set_role(role);
    *beside.mutable_query() = query;
    *beside.mutable_response() = queryResponse(answer);
}

const Beside *besideOf(const Answer &document, Beside::Role role)
{
    for (const Beside &beside : document.beside())
        if (beside.role() == role)
            return &beside;
    return nullptr;
}

std::string answerFileText(const Answer &document)
{
    return readableJson(document, Zeros::LeftOut);
}

std::string boardFileText(const Board &board)
{
    return readableJson(board, Zeros::LeftOut);
}

std::variant<Answer, JsonErrors> readAnswerFile(std::string_view text)
{
    return readDocument<Answer>(text, noAnswer, *Calendar::of("UTC", WeekStart::Sunday));
}

std::variant<Board, JsonErrors> readBoardFile(std::string_view text, const Calendar &calendar)
{
    auto read = readDocument<Board>(text, noBoard, calendar);
    if (auto *board = std::get_if<Board>(&read))
        settleTiles(*board);
    return read;
}
