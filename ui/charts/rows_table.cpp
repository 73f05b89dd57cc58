// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/rows_table.h"

#include "query/answer_rows.h"
#include "query/calendar.h"
#include "ui/charts/bucket_text.h"
#include "ui/text/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace insights::v1;

namespace {

class RowsTable
{
    Q_DECLARE_TR_FUNCTIONS(RowsTable)
};
using Text = RowsTable;

QString shown(const std::string &text)
{
    return QString::fromStdString(text);
}

struct Dimensions
{
    QString event;
    QString value; // of the breakdown
};

// One number is of all values.
bool hasValues(const QuerySpec &spec)
{
    return spec.has_breakdown() && spec.visualization() != VISUALIZATION_KPI;
}

Dimensions dimensionsOf(const TableRow &row, const QuerySpec &spec)
{
    Dimensions dimensions;
    const int values = hasValues(spec) ? 1 : 0;
    if (row.dimensions_size() > values)
        dimensions.event = shown(row.dimensions(0));
    else if (spec.events_size() == 1)
        dimensions.event = shown(spec.events(0).name());
    if (values == 1 && row.dimensions_size() > 0)
        dimensions.value = shown(groupName(row.dimensions(row.dimensions_size() - 1), row.is_others()));
    return dimensions;
}

QString periodsName(Granularity granularity)
{
    switch (granularity) {
    case GRANULARITY_HOUR: return Text::tr("Hour %1");
    case GRANULARITY_WEEK: return Text::tr("Week %1");
    default: return Text::tr("Day %1");
    }
}

int periodsOf(const RetentionResult &retention)
{
    int last = -1;
    for (const RetentionCohort &cohort : retention.cohorts())
        for (const RetentionPeriod &period : cohort.periods())
            last = std::max(last, period.period());
    return last + 1;
}

// "+8.2 %"; a table has no arrows.
TableCell changeCell(const std::optional<Change> &change)
{
    if (!change)
        return {QStringLiteral("–"), std::numeric_limits<double>::quiet_NaN()};
    const QString sign = change->amount > 0 ? QStringLiteral("+")
        : change->amount < 0                ? QStringLiteral("−")
                                            : QString();
    return {sign + changeText(*change), change->amount};
}

QString rowsText(int count)
{
    return count == 1 ? Text::tr("1 row") : Text::tr("%1 rows").arg(QLocale().toString(count));
}

} // namespace

QString rowName(const TableRow &row, const QuerySpec &spec)
{
    const Dimensions dimensions = dimensionsOf(row, spec);
    if (dimensions.value.isEmpty())
        return dimensions.event;
    return spec.events_size() > 1 ? Text::tr("%1 · %2", "event, value").arg(dimensions.event, dimensions.value)
                                  : dimensions.value;
}

AnswerTablePtr rowsTable(const AnswerFrames &answer, const QuerySpec &spec, const QString &valueName,
                         const RowChanges &changes)
{
    const bool hasEvents = spec.events_size() > 1 || !hasValues(spec);
    std::vector<CellTable::Column> columns;
    if (hasEvents)
        columns.push_back({Text::tr("Event"), true});
    if (hasValues(spec))
        columns.push_back({shown(spec.breakdown().property()), true});
    columns.push_back({valueName, false, spec.visualization() == VISUALIZATION_TABLE});
    if (!changes.name.isEmpty())
        columns.push_back({changes.name});
    std::vector<CellTable::Row> rows;
    for (const TableRow &row : answer.rows) {
        const Dimensions dimensions = dimensionsOf(row, spec);
        std::vector<TableCell> cells;
        if (hasEvents)
            cells.push_back(textCell(dimensions.event));
        if (hasValues(spec))
            cells.push_back(textCell(dimensions.value));
        cells.push_back(countCell(row.value()));
        if (!changes.name.isEmpty())
            cells.push_back(changeCell(changes.each[rows.size()]));
        rows.push_back({std::move(cells)});
    }
    const QString size = rowsText(int(rows.size()));
    return std::make_shared<CellTable>(std::move(columns), std::move(rows), size);
}

AnswerTablePtr retentionTable(const AnswerFrames &answer, const QuerySpec &spec)
{
    const BucketText buckets(answer.info, spec.granularity());
    const int periods = periodsOf(answer.retention);
    std::vector<CellTable::Column> columns{{Text::tr("Cohort"), true}};
    if (spec.has_breakdown())
        columns.push_back({shown(spec.breakdown().property()), true});
    columns.push_back({Text::tr("Users")});
    for (int period = 0; period < periods; ++period)
        columns.push_back({periodsName(spec.granularity()).arg(period)});

    std::vector<CellTable::Row> rows;
    for (const RetentionCohort &cohort : answer.retention.cohorts()) {
        const std::int64_t date = milliseconds(cohort.cohort_date());
        std::vector<TableCell> cells{{buckets.row(date), double(date)}};
        if (spec.has_breakdown())
            cells.push_back(textCell(shown(groupName(cohort.breakdown(), cohort.is_others()))));
        cells.push_back(countCell(cohort.size()));
        const std::size_t first = cells.size();
        cells.resize(first + std::size_t(periods), textCell({}));
        bool hasBegun = true; // what comes after the bucket that is not over has not
        for (const RetentionPeriod &period : cohort.periods()) {
            if (!hasBegun)
                break;
            hasBegun = !period.incomplete();
            TableCell &cell = cells[first + std::size_t(period.period())];
            cell = rateCell(period.rate());
            cell.isUnfinished = period.incomplete();
        }
        rows.push_back({std::move(cells)});
    }
    const int count = int(rows.size());
    const QString size = count == 1 ? Text::tr("1 cohort") : Text::tr("%1 cohorts").arg(QLocale().toString(count));
    return std::make_shared<CellTable>(std::move(columns), std::move(rows), size);
}
