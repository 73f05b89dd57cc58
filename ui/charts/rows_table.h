// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/answer_table.h"

// The answer of a table: events and values of the breakdown with their number, which `valueName` names.
AnswerTablePtr rowsTable(const AnswerFrames &answer, const insights::v1::QuerySpec &spec, const QString &valueName);
// The event and value of a row, as far as the question has several.
QString rowName(const insights::v1::TableRow &row, const insights::v1::QuerySpec &spec);
// Cohorts by periods, in shares of the cohort.
AnswerTablePtr retentionTable(const AnswerFrames &answer, const insights::v1::QuerySpec &spec);
