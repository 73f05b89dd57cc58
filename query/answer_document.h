// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include <explorer/v1/documents.pb.h>

#include "query/answer_frames.h"
#include "query/message_json.h"

// Series in columns, gaps as NaN: what answerFrames() reads back the same.
insights::v1::QueryResponse queryResponse(const AnswerFrames &answer);

// The message that keeps an answer; `answeredAt` in ms since the epoch. Project and version are left to the caller.
explorer::v1::Answer answerDocument(const explorer::v1::Question &question, const AnswerFrames &answer,
                                    std::int64_t answeredAt);
void addBeside(explorer::v1::Answer &document, explorer::v1::Beside::Role role, const insights::v1::QuerySpec &query,
               const AnswerFrames &answer);
// The first of a role; null when there is none.
const explorer::v1::Beside *besideOf(const explorer::v1::Answer &document, explorer::v1::Beside::Role role);

// The text of a file NAME.insight: one value a line, the same for the same answer. Empty for times that JSON cannot
// hold.
std::string answerFileText(const explorer::v1::Answer &document);
std::string boardFileText(const explorer::v1::Board &board); // of NAME.board.json
// What it reads can be shown: the question passes check(), times ascend, and each series has a value for each of them.
// No more than 64 MiB. The errors as in readSpecJson().
std::variant<explorer::v1::Answer, JsonErrors> readAnswerFile(std::string_view text);
// A board, and the answers in it as above; its tiles are settled (settleTiles). Times without an offset are times of
// the calendar's zone.
std::variant<explorer::v1::Board, JsonErrors> readBoardFile(std::string_view text, const Calendar &calendar);
