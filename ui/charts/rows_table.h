// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/answer_table.h"
#include "ui/charts/change_mark.h"

// How the rows of a table differ from those of another time, which `name` names: "vs 31 Mar – 30 Apr 2026".
struct RowChanges
{
    QString name; // empty: no column of changes
    std::vector<std::optional<Change>> each; // one per row of the answer
};

// The answer of a table: events and values of the breakdown with their number, which `valueName` names.
AnswerTablePtr rowsTable(const AnswerFrames &answer, const insights::v1::QuerySpec &spec, const QString &valueName,
                         const RowChanges &changes = {});
// The event and value of a row, as far as the question has several.
QString rowName(const insights::v1::TableRow &row, const insights::v1::QuerySpec &spec);
// Cohorts by periods, in shares of the cohort.
AnswerTablePtr retentionTable(const AnswerFrames &answer, const insights::v1::QuerySpec &spec);
