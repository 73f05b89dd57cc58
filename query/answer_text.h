// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "query/answer_frames.h"
#include "query/calendar.h"

// "page_view", or the group: "pro", "(none)" for "", "Other" for the rest; with the event before it when the answer
// has several events.
std::string seriesName(const AnswerFrames &answer, const SeriesFrame &series);

// RFC 4180, one row per bucket and one column per series; times as local ISO 8601 with offset.
std::string answerCsv(const AnswerFrames &answer, char separator = ',');
// {"series": [{timestamp, value, ...}], "info": {...}}: the points of the API document.
std::string answerJson(const AnswerFrames &answer);
// Aligned columns for a terminal.
std::string answerTable(const AnswerFrames &answer);
