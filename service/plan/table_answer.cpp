// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/plan/table_answer.h"

#include <algorithm>

#include "query/question.h"

using namespace insights::v1;

void addTableRows(const QuerySpec &spec, const SeriesColumns &columns,
                  google::protobuf::RepeatedPtrField<TableRow> &rows)
{
    const bool isNumber = visualizationOf(spec) == VISUALIZATION_KPI;
    for (const SeriesColumn &series : columns.series()) {
        TableRow &row = *rows.Add();
        if (spec.events_size() > 1 || (!series.has_breakdown() && !isNumber))
            row.add_dimensions(series.event());
        if (series.has_breakdown())
            row.add_dimensions(series.breakdown());
        row.set_value(series.values(0));
        row.set_is_others(series.is_others());
    }
    if (!isNumber) // a number keeps its place: tiles are read by it
        std::stable_sort(rows.begin(), rows.end(),
                         [](const TableRow &a, const TableRow &b) { return a.value() > b.value(); });
}
