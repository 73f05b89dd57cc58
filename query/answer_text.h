// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "query/answer_frames.h"

// "page_view", or the group: "pro", "(none)" for "", "Other" for the rest; with the event before it when the answer
// has several events.
std::string seriesName(const AnswerFrames &answer, const SeriesFrame &series);

// RFC 4180, the columns of answerRows().
std::string answerCsv(const AnswerFrames &answer, char separator = ',');
// The response of the API document: {"series": [{timestamp, value, ...}]}, funnel, retention or rows, and "info".
std::string answerJson(const AnswerFrames &answer);
// Aligned columns for a terminal, numbers to four decimals.
std::string answerTable(const AnswerFrames &answer);
