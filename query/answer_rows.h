// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/answer_frames.h"

// An answer as rows of text, for files and terminals.
struct AnswerRows
{
    struct Column
    {
        std::string name;
        bool isText = false; // text is aligned at the left, numbers at the right

        bool operator==(const Column &) const = default;
    };
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows; // a cell for each column, empty where there is no number
};

// Series: time (local ISO 8601 with offset), then a column per series.
// Funnel: breakdown if there is one, step (from 1), event, count, conversion_rate (of step 1), step_rate (of the step
// before), median_seconds (from the step before).
// Retention: cohort (local date, with time where cohorts are hours), breakdown if there is one, size, "period 0" ..
// and "rate 0" .., incomplete_from (the first period that is not over; empty when all are).
// Table: event and breakdown, as far as the rows have them, value. KPI: value.
AnswerRows answerRows(const AnswerFrames &answer);
std::size_t rowCount(const AnswerFrames &answer); // of answerRows()

// "pro", "(none)" for "", "Other" for the rest.
std::string groupName(const std::string &breakdown, bool isOthers);
